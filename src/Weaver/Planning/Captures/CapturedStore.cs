using Weft.Fody.Planning.Loops;

namespace Weft.Fody.Planning.Captures;

/// <summary>A store of a captured variable, with the records that its value is made of.</summary>
/// <param name="Loops">The loops and the records taken out, from the innermost out; of none, nothing is known of the value.</param>
/// <param name="IsKept">Whether the value may be made of other records than those.</param>
internal sealed record CapturedStore(IReadOnlyList<ILoop> Loops, bool IsKept);
