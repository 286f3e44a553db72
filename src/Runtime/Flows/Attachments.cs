namespace Weft.Flows;

/// <summary>What Weft knows about collection objects, by reference, for as long as they live.</summary>
// Nothing on the path of a record comes here: only the construction of a collection, and the start of a flow over one.
internal static class Attachments
{
    private static readonly WeakTable<Attached> _table = new();

    /// <summary>Attaches; a former attachment of the same object is replaced.</summary>
    internal static void Set(object collection, Attachment attachment) => _table.Set(collection, new Attached(attachment));

    /// <summary>As <see cref="Set(object, Attachment)"/>, of a small one.</summary>
    internal static void Set(object collection, in Attached packed) => _table.Set(collection, packed);

    /// <summary>What is attached to <paramref name="collection"/>, or null.</summary>
    internal static Attachment? Find(object collection) => _table.Find(collection).Attachment;

    /// <summary>The live attachments; for tests.</summary>
    internal static int CountLive() => _table.CountLive();

    internal static void Sweep() => _table.Sweep();
}
