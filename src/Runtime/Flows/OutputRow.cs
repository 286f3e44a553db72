using Weft.Capture;

namespace Weft.Flows;

/// <summary>Scalar results as outputs of one record.</summary>
internal static class OutputRow
{
    // What the operator that has ended last on this thread has made, as long as nobody has taken it.
    [ThreadStatic]
    private static LoopRecord _made;

    /// <summary>Whether the result of a scalar operator is recorded; else the operator is LINQ's own.</summary>
    internal static bool IsTraced<TLineage>(object? source, int site) where TLineage : struct, ILineage
        => TLineage.IsRecording && SiteRegistry.IsOutput(site) && source is not null && (SiteRegistry.IsNamed(site) || Origin.MayCarry(source));

    /// <summary>The record that the result of the operator is made of which has ended last on this thread; none where nobody traced what it read.</summary>
    internal static LoopRecord TakeMade()
    {
        LoopRecord made = _made;
        _made = default;
        return made;
    }

    /// <summary>The number of records, as an output that follows from all of them.</summary>
    internal static int Count<T>(Flow<T> records, int site)
    {
        ColumnBuilder spans = ColumnBuilder.Rent();
        int count = records.CountTraced(spans, cheaply: false, out int step);
        DeriveFrom(spans.Finish(step), site);
        return count;
    }

    /// <summary>Gives every record to <paramref name="sink"/>; where the result is an output, it follows from all of them.</summary>
    internal static void Fold<T, TSink, TCursor>(Flow<T> records, ref TSink sink, int site) where TSink : struct, ISink<T, TCursor>, allows ref struct where TCursor : struct, ICursor<T>, allows ref struct
    {
        ColumnBuilder spans = ColumnBuilder.Rent();
        int step = records.DrainThrough<T, Arrive<T>, TSink, TCursor>(default, ref sink, spans);
        if (SiteRegistry.IsOutput(site)) DeriveFrom(spans.Finish(step), site);
        else spans.Abandon();
    }

    /// <summary>The result at <paramref name="site"/> follows from every record of a column, whose step is that of the operator's input.</summary>
    internal static void DeriveFrom(SpanColumn column, int site)
    {
        int step = Steps.Intern(site, column.Step);
        ThreadBuffer buffer = ThreadBuffer.Current;
        ulong span = column.Count == 0 ? buffer.DerivePair(step, 0, 0) : buffer.DeriveFanIn(step, column);
        Made(span, 0, site);
    }

    /// <summary>The result at <paramref name="site"/> is a record that came to the operator by <paramref name="step"/>; 0 when no record was chosen.</summary>
    internal static void Witness(ulong span, int step, int site)
    {
        if (span == 0) DeriveFrom(new RangeColumn(0, 0, 0), site);
        else Made(span, Steps.Intern(site, step), site);
    }

    private static void Made(ulong span, int step, int site)
    {
        _made = new LoopRecord(span, step);
        if (SiteRegistry.IsNamed(site)) Recorder.Output(site, new RangeColumn(span, 1, step));
    }
}
