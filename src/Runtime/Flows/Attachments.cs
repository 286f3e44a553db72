namespace Weft.Flows;

/// <summary>What Weft knows about collection objects, by reference, for as long as they live.</summary>
// Nothing on the path of a record comes here: only the construction of a collection, and the start of a flow over one.
internal static class Attachments
{
    private static readonly WeakTable<Attachment> _table = new();

    /// <summary>Attaches; a former attachment of the same object is replaced.</summary>
    internal static void Set(object collection, Attachment attachment) => _table.Set(collection, attachment);

    /// <summary>What is attached to <paramref name="collection"/>, or null.</summary>
    internal static Attachment? Find(object collection) => _table.Find(collection);

    /// <summary>The live attachments; for tests.</summary>
    internal static int CountLive() => _table.CountLive();

    internal static void Sweep() => _table.Sweep();
}
