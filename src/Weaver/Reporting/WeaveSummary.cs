using Weft.Fody.Configuration;

namespace Weft.Fody.Reporting;

/// <summary>What a weave did, in one line of the build's output.</summary>
internal sealed class WeaveSummary(WeaverMode mode)
{
    public int Methods { get; set; }

    public int Sites { get; set; }

    public int Outputs { get; set; }

    public int FlowEnds { get; set; }

    public override string ToString() =>
        $"{Count(Methods, "method")}, {Count(Sites, "site")}, {Count(Outputs, "output")}, {Count(FlowEnds, "flow")} {(FlowEnds == 1 ? "ends" : "end")} ({mode})";

    private static string Count(int count, string noun) => count == 1 ? $"1 {noun}" : $"{count} {noun}s";
}
