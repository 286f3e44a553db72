using System.Runtime.InteropServices;
using Weft.Capture;
using Weft.Flows;

namespace Weft.Queues;

/// <summary>The records that a dictionary holds, beside it, by key: each a record of its own, from the call that put it in, to be told when it is looked up.</summary>
// Design: keys are asked once more here, which only keys that run no code of the program's may be. The dictionary counts what is added; that a value was replaced it does
// not tell, so the values are kept to be compared. A change that was not followed ends what can be told, until the dictionary has been empty.
internal sealed class KeyedRecords<TKey, TValue> : Attachment where TKey : notnull
{
    // The dictionary that this thread asked about last.
    [ThreadStatic]
    private static RecentlyAsked<Dictionary<TKey, TValue>, KeyedRecords<TKey, TValue>> _recent;

    private readonly Dictionary<TKey, int> _indexes;
    private readonly List<Entry> _entries = []; // in the order of insertion; that of the dictionary as long as nothing was removed
    private int _version; // the dictionary's, after the last change
    private SpanColumn? _column;

    private KeyedRecords(Dictionary<TKey, TValue> dictionary, SpanColumn before)
    {
        _indexes = new Dictionary<TKey, int>(dictionary.Comparer);
        // What came by a way gets aliases that have it: a span is enough to tell a record by.
        if (before.Step != 0) before = Aliases.WithoutWay(before);
        int next = 0;
        foreach ((TKey key, TValue value) in dictionary)
        {
            _indexes.Add(key, next);
            _entries.Add(new Entry(value, before[next++]));
        }
        _version = DictionaryAttachment<TKey, TValue>.VersionOf(dictionary);
    }

    private record struct Entry(TValue Value, ulong Span);

    /// <summary>Whether any dictionary of these types ever had records that somebody traced.</summary>
    internal static bool AreAny { get; set; }

    internal override SpanColumn Column
    {
        get
        {
            if (_column is not null) return _column;
            ColumnBuilder spans = ColumnBuilder.Rent();
            foreach (Entry entry in _entries)
                if (entry.Span != 0) spans.Add(entry.Span);
            return _column = spans.Finish(0);
        }
    }

    // Where something was removed, what was added later may stand in its place: then the order is no longer that of insertion.
    internal override bool IsStillUnchanged(object collection) => DictionaryAttachment<TKey, TValue>.OwnerOf(collection) is { } dictionary && IsOf(dictionary);

    internal override bool IsUnchanged(object collection)
    {
        if (DictionaryAttachment<TKey, TValue>.OwnerOf(collection) is not { } dictionary || !IsOf(dictionary)) return false;
        int last = -1;
        foreach ((TKey key, TValue value) in dictionary)
        {
            if (!_indexes.TryGetValue(key, out int index) || index <= last || !SameItem<TValue>.Are(value, _entries[index].Value)) return false;
            last = index;
        }
        return true;
    }

    internal override bool MayHoldOthers(object collection)
    {
        if (DictionaryAttachment<TKey, TValue>.OwnerOf(collection) is not { } dictionary || !IsOf(dictionary)) return true;
        foreach ((TKey key, TValue value) in dictionary)
            if (!_indexes.TryGetValue(key, out int index) || !SameItem<TValue>.Are(value, _entries[index].Value)) return true;
        return false;
    }

    /// <summary>The records of a dictionary as it is before something is put in; null when they cannot be told, or nobody traced any of them.</summary>
    internal static KeyedRecords<TKey, TValue>? BeforePut(Dictionary<TKey, TValue> dictionary, LoopRecord record, int site)
    {
        if (_recent.Of(dictionary) is { } recent && recent.IsOf(dictionary)) return recent;
        Attachment? known = Attachments.Find(dictionary);
        if (known is null && record.IsNone) return null;

        var records = known as KeyedRecords<TKey, TValue>;
        if (records is not null && records.IsOf(dictionary)) return _recent.Remember(dictionary, records);
        int count = dictionary.Count;
        bool isLost = count > 0 && known is not null && (known is CutAttachment || records is not null || !known.IsUnchanged(dictionary));
        if (isLost || !PureKeys<TKey>.Are(dictionary.Comparer))
        {
            if (known is not CutAttachment) Set(dictionary, new CutAttachment(site));
            return null;
        }
        return Attach(dictionary, new KeyedRecords<TKey, TValue>(dictionary, Origin.ColumnOrRoots(dictionary, count, typeof(TValue), site)));
    }

