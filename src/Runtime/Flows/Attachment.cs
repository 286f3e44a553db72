namespace Weft.Flows;

/// <summary>
/// What Weft knows about one collection object: the column of its records' spans and how to tell that it was changed since.
/// Never refers to the collection itself, which would keep it alive.
/// </summary>
internal abstract class Attachment
{
    /// <summary>The spans of the collection's records as they were when the column was made.</summary>
    internal abstract SpanColumn Column { get; }

    /// <summary>Whether <paramref name="collection"/>, the object this is attached to, still holds the records that <see cref="Column"/> speaks of.</summary>
    internal abstract bool IsUnchanged(object collection);

    /// <summary>Whether <paramref name="collection"/>, which was changed, may hold records that it did not hold when the column was made.</summary>
    internal virtual bool MayHoldOthers(object collection) => true;

    /// <summary>As <see cref="IsUnchanged"/>, in constant time, asked by a loop over the collection at each record when it was unchanged at the first: values that are replaced meanwhile are not seen.</summary>
    internal virtual bool IsStillUnchanged(object collection) => IsUnchanged(collection);

    /// <summary>The record with an index, for one that is read by itself; none where there is none.</summary>
    internal virtual LoopRecord RecordAt(int index) => Column is { } column && (uint)index < (uint)column.Count ? new LoopRecord(column[index], column.Step) : default;
}

/// <summary>An attachment whose column is known from the start.</summary>
internal abstract class ColumnAttachment(SpanColumn column) : Attachment
{
    internal sealed override SpanColumn Column { get; } = column;
}
