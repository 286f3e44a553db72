using Weft.Capture;

namespace Weft.Flows.Parallel;

/// <summary>The column of a lookup's groups, each following from all of its members. Derived when first asked for: most lookups are only searched.</summary>
internal sealed class ParallelLookupAttachment(SpanColumn[] members) : Attachment
{
    private readonly Lock _gate = new();
    private SpanColumn? _column;

    internal override SpanColumn Column
    {
        get
        {
            lock (_gate) return _column ??= Derive();
        }
    }

    internal override bool IsUnchanged(object collection) => true;

    private SpanColumn Derive()
    {
        ColumnBuilder groups = ColumnBuilder.Rent();
        foreach (SpanColumn column in members) groups.Add(ThreadBuffer.Current.DeriveFanIn(column.Step, column));
        return groups.Finish(0);
    }
}
