namespace Weft.Flows.Collections;

/// <summary>Columns made of others.</summary>
internal static class ColumnParts
{
    /// <summary>All spans of a column, by index.</summary>
    internal static ulong[] ToSpans(this SpanColumn column)
    {
        var spans = new ulong[column.Count];
        column.CopyTo(0, spans);
        return spans;
    }

    /// <summary>The column of these spans, come by a step.</summary>
    internal static SpanColumn ToColumn(this ReadOnlySpan<ulong> spans, int step)
    {
        ColumnBuilder column = ColumnBuilder.Rent();
        foreach (ulong span in spans) column.Add(span);
        return column.Finish(step);
    }

    /// <summary>The column of <paramref name="count"/> spans from <paramref name="start"/> on, come by a step.</summary>
    internal static SpanColumn Part(this SpanColumn column, int start, int count, int step)
    {
        if (column.TryGetRange(start, count, out ulong first)) return new RangeColumn(first, count, step);
        ColumnBuilder part = ColumnBuilder.Rent();
        part.AddColumn(column, start, count);
        return part.Finish(step);
    }

    /// <summary>A column without <paramref name="count"/> spans from <paramref name="index"/> on, come by a step.</summary>
    internal static SpanColumn Without(this SpanColumn column, int index, int count, int step)
    {
        ColumnBuilder left = ColumnBuilder.Rent();
        left.AddColumn(column, 0, index);
        left.AddColumn(column, index + count, column.Count - index - count);
        return left.Finish(step);
    }

    /// <summary>A column with another one put in before <paramref name="index"/>, come by a step.</summary>
    internal static SpanColumn Insert(this SpanColumn column, int index, SpanColumn added, int step)
    {
        ColumnBuilder whole = ColumnBuilder.Rent();
        whole.AddColumn(column, 0, index);
        whole.AddColumn(added, 0, added.Count);
        whole.AddColumn(column, index, column.Count - index);
        return whole.Finish(step);
    }
}
