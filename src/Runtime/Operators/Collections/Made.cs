using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Weft.Capture;
using Weft.Flows;
using Weft.Flows.Collections;
using Weft.Queues;

namespace Weft.Operators;

internal static partial class Materialise
{
    /// <summary>What .NET makes of a sequence, with all its records in the order in which they were read.</summary>
    internal static TCollection InOrder<T, TCollection>(IEnumerable<T> source, Func<IEnumerable<T>, TCollection> make, Func<TCollection, SpanColumn, Attachment> attach, int site)
        where TCollection : class, IEnumerable<T>
    {
        var handed = new Handed<T>(source, site);
        TCollection made = make(handed.Records);
        return Attached(made, source, handed.Finish(), attach, site);
    }

    /// <summary>As <see cref="InOrder"/>, the last record read first.</summary>
    internal static TCollection InReverse<T, TCollection>(IEnumerable<T> source, Func<IEnumerable<T>, TCollection> make, Func<TCollection, SpanColumn, Attachment> attach, int site)
        where TCollection : class, IEnumerable<T>
    {
        var handed = new Handed<T>(source, site);
        TCollection made = make(handed.Records);
        SpanColumn column = handed.Finish();
        ulong[] spans = column.ToSpans();
        spans.AsSpan().Reverse();
        return Attached(made, source, new ReadOnlySpan<ulong>(spans).ToColumn(column.Step), attach, site);
    }

    /// <summary>What .NET makes of a sequence, with some or all of its records in an order of its own.</summary>
    internal static TCollection ByRecord<T, TCollection>(IEnumerable<T> source, Func<IEnumerable<T>, TCollection> make, Func<TCollection, SpanColumn, Attachment> attach, int site)
        where TCollection : class, IReadOnlyCollection<T>
    {
        var spans = new SpansByRecord<T>();
        var handed = new Handed<T>(source, site, read: spans.Add);
        TCollection made = make(handed.Records);
        SpanColumn arrived = handed.Finish();
        SpanColumn? column = handed.ReadCollection() ? spans.ColumnOf(made, arrived.Step) : null;
        return Attached(made, source, column ?? AnyOf(arrived, made.Count), attach, site);
    }

    /// <summary>As <see cref="ByRecord"/>, of a dictionary: a record is told by its key.</summary>
    internal static TDictionary ByKey<T, TKey, TValue, TDictionary>(
        IEnumerable<T> source, Func<T, TKey> keySelector, Func<IEnumerable<T>, Func<T, TKey>, TDictionary> make, Func<TDictionary, SpanColumn, Attachment> attach, int site)
        where TDictionary : class, IReadOnlyDictionary<TKey, TValue>
    {
        var spans = new SpansByRecord<TKey>();
        var handed = new Handed<T>(source, site);
        int calls = 0;
        TDictionary made = make(handed.Records, record =>
        {
            TKey key = keySelector(record);
            spans.Add(key, handed.SpanOfCall(calls++));
            return key;
        });
        SpanColumn arrived = handed.Finish();
        return Attached(made, source, spans.ColumnOf(made.Select(static pair => pair.Key), arrived.Step) ?? AnyOf(arrived, made.Count), attach, site);
    }

    /// <summary>As <see cref="ByKey"/>, made of pairs.</summary>
    internal static TDictionary OfPairs<TKey, TValue, TDictionary>(
        IEnumerable<KeyValuePair<TKey, TValue>> source, Func<IEnumerable<KeyValuePair<TKey, TValue>>, TDictionary> make, Func<TDictionary, SpanColumn, Attachment> attach, int site)
        where TDictionary : class, IReadOnlyDictionary<TKey, TValue>
    {
        var spans = new SpansByRecord<TKey>();
        var handed = new Handed<KeyValuePair<TKey, TValue>>(source, site, read: (pair, span) => spans.Add(pair.Key, span));
        TDictionary made = make(handed.Records);
        SpanColumn arrived = handed.Finish();
        SpanColumn? column = handed.ReadCollection() ? spans.ColumnOf(made.Select(static pair => pair.Key), arrived.Step) : null;
        return Attached(made, source, column ?? AnyOf(arrived, made.Count), attach, site);
    }

    /// <summary>An immutable array made of a sequence, with all its records in the order in which they were read.</summary>
    internal static ImmutableArray<T> ImmutableArray<T>(IEnumerable<T> source, int site)
    {
        var handed = new Handed<T>(source, site);
        ImmutableArray<T> made = System.Collections.Immutable.ImmutableArray.CreateRange(handed.Records);
        return ImmutableArray(made, handed.Finish(), site);
    }

    /// <summary>Gives a column to an immutable array, unless it is one that had its own.</summary>
    internal static ImmutableArray<T> ImmutableArray<T>(ImmutableArray<T> made, SpanColumn column, int site)
    {
        // The empty array is one object for everybody.
        if (ImmutableCollectionsMarshal.AsArray(made) is { Length: > 0 } array && Attachments.Find(array) is null) Attachments.Set(array, new FixedAttachment(column));
        return Keep(made, column, site);
    }

    /// <summary>The attachment of what nobody can change.</summary>
    internal static Attachment Fixed<TCollection>(TCollection collection, SpanColumn column) => new FixedAttachment(column);

    /// <summary>The attachment of a dictionary that counts no changes.</summary>
    internal static Attachment Copied<TKey, TValue>(ICollection<KeyValuePair<TKey, TValue>> dictionary, SpanColumn column)
        => new CopiedAttachment<ICollection<KeyValuePair<TKey, TValue>>, KeyValuePair<TKey, TValue>>(dictionary, column, static pairs => [.. pairs], static (one, other) => SameItem<TKey>.Are(one.Key, other.Key) && SameItem<TValue>.Are(one.Value, other.Value));

    /// <summary>A column of <paramref name="count"/> records, each of which may follow from any of those that arrived.</summary>
    internal static SpanColumn AnyOf(SpanColumn arrived, int count) => new RangeColumn(ThreadBuffer.Current.DeriveCoarse(arrived.Step, arrived, count), count, 0);

    // What is empty may be one object for everybody; what was the collection already keeps what it has.
    private static TCollection Attached<TCollection>(TCollection made, object source, SpanColumn column, Func<TCollection, SpanColumn, Attachment> attach, int site) where TCollection : class
    {
        if (column.Count > 0 && !ReferenceEquals(made, source)) Attachments.Set(made, attach(made, column));
        return Keep(made, column, site);
    }
}
