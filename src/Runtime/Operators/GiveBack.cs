using System.Runtime.CompilerServices;
using Weft.Flows.Loops;

namespace Weft;

public static partial class Woven
{
    /// <summary>Stands where a method gives a result that may be made of records which it has looked up.</summary>
    /// <param name="record">The record that the result is made of.</param>
    /// <param name="state">The state that an asynchronous method had when it began or went on, which begins with -1.</param>
    /// <param name="method">The number by which the caller knows that the record is for it.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)] // where nobody traced anything, a test of a static field is left
    public static void GiveBack<TLineage>(LoopRecord record, int state, int method) where TLineage : struct, ILineage
    {
        if (TLineage.IsRecording && (!record.IsNone || ReturnedRecord.AreAny)) ReturnedRecord.Give(record, method, isLate: state != -1);
    }

    /// <summary>Stands in front of a call of such a method: what another one gave is forgotten.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)] // as above
    public static void Expect<TLineage>() where TLineage : struct, ILineage
    {
        if (TLineage.IsRecording && ReturnedRecord.AreAny) ReturnedRecord.Forget();
    }

    /// <summary>Follows such a call: takes the record that the result is made of.</summary>
    /// <param name="record">Where the caller keeps it.</param>
    /// <param name="method">The method's number.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)] // as above
    public static void Returned<TLineage>(ref LoopRecord record, int method) where TLineage : struct, ILineage
        => record = TLineage.IsRecording && ReturnedRecord.AreAny ? ReturnedRecord.Take(method) : default;

    /// <summary>Follows what waits for the task of such a call: a method that has waited may have given records that nobody could take.</summary>
    /// <param name="record">Where the caller keeps the record.</param>
    /// <param name="method">The method's number.</param>
    /// <param name="site">The call's site.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)] // as above
    public static void ReturnedLate<TLineage>(ref LoopRecord record, int method, int site) where TLineage : struct, ILineage
    {
        if (TLineage.IsRecording && ReturnedRecord.AreAny && record.Span == 0 && ReturnedRecord.IsLate(method)) record = KeptRecords.With(default, site);
    }
}
