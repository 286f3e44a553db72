using Weft.Flows;

namespace Weft;

public static partial class Woven
{
    /// <summary>Follows an operator that has made one value of records: takes the record that the value is made of.</summary>
    /// <param name="record">Where the caller keeps it.</param>
    public static void ScalarRecord<TLineage>(ref LoopRecord record) where TLineage : struct, ILineage => record = TLineage.IsRecording ? OutputRow.TakeMade() : default;
}
