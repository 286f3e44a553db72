namespace Weft;

/// <summary>One record that entered from outside.</summary>
/// <param name="Source">Where it came from.</param>
/// <param name="Index">Its 0-based index there.</param>
/// <param name="Span">Its span.</param>
public readonly record struct LineageRoot(LineageSource Source, long Index, SpanId Span)
{
    /// <summary>What a person would call it, for example <c>flights.csv:17</c>.</summary>
    public override string ToString() => Source.NameOf(Index);
}

/// <summary>Consecutive records of one source.</summary>
/// <param name="Source">Where they came from.</param>
/// <param name="FirstIndex">The 0-based index of the first.</param>
/// <param name="FirstSpan">The span of the first; the others follow.</param>
/// <param name="Count">Their number.</param>
internal readonly record struct RootRange(LineageSource Source, long FirstIndex, ulong FirstSpan, long Count);
