using Weft.Capture;

namespace Weft.Flows.Async;

/// <summary>The records of a flow for one of .NET's own operators that reads them all; keeps their spans.</summary>
internal sealed class AsyncTap<T> : AsyncReading<T>, IAsyncEnumerable<T>, IAsyncEnumerator<T>
{
    private readonly ColumnBuilder _spans = ColumnBuilder.Rent();
    private readonly CurrentSpan _span;
    private readonly Way _way;

    private AsyncTap(IAsyncEnumerable<T> records, CurrentSpan span, Way way) : base(records)
    {
        _span = span;
        _way = way;
    }

    /// <inheritdoc/>
    public T Current => SourceCurrent;

    internal static AsyncTap<T> On(IAsyncEnumerable<T> source, int site)
    {
        var span = new CurrentSpan();
        return new AsyncTap<T>(source.AsFlow(site).Open(span, out Way way), span, way);
    }

    /// <inheritdoc/>
    public IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        Start(cancellationToken);
        return this;
    }

    /// <summary>The spans of all records read, with the step by which they came to the operator; once, at the end.</summary>
    internal SpanColumn Finish() => _spans.Finish(_way.Step);

    /// <summary>The spans of all records read, for a collection that the operator at <paramref name="site"/> made of them; once, at the end.</summary>
    internal SpanColumn Finish(int site) => _spans.Finish(Steps.Intern(site, _way.Step));

    protected override void Moved() => _spans.Add(_span.Value);
}
