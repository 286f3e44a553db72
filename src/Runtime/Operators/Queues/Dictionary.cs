using System.Diagnostics.CodeAnalysis;
using Weft.Queues;

namespace Weft;

// Where nobody traced anything, what is left is the dictionary's own. A key that is null is the dictionary's matter.
public static partial class Woven
{
    /// <summary>The woven form of <see cref="Dictionary{TKey, TValue}.Add"/>: the value is a root of the call.</summary>
    public static void AddKeyed<TLineage, TKey, TValue>(Dictionary<TKey, TValue> dictionary, TKey key, TValue value, int site) where TLineage : struct, ILineage where TKey : notnull
        => AddKeyed<TLineage, TKey, TValue>(dictionary, key, value, default, site);

    /// <summary>The woven form of <see cref="Dictionary{TKey, TValue}.Add"/>: the value follows from a record.</summary>
    /// <param name="dictionary">The dictionary.</param>
    /// <param name="key">The key.</param>
    /// <param name="value">The value.</param>
    /// <param name="record">The record.</param>
    /// <param name="site">The call's site.</param>
    public static void AddKeyed<TLineage, TKey, TValue>(Dictionary<TKey, TValue> dictionary, TKey key, TValue value, LoopRecord record, int site) where TLineage : struct, ILineage where TKey : notnull
    {
        KeyedRecords<TKey, TValue>? records = RecordsBeforePut<TLineage, TKey, TValue>(dictionary, key, record, site);
        dictionary.Add(key, value);
        records?.Put(dictionary, key, value, record, site);
    }

    /// <summary>The woven form of <see cref="Dictionary{TKey, TValue}.TryAdd"/>: the value is a root of the call.</summary>
    public static bool TryAddKeyed<TLineage, TKey, TValue>(Dictionary<TKey, TValue> dictionary, TKey key, TValue value, int site) where TLineage : struct, ILineage where TKey : notnull
        => TryAddKeyed<TLineage, TKey, TValue>(dictionary, key, value, default, site);

    /// <summary>The woven form of <see cref="Dictionary{TKey, TValue}.TryAdd"/>: the value follows from a record.</summary>
    /// <param name="dictionary">The dictionary.</param>
    /// <param name="key">The key.</param>
    /// <param name="value">The value.</param>
    /// <param name="record">The record.</param>
    /// <param name="site">The call's site.</param>
    public static bool TryAddKeyed<TLineage, TKey, TValue>(Dictionary<TKey, TValue> dictionary, TKey key, TValue value, LoopRecord record, int site) where TLineage : struct, ILineage where TKey : notnull
    {
        KeyedRecords<TKey, TValue>? records = RecordsBeforePut<TLineage, TKey, TValue>(dictionary, key, record, site);
        bool isAdded = dictionary.TryAdd(key, value);
        if (isAdded) records?.Put(dictionary, key, value, record, site);
        return isAdded;
    }

    /// <summary>The woven form of a dictionary's indexer that is set: the value is a root of the call.</summary>
    public static void SetKeyed<TLineage, TKey, TValue>(Dictionary<TKey, TValue> dictionary, TKey key, TValue value, int site) where TLineage : struct, ILineage where TKey : notnull
        => SetKeyed<TLineage, TKey, TValue>(dictionary, key, value, default, site);

    /// <summary>The woven form of a dictionary's indexer that is set: the value follows from a record.</summary>
    /// <param name="dictionary">The dictionary.</param>
    /// <param name="key">The key.</param>
    /// <param name="value">The value.</param>
    /// <param name="record">The record.</param>
    /// <param name="site">The call's site.</param>
    public static void SetKeyed<TLineage, TKey, TValue>(Dictionary<TKey, TValue> dictionary, TKey key, TValue value, LoopRecord record, int site) where TLineage : struct, ILineage where TKey : notnull
    {
        KeyedRecords<TKey, TValue>? records = RecordsBeforePut<TLineage, TKey, TValue>(dictionary, key, record, site);
        dictionary[key] = value;
        records?.Put(dictionary, key, value, record, site);
    }

    /// <summary>The woven form of <see cref="Dictionary{TKey, TValue}.Remove(TKey)"/>.</summary>
    public static bool RemoveKeyed<TLineage, TKey, TValue>(Dictionary<TKey, TValue> dictionary, TKey key, int site) where TLineage : struct, ILineage where TKey : notnull
    {
        _ = site;
        KeyedRecords<TKey, TValue>? records = RecordsBeforeRemove<TLineage, TKey, TValue>(dictionary);
        bool isRemoved = dictionary.Remove(key);
        if (isRemoved) records?.Removed(key);
        return isRemoved;
    }

