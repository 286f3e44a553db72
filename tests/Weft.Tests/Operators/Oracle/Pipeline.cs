namespace Weft.Tests.Operators.Oracle;

/// <summary>A sequence of a random program: once woven, once by the oracle.</summary>
/// <param name="Text">What it is, for the message of a failure.</param>
/// <param name="Woven">The woven sequence; the same object at each call, so that a shared one is enumerated again.</param>
/// <param name="Oracle">What it gives, and from which inputs.</param>
internal sealed record Pipeline(string Text, Lazy<IEnumerable<int>> Woven, Lazy<IReadOnlyList<OracleRecord>> Oracle)
{
    /// <summary>The id of the collection that this is, when it has not entered a woven operator yet; else -1.</summary>
    internal int Collection { get; init; } = -1;

    /// <summary>Whether a collection was changed on the way, so that inputs may be named that did not contribute.</summary>
    internal bool IsCoarse { get; init; }
}

/// <summary>What a random program gave: its records, and their spans.</summary>
/// <param name="Seed">The seed that makes the program again.</param>
/// <param name="Text">The program.</param>
/// <param name="Values">What the woven program gave.</param>
/// <param name="Expected">What the oracle gave.</param>
/// <param name="Column">The spans; null for a scalar, whose span is in the output of <paramref name="OutputSite"/>.</param>
/// <param name="OutputSite">The number of the site of a scalar; else 0.</param>
/// <param name="IsCoarse">As <see cref="Pipeline.IsCoarse"/>.</param>
internal sealed record Run(
    int Seed, string Text, IReadOnlyList<int> Values, IReadOnlyList<OracleRecord> Expected, Weft.Flows.SpanColumn? Column, int OutputSite, bool IsCoarse)
{
    /// <summary>Whether the values come in any order.</summary>
    internal bool IsUnordered { get; init; }
}
