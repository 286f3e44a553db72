using System.Runtime.CompilerServices;

namespace Weft.Flows.Async;

/// <summary>Distinct, Union and Except where a result follows from all of its duplicates.</summary>
/// <typeparam name="T">The records.</typeparam>
/// <typeparam name="TKey">What makes them duplicates.</typeparam>
/// <param name="source">The records.</param>
/// <param name="excluded">Keys of no result, which are read before; null when there are none.</param>
/// <param name="keySelector">The key of a record.</param>
/// <param name="comparer">Compares keys, or null for the default.</param>
/// <param name="site">The call's site.</param>
internal sealed class AsyncWitnessFlow<T, TKey>(
    AsyncFlow<T> source, IAsyncEnumerable<TKey>? excluded, Func<T, CancellationToken, ValueTask<TKey>> keySelector, IEqualityComparer<TKey>? comparer, int site)
    : AsyncFlow<T>
{
    internal override IAsyncEnumerable<T> Open(CurrentSpan span, out Way way)
    {
        way = Way.Issued;
        return Read(span);
    }

    private async IAsyncEnumerable<T> Read(CurrentSpan result, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var witnesses = new WitnessSet<TKey>(comparer);
        var span = new CurrentSpan();
        IAsyncEnumerable<T> records = source.Open(span, out Way way);
        try
        {
            if (excluded is not null)
            {
                await foreach (TKey key in excluded.WithCancellation(cancellationToken)) witnesses.Exclude(key);
            }
            await foreach (T record in records.WithCancellation(cancellationToken))
            {
                if (!witnesses.Add(await keySelector(record, cancellationToken), span.Value, out ulong child)) continue;
                result.Value = child;
                yield return record;
            }
        }
        finally
        {
            witnesses.Complete(site, way.Step);
        }
    }
}
