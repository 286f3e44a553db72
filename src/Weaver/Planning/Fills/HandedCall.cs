using Weft.Fody.Planning.Loops;

namespace Weft.Fody.Planning.Fills;

/// <summary>A call of a method that puts what it is given into collections: it is told the records that its arguments are made of.</summary>
/// <param name="Name">What a person calls the method.</param>
/// <param name="Method">The number by which the method knows that the records are for it.</param>
/// <param name="Loops">The loops and the records taken out, from the innermost out; at least one, but for what sends a message.</param>
/// <param name="IsKept">Whether the arguments may be made of other records than those.</param>
/// <param name="IsOfLambda">Whether the call sends what a lambda is given, or has captured, so that there may be records which nobody tells.</param>
internal sealed record HandedCall(string Name, int Method, IReadOnlyList<ILoop> Loops, bool IsKept, bool IsOfLambda);
