using System.Collections;
using Weft.Flows;
using Weft.Flows.Async;

namespace Weft.Events.Deferred;

/// <summary>A sequence that tells the record of each item at the moment when it is taken.</summary>
/// <param name="source">The sequence.</param>
/// <param name="site">The site that reads it.</param>
/// <param name="take">Is told the span and the step.</param>
internal sealed class TakenRecords<T>(IEnumerable<T> source, int site, Action<ulong, int> take) : IEnumerable<T>
{
    public IEnumerator<T> GetEnumerator() => new Reader(source.AsFlow(site).Start(), take);

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private sealed class Reader(Flow<T> flow, Action<ulong, int> take) : IEnumerator<T>
    {
        public T Current
        {
            get
            {
                take(flow.Span, flow.Step);
                return flow.Value;
            }
        }

        object? IEnumerator.Current => Current;

        public bool MoveNext() => flow.MoveNext();

        public void Reset() => throw new NotSupportedException();

        public void Dispose() => flow.Dispose();
    }
}

/// <summary>As <see cref="TakenRecords{T}"/>, asynchronous.</summary>
internal sealed class TakenAsyncRecords<T>(IAsyncEnumerable<T> source, int site, Action<ulong, int> take) : IAsyncEnumerable<T>
{
    public IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken) => new Reader(source.AsFlow(site).GetAsyncEnumerator(cancellationToken), take);

    private sealed class Reader(IAsyncEnumerator<T> records, Action<ulong, int> take) : IAsyncEnumerator<T>
    {
        public T Current
        {
            get
            {
                if (records is AsyncRecords known) take(known.Span, known.Step);
                return records.Current;
            }
        }

        public ValueTask<bool> MoveNextAsync() => records.MoveNextAsync();

        public ValueTask DisposeAsync() => records.DisposeAsync();
    }
}
