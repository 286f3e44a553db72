using Mono.Cecil.Cil;
using Weft.Fody.Mapping;

namespace Weft.Fody.Planning.Loops;

/// <summary>A call that takes one record out of a collection or channel, or looks at one there.</summary>
/// <param name="Call">The call.</param>
/// <param name="Given">The instruction behind which the record is there: the call, or what waits for its task.</param>
/// <param name="Operator">What takes its place.</param>
internal sealed record Take(Instruction Call, Instruction Given, MappedHandOver Operator);

/// <summary>The record that a call took out last, as what an item follows from that is put in elsewhere in its method.</summary>
/// <param name="take">The call.</param>
/// <param name="start">The number of the first instruction of the innermost loop around both; else of the method's.</param>
/// <param name="end">The number of the last one.</param>
internal sealed class TakenRecord(Take take, int start, int end) : ILoop
{
    public Take Take => take;

    public int Start => start;

    public int End => end;

    public int Length => end - start;
}
