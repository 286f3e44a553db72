using Weft.Capture;
using Weft.Flows;
using Weft.Flows.Async;
using Weft.Flows.Grouping;

namespace Weft.Operators;

/// <summary>The collections that Weft fills itself, because not every record of the source is in them by its place; the arguments were checked.</summary>
internal static class AsyncCollections
{
    /// <summary>The first record of each value.</summary>
    internal static async ValueTask<HashSet<T>> Set<T>(IAsyncEnumerable<T> source, IEqualityComparer<T>? comparer, int site, CancellationToken cancellationToken)
    {
        var span = new CurrentSpan();
        IAsyncEnumerable<T> records = source.AsFlow(site).Open(span, out Way way);
        ColumnBuilder spans = ColumnBuilder.Rent();
        var set = new HashSet<T>(comparer);
        WitnessSet<T>? witnesses = WitnessSetting.KeepsAll ? new WitnessSet<T>(comparer) : null;
        await foreach (T record in records.WithCancellation(cancellationToken))
        {
            bool isFirst = set.Add(record);
            ulong result = span.Value;
            witnesses?.Add(record, span.Value, out result);
            if (isFirst) spans.Add(result);
        }
        witnesses?.Complete(site, way.Step);
        SpanColumn column = spans.Finish(witnesses is null ? Steps.Intern(site, way.Step) : 0);
        Attachments.Set(set, new SetAttachment<T>(set, column));
        return Materialise.Keep(set, column, site);
    }

    internal static ValueTask<ILookup<TKey, TSource>> Lookup<TSource, TKey>(
        IAsyncEnumerable<TSource> source, Func<TSource, TKey> keySelector, IEqualityComparer<TKey>? comparer, int site, CancellationToken cancellationToken)
        => Lookup(source, AsyncGroupBy.Later(keySelector), AsyncGroupBy.Itself, comparer, site, cancellationToken);

    internal static ValueTask<ILookup<TKey, TSource>> Lookup<TSource, TKey>(
        IAsyncEnumerable<TSource> source, Func<TSource, CancellationToken, ValueTask<TKey>> keySelector, IEqualityComparer<TKey>? comparer, int site, CancellationToken cancellationToken)
        => Lookup(source, keySelector, AsyncGroupBy.Itself, comparer, site, cancellationToken);

    internal static ValueTask<ILookup<TKey, TElement>> Lookup<TSource, TKey, TElement>(
        IAsyncEnumerable<TSource> source, Func<TSource, TKey> keySelector, Func<TSource, TElement> elementSelector,
        IEqualityComparer<TKey>? comparer, int site, CancellationToken cancellationToken)
        => Lookup(source, AsyncGroupBy.Later(keySelector), AsyncGroupBy.Later(elementSelector), comparer, site, cancellationToken);

    /// <summary>The groups of a sequence.</summary>
    internal static async ValueTask<ILookup<TKey, TElement>> Lookup<TSource, TKey, TElement>(
        IAsyncEnumerable<TSource> source, Func<TSource, CancellationToken, ValueTask<TKey>> keySelector, Func<TSource, CancellationToken, ValueTask<TElement>> elementSelector,
        IEqualityComparer<TKey>? comparer, int site, CancellationToken cancellationToken)
    {
        AsyncSpannedLookup<TKey, TElement> spanned = await AsyncSpannedLookup<TKey, TElement>.Create(
            source, keySelector, elementSelector, comparer, skipNullKeys: false, site, argument: 0, cancellationToken);
        // .NET has one object for all lookups without groups.
        if (spanned.Spans.Count == 0)
            return Materialise.Keep(await AsyncEnumerable.Empty<TSource>().ToLookupAsync(keySelector, elementSelector, comparer, cancellationToken), new RangeColumn(0, 0, 0), site);
        spanned.Register();
        Attachments.Set(spanned.Lookup, new LookupAttachment(spanned.Spans));
        if (Materialise.IsOutput(site)) Recorder.Output(site, spanned.Spans.DeriveGroups(ThreadBuffer.Current));
        return spanned.Lookup;
    }
}
