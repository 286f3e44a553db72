using System.Collections.Concurrent;
using Weft.Flows;

namespace Weft;

// A loop over a collection that other threads may change reads its items and spans of one moment.
public static partial class Woven
{
    /// <summary>The woven form of <see cref="ConcurrentQueue{T}.GetEnumerator"/>: the loop that reads it is told the spans of the records.</summary>
    public static IEnumerator<T> GetEnumerator<TLineage, T>(ConcurrentQueue<T> queue, int site) where TLineage : struct, ILineage
        => IsTraced<TLineage>(queue) ? queue.AsFlow(site).Start() : queue.GetEnumerator();

    /// <summary>The woven form of <see cref="ConcurrentStack{T}.GetEnumerator"/>: the loop that reads it is told the spans of the records.</summary>
    public static IEnumerator<T> GetEnumerator<TLineage, T>(ConcurrentStack<T> stack, int site) where TLineage : struct, ILineage
        => IsTraced<TLineage>(stack) ? stack.AsFlow(site).Start() : stack.GetEnumerator();

    /// <summary>The woven form of <see cref="ConcurrentBag{T}.GetEnumerator"/>: the loop that reads it is told the spans of the records.</summary>
    public static IEnumerator<T> GetEnumerator<TLineage, T>(ConcurrentBag<T> bag, int site) where TLineage : struct, ILineage
        => IsTraced<TLineage>(bag) ? bag.AsFlow(site).Start() : bag.GetEnumerator();

    /// <summary>The woven form of <see cref="ConcurrentDictionary{TKey, TValue}.GetEnumerator"/>: the loop that reads it is told the spans of the records.</summary>
    public static IEnumerator<KeyValuePair<TKey, TValue>> GetEnumerator<TLineage, TKey, TValue>(ConcurrentDictionary<TKey, TValue> dictionary, int site) where TLineage : struct, ILineage where TKey : notnull
        => IsTraced<TLineage>(dictionary) ? dictionary.AsFlow(site).Start() : dictionary.GetEnumerator();

    private static bool IsTraced<TLineage>(object? collection) where TLineage : struct, ILineage => TLineage.IsRecording && collection is not null && Attachments.Find(collection) is not null;
}
