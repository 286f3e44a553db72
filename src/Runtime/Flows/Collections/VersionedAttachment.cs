using System.Collections;

namespace Weft.Flows.Collections;

/// <summary>The column of a collection that counts its changes.</summary>
internal sealed class VersionedAttachment<TCollection>(TCollection collection, SpanColumn column, Func<TCollection, int> versionOf) : ColumnAttachment(column) where TCollection : class, ICollection
{
    private readonly int _version = versionOf(collection);

    internal override bool IsUnchanged(object collection) => collection is TCollection same && versionOf(same) == _version && same.Count == Column.Count;
}
