using System.Runtime.CompilerServices;

namespace Weft;

public static partial class Woven
{
    /// <summary>The record that the calling execution unit handles, for what the delegate of a block puts in; none where it handles none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)] // as Add
    public static LoopRecord CurrentRecord<TLineage>() where TLineage : struct, ILineage
        => TLineage.IsRecording && ExecutionUnit.Current.Record is { Span: not 0 } record ? new LoopRecord(record.Span, record.Step) : default;
}
