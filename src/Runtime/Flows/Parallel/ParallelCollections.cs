using System.Runtime.InteropServices;
using Weft.Capture;
using Weft.Operators;

namespace Weft.Flows.Parallel;

/// <summary>The operators that make a collection of a parallel query's records.</summary>
internal static class ParallelCollections
{
    internal static T[] Array<T>(ParallelFlow<T> source, int site)
    {
        T[] array;
        SpanColumn column;
        if (PartitionRecords<T>.CanGather(source))
        {
            PartitionRecords<T> gathered = PartitionRecords<T>.Gather(source, out Way way);
            array = gathered.Count == 0 ? [] : GC.AllocateUninitializedArray<T>(gathered.Count);
            column = gathered.Split(array, Steps.Intern(site, way.Step));
        }
        else
        {
            Chosen<T>[] records = source.Open(out Way way).ToArray();
            array = records.Length == 0 ? [] : new T[records.Length];
            column = Split(records, array, Steps.Intern(site, way.Step));
        }
        ArrayAttachment<T>.Attach(array, column);
        return Materialise.Keep(array, column, site);
    }

    internal static List<T> List<T>(ParallelFlow<T> source, int site)
    {
        var list = new List<T>();
        SpanColumn column;
        if (PartitionRecords<T>.CanGather(source))
        {
            PartitionRecords<T> gathered = PartitionRecords<T>.Gather(source, out Way way);
            CollectionsMarshal.SetCount(list, gathered.Count);
            column = gathered.Split(CollectionsMarshal.AsSpan(list), Steps.Intern(site, way.Step));
        }
        else
        {
            List<Chosen<T>> records = source.Open(out Way way).ToList();
            CollectionsMarshal.SetCount(list, records.Count);
            column = Split(CollectionsMarshal.AsSpan(records), CollectionsMarshal.AsSpan(list), Steps.Intern(site, way.Step));
        }
        ListAttachment<T>.Attach(list, column);
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
        ParallelQuery<Chosen<TSource>> records = source.Open(out Way way);
        ParallelQuery<IGrouping<TKey, TElement>> groups = ParallelGrouping.Group(
            records, keySelector, elementSelector, comparer, static group => (IGrouping<TKey, TElement>)group, () => Steps.Intern(site, way.Step));
        ILookup<TKey, TElement> lookup = ParallelLookupInternals<TKey, TElement>.Create(comparer);
        foreach (IGrouping<TKey, TElement> group in groups) ParallelLookupInternals<TKey, TElement>.Add(lookup, group);
        var attachment = new ParallelLookupAttachment([.. lookup.Select(static group => ((ParallelMembers)group).Column)]);
        Attachments.Set(lookup, attachment);
        return Materialise.IsOutput(site) ? Materialise.Keep(lookup, attachment.Column, site) : lookup;
    }

    private static SpanColumn Split<T>(ReadOnlySpan<Chosen<T>> records, Span<T> values, int step)
    {
        ColumnBuilder spans = ColumnBuilder.Rent();
        ColumnBuilder.SpanWriter writer = spans.Open();
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = records[i].Value;
            writer.Add(records[i].Span);
        }
        writer.Close();
        return spans.Finish(step);
    }
}
