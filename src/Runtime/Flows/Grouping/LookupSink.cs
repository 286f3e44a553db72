using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Weft.Flows.Grouping;

/// <summary>Puts records with their keys into the groups of a lookup, in the order and with the calls of LINQ.</summary>
internal struct LookupSink<TSource, TKey, TElement>(Lookup<TKey, TElement> lookup, Func<TSource, TElement> elementSelector, MemberSpans<TKey, TElement> members)
    : ISink<(TSource Record, TKey Key), LookupSink<TSource, TKey, TElement>>, ICursor<(TSource Record, TKey Key)>
{
    [UnscopedRef]
    public ref LookupSink<TSource, TKey, TElement> Cursor => ref this;

    public readonly void Reserve(int count)
    {
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)] // once a record in the loop that groups
    public readonly void Add((TSource Record, TKey Key) record)
    {
        int groups = lookup.Count;
        object group = LookupInternals<TKey, TElement>.GetGrouping(lookup, record.Key, create: true)!;
        LookupInternals<TKey, TElement>.Add(group, elementSelector(record.Record));
        members.Add(group, isNew: lookup.Count > groups);
    }
}

/// <summary>Finds the key of a record; where null keys are to be skipped, a record without one goes no further.</summary>
internal readonly struct FindKey<TSource, TKey>(Func<TSource, TKey> keySelector, bool skipNullKeys) : IStage<TSource, (TSource Record, TKey Key)>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)] // once a record
    public bool TryPass(TSource record, out (TSource Record, TKey Key) result)
    {
        result = (record, keySelector(record));
        return !skipNullKeys || result.Key is not null;
    }
}
