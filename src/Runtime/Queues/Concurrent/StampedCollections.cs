using Weft.Flows;

namespace Weft.Queues.Concurrent;

/// <summary>The concurrent collections of a kind that hold records which somebody traced.</summary>
internal static class StampedCollections<TKind, TCollection, T>
    where TKind : struct, IConcurrentKind<TCollection, T>
    where TCollection : class
{
    private static readonly Lock _attaching = new();

    // The collection that this thread asked about last.
    [ThreadStatic]
    private static RecentlyAsked<TCollection, ConcurrentStamps<TCollection, T>> _recent;

    /// <summary>Whether there ever was any.</summary>
    internal static bool AreAny { get; private set; }

    /// <summary>The stamps of a collection; null where nobody traced what it holds.</summary>
    internal static ConcurrentStamps<TCollection, T>? Find(TCollection collection)
    {
        if (!AreAny) return null;
        return _recent.Of(collection) ?? (Attachments.Find(collection) is ConcurrentStamps<TCollection, T> stamps ? _recent.Remember(collection, stamps) : null);
    }

    /// <summary>The stamps of a collection that something is put into; null where nobody traced any of it, or its inside is not known.</summary>
    internal static ConcurrentStamps<TCollection, T>? FindOrAttach(TCollection collection, LoopRecord record, int site)
    {
        if (Find(collection) is { } known) return known;
        if (!TKind.IsKnown) return null;
        lock (_attaching)
        {
            Attachment? attached = Attachments.Find(collection);
            if (attached is ConcurrentStamps<TCollection, T> other) return _recent.Remember(collection, other);
            return attached is null && record.IsNone ? null : _recent.Remember(collection, Attach(collection, count => Origin.ColumnOrRoots(collection, count, typeof(T), site), site));
        }
    }

    /// <summary>Attaches to a collection that was made of records with spans, which nobody else has yet; null where its inside is not known.</summary>
    internal static Attachment? Made(TCollection collection, SpanColumn column, int site) => TKind.IsKnown ? Attach(collection, _ => column, site) : null;

    private static ConcurrentStamps<TCollection, T> Attach(TCollection collection, Func<int, SpanColumn> columnOf, int site)
    {
        ConcurrentStamps<TCollection, T> stamps = TKind.StampsFor(collection, site);
        stamps.Fill(collection, count => WithoutWay(columnOf(count)));
        Attachments.Set(collection, stamps);
        AreAny = true;
        return stamps;
    }

    private static SpanColumn WithoutWay(SpanColumn column) => column.Step == 0 ? column : Aliases.WithoutWay(column);
}
