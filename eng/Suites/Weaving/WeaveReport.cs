namespace Weft.Suites.Weaving;

/// <summary>What a weave did, in what time and memory.</summary>
internal sealed record WeaveReport
{
    /// <summary>Methods with a body that the assembly has, woven or not.</summary>
    public required int Methods { get; init; }

    /// <summary>The weaver's own summary: methods woven, sites, outputs, flows that end.</summary>
    public required string Summary { get; init; }

    /// <summary>Warnings of the weaver: the methods left alone, with the reason.</summary>
    public required IReadOnlyList<string> Warnings { get; init; }

    public required IReadOnlyList<string> Errors { get; init; }

    /// <summary>Reasons why flows end, with their numbers.</summary>
    public required IReadOnlyDictionary<string, int> FlowEnds { get; init; }

    /// <summary>Bytes of the assembly before and after.</summary>
    public required long SizeBefore { get; init; }

    public required long SizeAfter { get; init; }

    /// <summary>Milliseconds for reading, weaving and writing, the JIT of the weaver included.</summary>
    public required long ReadTime { get; init; }

    public required long WeaveTime { get; init; }

    public required long WriteTime { get; init; }

    /// <summary>Peak working set of the process, bytes.</summary>
    public required long PeakMemory { get; init; }
}
