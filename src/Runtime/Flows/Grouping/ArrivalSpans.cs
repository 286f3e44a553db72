using System.Runtime.CompilerServices;

namespace Weft.Flows.Grouping;

/// <summary>Spans in order of arrival, which are written down only where they are not consecutive. The memory is rented.</summary>
internal struct ArrivalSpans
{
    private ulong _next; // the span that would keep them consecutive

    /// <summary>The first span.</summary>
    internal ulong First { get; private set; }

    /// <summary>All spans; null while they are consecutive.</summary>
    internal ulong[]? Scattered { get; private set; }

    /// <summary>Adds a span behind <paramref name="count"/> others.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)] // once a record in the loops that group
    internal void Add(int count, ulong span)
    {
        if (span == _next && Scattered is null) _next = span + 1;
        else AddOther(count, span);
    }

    /// <summary>Gives the spans away.</summary>
    internal ulong[]? Take()
    {
        ulong[]? spans = Scattered;
        Scattered = null;
        return spans;
    }

    /// <summary>Gives the memory back.</summary>
    internal void Release() => RentedArray.Return(Take());

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void AddOther(int count, ulong span)
    {
        if (count == 0)
        {
            First = span;
            _next = span + 1;
            return;
        }
        ulong[]? spans = Scattered;
        if (spans is null)
        {
            spans = RentedArray.RentFor<ulong>(count);
            for (int i = 0; i < count; i++) spans[i] = First + (uint)i;
        }
        else if (count == spans.Length) RentedArray.Grow(ref spans, count);
        spans[count] = span;
        Scattered = spans;
    }
}
