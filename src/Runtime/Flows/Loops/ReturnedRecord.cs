using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

namespace Weft.Flows.Loops;

/// <summary>The record that the result of a call on this thread is made of, between the last instruction of the method and what follows the call.</summary>
// Design: nothing of the program runs between the two. What an asynchronous method gives after it has waited comes to its caller elsewhere and at another time: then it is only known that methods of its number give
// records, and what the caller makes of any of them is incomplete.
internal struct ReturnedRecord
{
    private const int CountBits = 0b1111; // of a method's number: a delegate has these alone, inverted

    private static readonly ConcurrentDictionary<int, bool> _late = new();

    [ThreadStatic]
    private static ReturnedRecord _current;

    private LoopRecord _record;
    private int _method; // 0 is none

    /// <summary>Whether a record was ever given.</summary>
    internal static bool AreAny { get; private set; }

    [MethodImpl(MethodImplOptions.NoInlining)] // keeps what is woven short
    internal static void Give(LoopRecord record, int method, bool isLate)
    {
        if (!record.IsNone) AreAny = true;
        if (isLate)
        {
            if (record.Span != 0) _late[method] = _late[~(method & CountBits)] = true;
            return;
        }
        ref ReturnedRecord current = ref _current;
        current._record = record;
        current._method = record.Span == 0 ? 0 : method;
    }

    [MethodImpl(MethodImplOptions.NoInlining)] // as above
    internal static LoopRecord Take(int method)
    {
        ref ReturnedRecord current = ref _current;
        int given = current._method;
        current._method = 0;
        return given != 0 && (given == method || ~(given & CountBits) == method) ? current._record : default;
    }

    [MethodImpl(MethodImplOptions.NoInlining)] // as above
    internal static void Forget() => _current._method = 0;

    /// <summary>Whether a method of a number gave a record after it had waited.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)] // as above
    internal static bool IsLate(int method) => _late.ContainsKey(method);
}