    /// <summary>The woven form of <see cref="Dictionary{TKey, TValue}.Remove(TKey, out TValue)"/>.</summary>
    public static bool RemoveKeyed<TLineage, TKey, TValue>(Dictionary<TKey, TValue> dictionary, TKey key, [MaybeNullWhen(false)] out TValue value, int site) where TLineage : struct, ILineage where TKey : notnull
    {
        _ = site;
        KeyedRecords<TKey, TValue>? records = RecordsBeforeRemove<TLineage, TKey, TValue>(dictionary);
        bool isRemoved = dictionary.Remove(key, out value);
        if (isRemoved) records?.Removed(key);
        return isRemoved;
    }

    /// <summary>The woven form of <see cref="Dictionary{TKey, TValue}.Remove(TKey, out TValue)"/>, in a method that puts what it removes into a collection or channel.</summary>
    /// <param name="dictionary">The dictionary.</param>
    /// <param name="key">The key.</param>
    /// <param name="value">The value.</param>
    /// <param name="record">The record removed.</param>
    /// <param name="site">The call's site.</param>
    public static bool RemoveKeyed<TLineage, TKey, TValue>(Dictionary<TKey, TValue> dictionary, TKey key, [MaybeNullWhen(false)] out TValue value, ref LoopRecord record, int site) where TLineage : struct, ILineage where TKey : notnull
    {
        KeyedRecords<TKey, TValue>? records = RecordsBeforeRemove<TLineage, TKey, TValue>(dictionary);
        bool isRemoved = dictionary.Remove(key, out value);
        if (!TLineage.IsRecording) return isRemoved;
        LoopRecord removed = !isRemoved ? default : records?.Removed(key, value!, site) ?? RecordOfHolder<TLineage>(dictionary, site);
        record = removed.OrNothing(record);
        return isRemoved;
    }

    /// <summary>The woven form of a dictionary's indexer that is read, in a method that puts what it finds into a collection or channel.</summary>
    /// <param name="dictionary">The dictionary.</param>
    /// <param name="key">The key.</param>
    /// <param name="record">The record found.</param>
    /// <param name="site">The call's site.</param>
    public static TValue GetKeyed<TLineage, TKey, TValue>(Dictionary<TKey, TValue> dictionary, TKey key, ref LoopRecord record, int site) where TLineage : struct, ILineage where TKey : notnull
    {
        TValue value = dictionary[key];
        if (TLineage.IsRecording) record = KeyedRecords<TKey, TValue>.Found(dictionary, key, value, record, site);
        return value;
    }

    /// <summary>The woven form of <see cref="Dictionary{TKey, TValue}.TryGetValue"/>, in a method that puts what it finds into a collection or channel.</summary>
    /// <param name="dictionary">The dictionary.</param>
    /// <param name="key">The key.</param>
    /// <param name="value">The value.</param>
    /// <param name="record">The record found.</param>
    /// <param name="site">The call's site.</param>
    public static bool TryGetKeyed<TLineage, TKey, TValue>(Dictionary<TKey, TValue> dictionary, TKey key, [MaybeNullWhen(false)] out TValue value, ref LoopRecord record, int site) where TLineage : struct, ILineage where TKey : notnull
    {
        bool isFound = dictionary.TryGetValue(key, out value);
        if (TLineage.IsRecording) record = isFound ? KeyedRecords<TKey, TValue>.Found(dictionary, key, value!, record, site) : LoopRecord.Nothing(record);
        return isFound;
    }

    private static KeyedRecords<TKey, TValue>? RecordsBeforePut<TLineage, TKey, TValue>(Dictionary<TKey, TValue> dictionary, TKey key, LoopRecord record, int site) where TLineage : struct, ILineage where TKey : notnull
        => TLineage.IsRecording && dictionary is not null && key is not null && (!record.IsNone || KeyedRecords<TKey, TValue>.AreAny) ? KeyedRecords<TKey, TValue>.BeforePut(dictionary, record, site) : null;

    private static KeyedRecords<TKey, TValue>? RecordsBeforeRemove<TLineage, TKey, TValue>(Dictionary<TKey, TValue> dictionary) where TLineage : struct, ILineage where TKey : notnull
        => TLineage.IsRecording && dictionary is not null && KeyedRecords<TKey, TValue>.AreAny ? KeyedRecords<TKey, TValue>.BeforeRemove(dictionary) : null;
}