    /// <summary>The record that a lookup found.</summary>
    /// <param name="dictionary">The dictionary.</param>
    /// <param name="key">The key, which is there.</param>
    /// <param name="value">The value.</param>
    /// <param name="before">What the call found before.</param>
    /// <param name="site">The call's site.</param>
    internal static LoopRecord Found(Dictionary<TKey, TValue> dictionary, TKey key, TValue value, LoopRecord before, int site)
    {
        KeyedRecords<TKey, TValue>? records = _recent.Of(dictionary);
        if (records is null || !records.IsOf(dictionary))
        {
            if (Attachments.Find(dictionary) is not { } known) return LoopRecord.Nothing(before);
            if (!PureKeys<TKey>.Are(dictionary.Comparer)) return Lost(site);
            records = known as KeyedRecords<TKey, TValue>;
            if (records is null && known is not CutAttachment && known.IsUnchanged(dictionary)) records = Attach(dictionary, new KeyedRecords<TKey, TValue>(dictionary, known.Column));
            if (records is null || !records.IsOf(dictionary)) return Lost(site);
            _recent.Remember(dictionary, records);
        }
        if (!records._indexes.TryGetValue(key, out int index) || !SameItem<TValue>.Are(records._entries[index].Value, value)) return Lost(site);
        return new LoopRecord(records._entries[index].Span, Steps.Intern(site));
    }

    /// <summary>Says that a value was put in, and nothing else was changed.</summary>
    internal void Put(Dictionary<TKey, TValue> dictionary, TKey key, TValue value, LoopRecord record, int site)
    {
        var entry = new Entry(value, record.PutInAt(site));
        ref int index = ref CollectionsMarshal.GetValueRefOrAddDefault(_indexes, key, out bool isThere);
        if (isThere)
        {
            _entries[index] = entry;
        }
        else
        {
            index = _entries.Count;
            _entries.Add(entry);
        }
        _version = DictionaryAttachment<TKey, TValue>.VersionOf(dictionary);
        _column = null;
    }

    /// <summary>The records of a dictionary as it is before a key is removed; null when they cannot be told, or nobody traced any of them.</summary>
    internal static KeyedRecords<TKey, TValue>? BeforeRemove(Dictionary<TKey, TValue> dictionary)
        => (_recent.Of(dictionary) ?? Attachments.Find(dictionary)) is KeyedRecords<TKey, TValue> records && records.IsOf(dictionary) ? records : null;

    /// <summary>Says that a key was removed, and nothing else was changed.</summary>
    // A removal counts no change in the dictionary: one that was not followed shows in its number of records.
    internal void Removed(TKey key)
    {
        if (!_indexes.Remove(key, out int index)) return;
        _entries[index] = default;
        _column = null;
        if (_indexes.Count == 0) _entries.Clear();
    }

    /// <summary>As <see cref="Removed(TKey)"/>; gives the record of the value that was removed.</summary>
    internal LoopRecord Removed(TKey key, TValue value, int site)
    {
        LoopRecord removed = _indexes.TryGetValue(key, out int index) && SameItem<TValue>.Are(_entries[index].Value, value) ? new LoopRecord(_entries[index].Span, Steps.Intern(site)) : Lost(site);
        Removed(key);
        return removed;
    }

    private bool IsOf(Dictionary<TKey, TValue> dictionary) => DictionaryAttachment<TKey, TValue>.VersionOf(dictionary) == _version && dictionary.Count == _indexes.Count;

    private static LoopRecord Lost(int site) => new(Origin.Newcomer(site), 0);

    private static KeyedRecords<TKey, TValue> Attach(Dictionary<TKey, TValue> dictionary, KeyedRecords<TKey, TValue> records)
    {
        AreAny = true;
        Set(dictionary, records);
        return _recent.Remember(dictionary, records);
    }

    private static void Set(Dictionary<TKey, TValue> dictionary, Attachment attachment)
    {
        Attachments.Set(dictionary, attachment);
        Attachments.Set(dictionary.Keys, attachment);
        Attachments.Set(dictionary.Values, attachment);
    }
}
