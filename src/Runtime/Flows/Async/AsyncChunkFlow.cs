using Weft.Capture;

namespace Weft.Flows.Async;

/// <summary>Chunk.</summary>
internal sealed class AsyncChunkFlow<T>(AsyncFlow<T> source, int size, int site) : AsyncFlow<T[]>
{
    internal override IAsyncEnumerable<T[]> Open(CurrentSpan span, out Way way)
    {
        var member = new CurrentSpan();
        var members = new Members(source.Open(member, out Way sourceWay), member);
        way = Way.Issued;
        return new Chunks(AsyncEnumerable.Chunk(members, size), span, members, sourceWay, site);
    }

    // The operator's source; it reads no further than the chunk that it gives.
    private sealed class Members(IAsyncEnumerable<T> records, CurrentSpan span) : AsyncReading<T>(records), IAsyncEnumerable<T>, IAsyncEnumerator<T>
    {
        private ColumnBuilder _spans = ColumnBuilder.Rent();

        public T Current => SourceCurrent;

        public IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default)
        {
            Start(cancellationToken);
            return this;
        }

        internal SpanColumn Take(int step)
        {
            SpanColumn column = _spans.Finish(step);
            _spans = ColumnBuilder.Rent();
            return column;
        }

        protected override void Moved() => _spans.Add(span.Value);
    }

    private sealed class Chunks(IAsyncEnumerable<T[]> chunks, CurrentSpan span, Members members, Way way, int site) : AsyncSpanned<T[]>(chunks, span)
    {
        protected override ulong NextSpan()
        {
            T[] chunk = Current;
            SpanColumn column = members.Take(Steps.Intern(site, way.Step));
            ArrayAttachment<T>.Attach(chunk, column);
            return ThreadBuffer.Current.DeriveFanIn(column.Step, column);
        }
    }
}
