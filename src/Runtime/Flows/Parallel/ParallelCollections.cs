using System.Runtime.InteropServices;
using Weft.Capture;
using Weft.Operators;

namespace Weft.Flows.Parallel;

/// <summary>The operators that make a collection of a parallel query's records.</summary>
internal static class ParallelCollections
{
    internal static T[] Array<T>(ParallelFlow<T> source, int site)
    {
        Chosen<T>[] records = source.Open(out Way way).ToArray();
        T[] array = records.Length == 0 ? [] : new T[records.Length];
        SpanColumn column = Split(records, array, way, site);
        Materialise.AttachTo(array, column);
        return Materialise.Keep(array, column, site);
    }

    internal static List<T> List<T>(ParallelFlow<T> source, int site)
    {
        List<Chosen<T>> records = source.Open(out Way way).ToList();
        var list = new List<T>(records.Count);
        CollectionsMarshal.SetCount(list, records.Count);
        SpanColumn column = Split(CollectionsMarshal.AsSpan(records), CollectionsMarshal.AsSpan(list), way, site);
        Attachments.Set(list, new ListAttachment<T>(list, column));
        return Materialise.Keep(list, column, site);
    }

    // PLINQ fills a dictionary on the calling thread, one record after the other, and asks for each one's element just before it adds it.
    internal static Dictionary<TKey, TElement> Dictionary<TSource, TKey, TElement>(
        ParallelFlow<TSource> source, Func<TSource, TKey> keySelector, Func<TSource, TElement> elementSelector, IEqualityComparer<TKey>? comparer, int site)
        where TKey : notnull
    {
        var spans = new ColumnBuilder();
        Dictionary<TKey, TElement> dictionary = source.Open(out Way way).ToDictionary(
            record => keySelector(record.Value),
            record =>
            {
                TElement element = elementSelector(record.Value);
                spans.Add(record.Span);
                return element;
            },
            comparer);
        SpanColumn column = spans.Finish(Steps.Intern(site, way.Step));
        DictionaryAttachment<TKey, TElement>.Attach(dictionary, column);
        return Materialise.Keep(dictionary, column, site);
    }

    internal static ILookup<TKey, TElement> Lookup<TSource, TKey, TElement>(
        ParallelFlow<TSource> source, Func<TSource, TKey> keySelector, Func<TSource, TElement> elementSelector, IEqualityComparer<TKey>? comparer, int site)
        where TKey : notnull
    {
        ParallelQuery<IGrouping<TKey, Chosen<TElement>>> groups = ParallelGrouping.Group(source.Open(out Way way), keySelector, elementSelector, comparer);
        ILookup<TKey, TElement> lookup = ParallelLookupInternals<TKey, TElement>.Create(comparer);
        foreach (IGrouping<TKey, TElement> group in groups.Select(group => ParallelGrouping.Hand(group, Steps.Intern(site, way.Step))))
            ParallelLookupInternals<TKey, TElement>.Add(lookup, group);
        var attachment = new ParallelLookupAttachment([.. lookup.Select(static group => ((ParallelMembers)group).Column)]);
        Attachments.Set(lookup, attachment);
        return Materialise.IsOutput(site) ? Materialise.Keep(lookup, attachment.Column, site) : lookup;
    }

    private static SpanColumn Split<T>(ReadOnlySpan<Chosen<T>> records, Span<T> values, Way way, int site)
    {
        ColumnBuilder spans = ColumnBuilder.Rent();
        ColumnBuilder.SpanWriter writer = spans.Open();
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = records[i].Value;
            writer.Add(records[i].Span);
        }
        writer.Close();
        return spans.Finish(Steps.Intern(site, way.Step));
    }
}
