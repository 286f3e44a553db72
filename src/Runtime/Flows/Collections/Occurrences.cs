using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Weft.Flows.Collections;

/// <summary>The records of an array to be found again in another order: each once, equal values in the order in which they stood.</summary>
internal sealed class Occurrences<T>
{
    private readonly Dictionary<ValueTuple<T>, int> _first = new(SameRecord<T>.Instance);
    private readonly int[] _next; // of a record that is the same, -1 when there is none
    private readonly ulong[] _spans;

    internal Occurrences(ReadOnlySpan<T> records, SpanColumn column)
    {
        _next = new int[records.Length];
        _spans = column.ToSpans();
        for (int i = records.Length - 1; i >= 0; i--)
        {
            ref int first = ref CollectionsMarshal.GetValueRefOrAddDefault(_first, new(records[i]), out bool exists);
            _next[i] = exists ? first : -1;
            first = i;
        }
    }

    /// <summary>The span of a record, which is taken with that; 0 when there is none left.</summary>
    internal ulong Take(T record)
    {
        ref int first = ref CollectionsMarshal.GetValueRefOrNullRef(_first, new(record));
        if (Unsafe.IsNullRef(ref first) || first < 0) return 0;
        int index = first;
        first = _next[index];
        return _spans[index];
    }
}
