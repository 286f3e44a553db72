using System.Collections.Concurrent;
using Weft.Flows;
using Weft.Flows.Collections;
using Weft.Queues;
using Weft.Queues.Concurrent;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <c>new ConcurrentQueue&lt;T&gt;(collection)</c>: the queue keeps the spans of its records.</summary>
    public static ConcurrentQueue<T> NewConcurrentQueue<TLineage, T>(IEnumerable<T> collection, int site) where TLineage : struct, ILineage
        => TLineage.IsRecording && collection is not null && Origin.MayCarry(collection)
            ? Operators.Materialise.InOrder(collection, static records => new ConcurrentQueue<T>(records),
                (made, column) => StampedCollections<QueueKind<T>, ConcurrentQueue<T>, T>.Made(made, column, site) ?? new CopiedAttachment<ConcurrentQueue<T>, T>(made, column, static queue => queue.ToArray(), SameItem<T>.Are), site)
            : new ConcurrentQueue<T>(collection!);

    /// <summary>The woven form of <c>new ConcurrentStack&lt;T&gt;(collection)</c>: the stack keeps the spans of its records, the last one first.</summary>
    public static ConcurrentStack<T> NewConcurrentStack<TLineage, T>(IEnumerable<T> collection, int site) where TLineage : struct, ILineage
        => TLineage.IsRecording && collection is not null && Origin.MayCarry(collection)
            ? Operators.Materialise.InReverse(collection, static records => new ConcurrentStack<T>(records),
                (made, column) => StampedCollections<StackKind<T>, ConcurrentStack<T>, T>.Made(made, column, site) ?? new CopiedAttachment<ConcurrentStack<T>, T>(made, column, static stack => stack.ToArray(), SameItem<T>.Are), site)
            : new ConcurrentStack<T>(collection!);

    /// <summary>The woven form of <c>new ConcurrentBag&lt;T&gt;(collection)</c>: the bag keeps the spans of its records, the last one first.</summary>
    public static ConcurrentBag<T> NewConcurrentBag<TLineage, T>(IEnumerable<T> collection, int site) where TLineage : struct, ILineage
        => TLineage.IsRecording && collection is not null && Origin.MayCarry(collection)
            ? Operators.Materialise.InReverse(collection, static records => new ConcurrentBag<T>(records), static (made, column) => new CopiedAttachment<ConcurrentBag<T>, T>(made, column, static bag => bag.ToArray(), SameItem<T>.Are), site)
            : new ConcurrentBag<T>(collection!);

    /// <summary>The woven form of <c>new ConcurrentDictionary&lt;TKey, TValue&gt;(collection)</c>: the dictionary keeps the spans of its records.</summary>
    public static ConcurrentDictionary<TKey, TValue> NewConcurrentDictionary<TLineage, TKey, TValue>(IEnumerable<KeyValuePair<TKey, TValue>> collection, int site) where TLineage : struct, ILineage where TKey : notnull
        => TLineage.IsRecording && collection is not null && Origin.MayCarry(collection)
            ? Operators.Materialise.OfPairs(collection, static records => new ConcurrentDictionary<TKey, TValue>(records), Operators.Materialise.Copied, site)
            : new ConcurrentDictionary<TKey, TValue>(collection!);

    /// <summary>The woven form of <c>new ConcurrentDictionary&lt;TKey, TValue&gt;(collection, comparer)</c>: the dictionary keeps the spans of its records.</summary>
    public static ConcurrentDictionary<TKey, TValue> NewConcurrentDictionary<TLineage, TKey, TValue>(IEnumerable<KeyValuePair<TKey, TValue>> collection, IEqualityComparer<TKey>? comparer, int site)
        where TLineage : struct, ILineage where TKey : notnull
        => TLineage.IsRecording && collection is not null && Origin.MayCarry(collection)
            ? Operators.Materialise.OfPairs(collection, records => new ConcurrentDictionary<TKey, TValue>(records, comparer), Operators.Materialise.Copied, site)
            : new ConcurrentDictionary<TKey, TValue>(collection!, comparer);

    /// <summary>The woven form of <c>new ConcurrentDictionary&lt;TKey, TValue&gt;(concurrencyLevel, collection, comparer)</c>: the dictionary keeps the spans of its records.</summary>
    public static ConcurrentDictionary<TKey, TValue> NewConcurrentDictionary<TLineage, TKey, TValue>(
        int concurrencyLevel, IEnumerable<KeyValuePair<TKey, TValue>> collection, IEqualityComparer<TKey>? comparer, int site) where TLineage : struct, ILineage where TKey : notnull
        => TLineage.IsRecording && collection is not null && Origin.MayCarry(collection)
            ? Operators.Materialise.OfPairs(collection, records => new ConcurrentDictionary<TKey, TValue>(concurrencyLevel, records, comparer), Operators.Materialise.Copied, site)
            : new ConcurrentDictionary<TKey, TValue>(concurrencyLevel, collection!, comparer);
}
