namespace Weft.Flows.Collections;

/// <summary>The column of a collection that counts no changes: what it holds is copied out to be compared, as of an array.</summary>
internal sealed class CopiedAttachment<TCollection, T>(TCollection collection, SpanColumn column, Func<TCollection, T[]> copy) : ColumnAttachment(column) where TCollection : class
{
    private readonly ArrayAttachment<T> _records = new(copy(collection), column);

    internal override bool IsUnchanged(object collection) => collection is TCollection same && _records.IsUnchanged(copy(same));

    internal override bool IsStillUnchanged(object collection) => true;

    internal override bool MayHoldOthers(object collection) => collection is not TCollection same || _records.MayHoldOthers(copy(same));
}
