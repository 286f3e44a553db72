using System.Collections;
using Weft.Capture;
using Weft.Flows;
using Weft.Flows.Collections;

namespace Weft.Queues;

/// <summary>The records that a queue or stack holds, beside it: each a record of its own, from the call that put it in, to be told when it is taken out.</summary>
// Design: what woven code puts in and takes out is done here, too. The collection counts every change, so that one which was not followed is seen before the next
// that is: then what it holds can no longer be told, until it has been empty. Like the collection, this is used by one thread at a time.
internal sealed class HeldRecords<TKind, TCollection, T> : Attachment where TKind : struct, IHeldOneByOne<TCollection> where TCollection : class, IEnumerable<T>, ICollection
{
    private const int Recents = 4; // a power of two

    // The collections of this kind that this thread asked about last, by site.
    [ThreadStatic]
    private static RecentlyAsked<TCollection, HeldRecords<TKind, TCollection, T>>[]? _recent;

    private SpanRing _spans = new();
    private int _version;        // the collection's, after the last change
    private SpanColumn? _column; // of the records as they were at _columnVersion
    private int _columnVersion;

    private HeldRecords(TCollection collection, SpanColumn before)
    {
        // What came by a way gets aliases that have it: a span is enough to tell a record by.
        if (before.Step != 0) before = Aliases.WithoutWay(before);
        for (int i = 0; i < before.Count; i++) _spans.Add(before[TKind.IsFirstInFirstOut ? i : before.Count - 1 - i]);
        _version = TKind.VersionOf(collection);
    }

    /// <summary>Whether any collection of this kind ever had records that somebody traced.</summary>
    internal static bool AreAny { get; set; }

    internal override SpanColumn Column
    {
        get
        {
            if (_column is { } known && _columnVersion == _version) return known;
            ColumnBuilder spans = ColumnBuilder.Rent();
            for (int i = 0; i < _spans.Count; i++) spans.Add(_spans[TKind.IsFirstInFirstOut ? i : _spans.Count - 1 - i]);
            _columnVersion = _version;
            return _column = spans.Finish(0);
        }
    }

    internal override bool IsUnchanged(object collection) => collection is TCollection same && IsOf(same);

    /// <summary>The attachment of a collection that was made of records with spans.</summary>
    internal static Attachment Made(TCollection collection, SpanColumn column)
    {
        AreAny = true;
        return new VersionedAttachment<TCollection>(collection, column, TKind.VersionOf);
    }

    /// <summary>The records of a collection as it is before something is put in; null when they cannot be told, or nobody traced any of them.</summary>
    /// <param name="collection">The collection.</param>
    /// <param name="record">What is put in.</param>
    /// <param name="site">The call's site.</param>
    internal static HeldRecords<TKind, TCollection, T>? BeforePut(TCollection collection, LoopRecord record, int site)
    {
        HeldRecords<TKind, TCollection, T>? held = Recent(collection, site);
        if (held is not null && held.IsOf(collection)) return held;
        Attachment? known = held ?? Attachments.Find(collection);
        if (known is null && record.IsNone) return null;

        held = known as HeldRecords<TKind, TCollection, T>;
        int count = TKind.CountOf(collection);
        if (held is null || !held.IsOf(collection))
        {
            if (count == 0 && held is not null) held.Restart(collection);
            else if (count > 0 && known is not null && (known is CutAttachment || !known.IsUnchanged(collection))) return Cut(collection, known, site);
            else Attachments.Set(collection, held = new HeldRecords<TKind, TCollection, T>(collection, Origin.ColumnOrRoots(collection, count, typeof(T), site)));
        }
        AreAny = true;
        return Remember(collection, held, site);
    }

    /// <summary>The records of a collection as it is before one is taken out or looked at; where they cannot be told, <paramref name="lost"/> is what stands for each.</summary>
    internal static HeldRecords<TKind, TCollection, T>? BeforeTake(TCollection collection, int site, out LoopRecord lost)
    {
        lost = default;
        HeldRecords<TKind, TCollection, T>? held = Recent(collection, site);
        if (held is not null && held.IsOf(collection)) return held;
        if (TKind.CountOf(collection) == 0 || Attachments.Find(collection) is not { } known) return null;
        if (known is CutAttachment || !known.IsUnchanged(collection))
        {
            Cut(collection, known, site);
            int cut = known is CutAttachment before ? before.Site : site;
            lost = new LoopRecord(Recorder.RootRange(Sources.Cut(site, cut), 0, 1), 0);
            return null;
        }
        held = known as HeldRecords<TKind, TCollection, T>;
        if (held is null) Attachments.Set(collection, held = new HeldRecords<TKind, TCollection, T>(collection, known.Column));
        return Remember(collection, held, site);
    }

    /// <summary>The records of a collection that is about to get another array; null when they cannot be told, or nobody traced any of them.</summary>
    internal static HeldRecords<TKind, TCollection, T>? BeforeResize(TCollection collection, int site) => AreAny ? BeforeTake(collection, site, out _) : null;

    /// <summary>Says that the collection has another array, and nothing else was changed.</summary>
    internal void Resized(TCollection collection) => _version = TKind.VersionOf(collection);

    /// <summary>Says that a record was put in, and nothing else was changed.</summary>
    internal void Put(TCollection collection, LoopRecord record, int site)
    {
        _spans.Add(record.PutInAt(site));
        _version = TKind.VersionOf(collection);
    }

    /// <summary>Says that a record was taken out, and nothing else was changed; gives it.</summary>
    internal LoopRecord Take(TCollection collection, int site)
    {
        ulong span = TKind.IsFirstInFirstOut ? _spans.RemoveFirst() : _spans.RemoveLast();
        _version = TKind.VersionOf(collection);
        return new LoopRecord(span, Steps.Intern(site));
    }

    /// <summary>The record that would be taken out next.</summary>
    internal LoopRecord Peek(int site) => new(_spans[TKind.IsFirstInFirstOut ? 0 : _spans.Count - 1], Steps.Intern(site));

    private bool IsOf(TCollection collection) => TKind.VersionOf(collection) == _version && TKind.CountOf(collection) == _spans.Count;

    private void Restart(TCollection collection)
    {
        _spans.Clear();
        _version = TKind.VersionOf(collection);
    }

    private static HeldRecords<TKind, TCollection, T>? Cut(TCollection collection, Attachment known, int site)
    {
        if (known is not CutAttachment) Attachments.Set(collection, new CutAttachment(site));
        return null;
    }

    private static HeldRecords<TKind, TCollection, T>? Recent(TCollection collection, int site) => _recent?[EntryOf(site)].Of(collection);

    private static HeldRecords<TKind, TCollection, T> Remember(TCollection collection, HeldRecords<TKind, TCollection, T> held, int site)
        => (_recent ??= new RecentlyAsked<TCollection, HeldRecords<TKind, TCollection, T>>[Recents])[EntryOf(site)].Remember(collection, held);

    private static int EntryOf(int site) => (site >> 1) & (Recents - 1);
}
