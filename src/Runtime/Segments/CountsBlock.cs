namespace Weft.Segments;

/// <summary>How often outputs occurred until now, of which not all occurrences are kept; a later block, and the end, say more.</summary>
/// <param name="Outputs">The outputs, by name and site.</param>
internal sealed record CountsBlock(IReadOnlyList<OutputCount> Outputs)
{
    internal void Write(PayloadWriter payload) => Write(payload, Outputs);

    internal static CountsBlock Read(ref PayloadReader payload) => new(ReadCounts(ref payload));

    internal static void Write(PayloadWriter payload, IReadOnlyList<OutputCount> outputs)
    {
        payload.Varint(outputs.Count);
        foreach (OutputCount output in outputs)
        {
            OutputBlock.WriteName(payload, output.Name);
            payload.Varint(output.Site);
            payload.Varint(output.Count);
        }
    }

    internal static List<OutputCount> ReadCounts(ref PayloadReader payload)
    {
        int count = payload.Count();
        var outputs = new List<OutputCount>(count);
        for (; count > 0; count--) outputs.Add(new OutputCount(OutputBlock.ReadName(ref payload), payload.Int32(), payload.Int64()));
        return outputs;
    }
}
