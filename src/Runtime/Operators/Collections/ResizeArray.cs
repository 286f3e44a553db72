using Weft.Capture;
using Weft.Flows;
using Weft.Flows.Collections;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <see cref="Array.Resize"/>: the records that stay keep their spans; what is new is a root of the call.</summary>
    public static void Resize<TLineage, T>(ref T[]? array, int newSize, int site) where TLineage : struct, ILineage
    {
        T[]? before = array;
        Array.Resize(ref array, newSize);
        if (!TLineage.IsRecording || ReferenceEquals(before, array) || !TracedArray<T>.TryFind(before, out TracedArray<T> traced)) return;
        int kept = Math.Min(newSize, before!.Length);
        SpanColumn column = traced.Column.Part(0, kept, Steps.Intern(site, traced.Column.Step));
        if (newSize > kept) column = column.Insert(kept, new RangeColumn(Recorder.RootRange(Sources.Value(site), 0, newSize - kept), newSize - kept, 0), column.Step);
        ArrayAttachment<T>.Attach(array, column);
    }
}
