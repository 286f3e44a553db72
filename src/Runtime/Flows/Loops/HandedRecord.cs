using System.Runtime.CompilerServices;

namespace Weft.Flows.Loops;

/// <summary>The record that the arguments of a call on this thread are made of, between the call and the first instruction of the method.</summary>
// Design: nothing of the program runs between the two, but where the call does not come to a method that takes it: then it is taken back behind the call. One that an exception
// kept there is for a method of that number only, and gone with the next call.
internal struct HandedRecord
{
    /// <summary>The number of all calls that send a request: none of a method, since it stands for no parameters.</summary>
    internal const int Sending = 1 << 4;

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

    /// <summary>What the arguments of a woven call are made of that sends a request on this thread; none where there is no such call.</summary>
    internal static LoopRecord TakeSent() => AreAny ? Take(Sending) : default;

    [MethodImpl(MethodImplOptions.NoInlining)] // as above
    internal static void TakeBack() => _current._method = 0;
}
