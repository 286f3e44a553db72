using Weft.Flows;

namespace Weft.Operators;

/// <summary>The least and greatest record by a comparer, together with its span: LINQ chooses among records that have their spans beside them.</summary>
internal static class Extreme
{
    /// <summary>As <c>Enumerable.Min</c> of the images.</summary>
    internal static T? Min<TSource, T>(IEnumerable<TSource> source, Func<TSource, T> selector, IComparer<T>? comparer, int site)
    {
        Traced<TSource, T> records = Enter(source, selector, site, out Flow<TSource> flow);
        return Give(default(T) is null
            ? OrNull(records).Min(new ByNullableValue<T>(comparer ?? Comparer<T>.Default))
            : records.Min(new ByValue<T>(comparer ?? Comparer<T>.Default)), flow, site);
    }

    /// <summary>As <c>Enumerable.Max</c> of the images.</summary>
    internal static T? Max<TSource, T>(IEnumerable<TSource> source, Func<TSource, T> selector, IComparer<T>? comparer, int site)
    {
        Traced<TSource, T> records = Enter(source, selector, site, out Flow<TSource> flow);
        return Give(default(T) is null
            ? OrNull(records).Max(new ByNullableValue<T>(comparer ?? Comparer<T>.Default))
            : records.Max(new ByValue<T>(comparer ?? Comparer<T>.Default)), flow, site);
    }

    /// <summary>As <c>Enumerable.MinBy</c>.</summary>
    internal static T? MinBy<T, TKey>(IEnumerable<T> source, Func<T, TKey> keySelector, IComparer<TKey>? comparer, int site)
    {
        Traced<T, T> records = Enter(source, Itself<T>.Selector, site, out Flow<T> flow);
        return Give(default(T) is null
            ? records.Select(record => (Chosen<T>?)record).MinBy(record => keySelector(record!.Value.Value), comparer)
            : records.MinBy(record => keySelector(record.Value), comparer), flow, site);
    }

    /// <summary>As <c>Enumerable.MaxBy</c>.</summary>
    internal static T? MaxBy<T, TKey>(IEnumerable<T> source, Func<T, TKey> keySelector, IComparer<TKey>? comparer, int site)
    {
        Traced<T, T> records = Enter(source, Itself<T>.Selector, site, out Flow<T> flow);
        return Give(default(T) is null
            ? records.Select(record => (Chosen<T>?)record).MaxBy(record => keySelector(record!.Value.Value), comparer)
            : records.MaxBy(record => keySelector(record.Value), comparer), flow, site);
    }

    private static Traced<TSource, T> Enter<TSource, T>(IEnumerable<TSource> source, Func<TSource, T> selector, int site, out Flow<TSource> flow)
        => new(flow = source.AsFlow(site).Fresh(), selector);

    // LINQ passes nulls over.
    private static IEnumerable<Chosen<T>?> OrNull<TSource, T>(Traced<TSource, T> records)
        => records.Select(record => record.Value is null ? null : (Chosen<T>?)record);

    private static T? Give<TSource, T>(Chosen<T>? chosen, Flow<TSource> flow, int site)
    {
        OutputRow.Witness(chosen?.Span ?? 0, flow.Step, site);
        return chosen is { } found ? found.Value : default;
    }

    private sealed class ByValue<T>(IComparer<T> values) : IComparer<Chosen<T>>
    {
        public int Compare(Chosen<T> x, Chosen<T> y) => values.Compare(x.Value, y.Value);
    }

    private sealed class ByNullableValue<T>(IComparer<T> values) : IComparer<Chosen<T>?>
    {
        public int Compare(Chosen<T>? x, Chosen<T>? y) => values.Compare(x!.Value.Value, y!.Value.Value);
    }
}
