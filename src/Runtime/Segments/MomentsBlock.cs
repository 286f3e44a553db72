namespace Weft.Segments;

/// <summary>When outputs were made, by the events of the execution units that made them.</summary>
internal static class MomentsBlock
{
    internal static void Write(PayloadWriter payload, IReadOnlyList<OutputMoment> moments)
    {
        payload.Varint(moments.Count);
        foreach (OutputMoment moment in moments)
        {
            OutputBlock.WriteName(payload, moment.Name);
            payload.Varint(moment.Site);
            payload.Varint(moment.Occurrence);
            payload.UInt64((ulong)moment.Time);
            payload.UInt64(moment.Event.Unit.Value);
            payload.Varint(moment.Event.Number);
        }
    }

    internal static List<OutputMoment> Read(ref PayloadReader payload)
    {
        int count = payload.Count();
        var moments = new List<OutputMoment>(count);
        for (; count > 0; count--)
        {
            moments.Add(new OutputMoment(
                OutputBlock.ReadName(ref payload), payload.Int32(), payload.Int64(), (long)payload.UInt64(), new EventId(new ExecutionUnitId(payload.UInt64()), payload.Int64())));
        }
        return moments;
    }
}
