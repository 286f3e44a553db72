using Weft.Flows.Loops;

namespace Weft;

public static partial class Woven
{
    /// <summary>What a lambda sends that is made of what it is given or has captured: where nobody told a record, there may be one that is not named.</summary>
    /// <param name="record">The record that the lambda was called with; none where nobody told.</param>
    /// <param name="site">The site that sends.</param>
    public static LoopRecord OfLambda<TLineage>(LoopRecord record, int site) where TLineage : struct, ILineage
        => TLineage.IsRecording && record.IsNone ? KeptRecords.With(CurrentRecord<TLineage>(), site) : record;
}
