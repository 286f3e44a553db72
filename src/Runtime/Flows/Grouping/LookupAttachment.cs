using Weft.Capture;

namespace Weft.Flows.Grouping;

/// <summary>The column of a lookup's groups, each following from all of its members. Derived when first asked for: most lookups are only searched.</summary>
internal sealed class LookupAttachment(GroupSpans members) : Attachment
{
    private readonly Lock _gate = new();
    private SpanColumn? _column;

    internal override SpanColumn Column
    {
        get
        {
            lock (_gate) return _column ??= members.DeriveGroups(ThreadBuffer.Current);
        }
    }

    internal override bool IsUnchanged(object collection) => true;
}
