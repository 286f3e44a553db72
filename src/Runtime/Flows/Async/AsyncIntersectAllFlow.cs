using System.Runtime.CompilerServices;

namespace Weft.Flows.Async;

/// <summary>Intersect and IntersectBy where a result follows from all of its duplicates, in either sequence.</summary>
internal sealed class AsyncIntersectAllFlow<T, TKey>(
    AsyncFlow<T> first, AsyncFlow<TKey> second, Func<T, CancellationToken, ValueTask<TKey>> keySelector, IEqualityComparer<TKey>? comparer, int site) : AsyncFlow<T>
{
    internal override IAsyncEnumerable<T> Open(CurrentSpan span, out Way way)
    {
        way = Way.Issued;
        return Read(span);
    }

    // Where the second sequence shows nothing, .NET does not ask the first one.
    private async IAsyncEnumerable<T> Read(CurrentSpan result, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var witnesses = new IntersectionWitnesses<TKey>(comparer);
        var span = new CurrentSpan();
        IAsyncEnumerable<TKey> keys = second.Open(span, out Way secondWay);
        await foreach (TKey key in keys.WithCancellation(cancellationToken)) witnesses.Admit(key, span.Value);
        if (witnesses.AdmitsNothing) yield break;
        IAsyncEnumerable<T> records = first.Open(span, out Way firstWay);
        try
        {
            await foreach (T record in records.WithCancellation(cancellationToken))
            {
                if (!witnesses.Add(await keySelector(record, cancellationToken), span.Value, out ulong child)) continue;
                result.Value = child;
                yield return record;
            }
        }
        finally
        {
            witnesses.Complete(site, firstWay.Step, secondWay.Step);
        }
    }
}
