namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <c>AsyncEnumerable.ToLookupAsync</c>: every member keeps its span; a group follows from its members.</summary>
    public static ValueTask<ILookup<TKey, TSource>> ToLookupAsync<TLineage, TSource, TKey>(
        IAsyncEnumerable<TSource> source, Func<TSource, TKey> keySelector, IEqualityComparer<TKey>? comparer, CancellationToken cancellationToken, int site)
        where TLineage : struct, ILineage
        => TLineage.IsRecording && source is not null && keySelector is not null
            ? Operators.AsyncCollections.Lookup(source, keySelector, comparer, site, cancellationToken)
            : AsyncEnumerable.ToLookupAsync(source!, keySelector!, comparer, cancellationToken);

    /// <summary>The woven form of <c>AsyncEnumerable.ToLookupAsync</c>: every member keeps its span; a group follows from its members.</summary>
    public static ValueTask<ILookup<TKey, TSource>> ToLookupAsync<TLineage, TSource, TKey>(
        IAsyncEnumerable<TSource> source, Func<TSource, CancellationToken, ValueTask<TKey>> keySelector, IEqualityComparer<TKey>? comparer, CancellationToken cancellationToken, int site)
        where TLineage : struct, ILineage
        => TLineage.IsRecording && source is not null && keySelector is not null
            ? Operators.AsyncCollections.Lookup(source, keySelector, comparer, site, cancellationToken)
            : AsyncEnumerable.ToLookupAsync(source!, keySelector!, comparer, cancellationToken);

    /// <summary>The woven form of <c>AsyncEnumerable.ToLookupAsync</c>: every member keeps its span; a group follows from its members.</summary>
    public static ValueTask<ILookup<TKey, TElement>> ToLookupAsync<TLineage, TSource, TKey, TElement>(
        IAsyncEnumerable<TSource> source, Func<TSource, TKey> keySelector, Func<TSource, TElement> elementSelector, IEqualityComparer<TKey>? comparer, CancellationToken cancellationToken, int site)
        where TLineage : struct, ILineage
        => TLineage.IsRecording && source is not null && keySelector is not null && elementSelector is not null
            ? Operators.AsyncCollections.Lookup(source, keySelector, elementSelector, comparer, site, cancellationToken)
            : AsyncEnumerable.ToLookupAsync(source!, keySelector!, elementSelector!, comparer, cancellationToken);

    /// <summary>The woven form of <c>AsyncEnumerable.ToLookupAsync</c>: every member keeps its span; a group follows from its members.</summary>
    public static ValueTask<ILookup<TKey, TElement>> ToLookupAsync<TLineage, TSource, TKey, TElement>(
        IAsyncEnumerable<TSource> source, Func<TSource, CancellationToken, ValueTask<TKey>> keySelector, Func<TSource, CancellationToken, ValueTask<TElement>> elementSelector, IEqualityComparer<TKey>? comparer, CancellationToken cancellationToken, int site)
        where TLineage : struct, ILineage
        => TLineage.IsRecording && source is not null && keySelector is not null && elementSelector is not null
            ? Operators.AsyncCollections.Lookup(source, keySelector, elementSelector, comparer, site, cancellationToken)
            : AsyncEnumerable.ToLookupAsync(source!, keySelector!, elementSelector!, comparer, cancellationToken);
}
