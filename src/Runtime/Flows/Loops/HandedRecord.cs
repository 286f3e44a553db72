using System.Runtime.CompilerServices;

namespace Weft.Flows.Loops;

/// <summary>The record that the arguments of a call on this thread are made of, between the call and the first instruction of the method.</summary>
// Design: nothing of the program runs between the two, but where the call does not come to a method that takes it: then it is taken back behind the call. One that an exception
// kept there is for a method of that number only, and gone with the next call.
internal struct HandedRecord
{
    private const int CountBits = 0b1111; // of a method's number: a delegate has these alone

    [ThreadStatic]
    private static HandedRecord _current;

    private LoopRecord _record;
    private int _method; // 0 is none

    /// <summary>Whether a record was ever handed over.</summary>
    internal static bool AreAny { get; private set; }

    [MethodImpl(MethodImplOptions.NoInlining)] // keeps what is woven short
    internal static void Hand(LoopRecord record, int method)
    {
        if (!record.IsNone) AreAny = true;
        ref HandedRecord current = ref _current;
        current._record = record;
        current._method = record.IsNone ? 0 : method;
    }

    [MethodImpl(MethodImplOptions.NoInlining)] // as above
    internal static LoopRecord Take(int method)
    {
        ref HandedRecord current = ref _current;
        int handed = current._method;
        current._method = 0;
        return handed != 0 && (handed == method || handed == (method & CountBits)) ? current._record : default;
    }

    [MethodImpl(MethodImplOptions.NoInlining)] // as above
    internal static void TakeBack() => _current._method = 0;
}
