using System.Diagnostics;

namespace Workloads;

/// <summary>
/// One <see cref="Activity"/> a record, with a listener, around all that happens to the record downstream: where records begin (an array, a file's
/// lines) and where new ones are made (SelectMany, Join, GroupBy, Concat). Being in the workloads' own namespace, these methods are chosen before LINQ's.
/// </summary>
internal static class TracedOperators
{
    private static readonly ActivitySource _source = new("Workloads");
    private static readonly ActivityListener _listener = Listen();

    internal static IEnumerable<T> Where<T>(this T[] source, Func<T, bool> predicate) => Enumerable.Where(Traced(source), predicate);

    internal static List<T> ToList<T>(this T[] source) => Enumerable.ToList(Traced(source));

    internal static ILookup<TKey, TElement> ToLookup<T, TKey, TElement>(this T[] source, Func<T, TKey> key, Func<T, TElement> element) where TKey : notnull =>
        Enumerable.ToLookup(Traced(source), key, element);

    internal static IEnumerable<string> Skip(this IEnumerable<string> lines, int count) => Traced(Enumerable.Skip(lines, count));

    internal static IEnumerable<TResult> SelectMany<T, TResult>(this IEnumerable<T> source, Func<T, IEnumerable<TResult>> selector) =>
        Traced(Enumerable.SelectMany(source, selector));

    internal static IEnumerable<TResult> Join<TOuter, TInner, TKey, TResult>(
        this IEnumerable<TOuter> outer, IEnumerable<TInner> inner, Func<TOuter, TKey> outerKey, Func<TInner, TKey> innerKey, Func<TOuter, TInner, TResult> result) =>
        Traced(Enumerable.Join(outer, inner, outerKey, innerKey, result));

    internal static IEnumerable<IGrouping<TKey, TElement>> GroupBy<T, TKey, TElement>(this IEnumerable<T> source, Func<T, TKey> key, Func<T, TElement> element) =>
        Traced(Enumerable.GroupBy(source, key, element));

    internal static IEnumerable<T> Concat<T>(this IEnumerable<T> first, IEnumerable<T> second) => Traced(Enumerable.Concat(first, second));

    private static IEnumerable<T> Traced<T>(IEnumerable<T> records)
    {
        foreach (T record in records)
        {
            using Activity? activity = _source.StartActivity("record");
            yield return record;
        }
    }

    private static ActivityListener Listen()
    {
        var listener = new ActivityListener
        {
            ShouldListenTo = source => source == _source,
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
        };
        ActivitySource.AddActivityListener(listener);
        return listener;
    }
}
