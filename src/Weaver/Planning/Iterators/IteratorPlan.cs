using Mono.Cecil;
using Mono.Cecil.Cil;
using Weft.Fody.Planning.Loops;

namespace Weft.Fody.Planning.Iterators;

/// <summary>A loop around a yield, with the place that it reads.</summary>
internal sealed record AroundYield(ReadPlace Place, Loop? Loop);

/// <summary>One <c>yield return</c>.</summary>
/// <param name="Store">The store of the yielded value.</param>
/// <param name="Reads">What is read as it yields, from the outermost loop in.</param>
/// <param name="Value">The type of the yielded value.</param>
/// <param name="IsKept">Whether the value may follow from other records than those.</param>
/// <param name="ForgetsMoves">Whether the value does not follow from what was read by hand since the last yield.</param>
internal sealed record YieldPoint(Instruction Store, IReadOnlyList<AroundYield> Reads, TypeReference Value, bool IsKept, bool ForgetsMoves);

/// <summary>What will be done to an iterator's <c>MoveNext</c>, so that it tells what it yields from.</summary>
internal sealed record IteratorPlan(IteratorMachine Machine, IReadOnlyList<ReadPlace> Places, IReadOnlyList<YieldPoint> Yields);
