using Mono.Cecil;
using Mono.Cecil.Cil;
using Weft.Fody.Mapping;

namespace Weft.Fody.Planning.Loops;

/// <summary>A call that takes one record out of a collection or channel, or looks at one there.</summary>
/// <param name="Call">The call, or the instruction that reads.</param>
/// <param name="Given">The instruction behind which the record is there: the call, or what waits for its task.</param>
/// <param name="Operator">What takes its place; null of a read, which stays where it is.</param>
/// <param name="Read">What it reads, when it is a read.</param>
internal sealed record Take(Instruction Call, Instruction Given, MappedHandOver? Operator, RecordRead? Read = null)
{
    /// <summary>The name of a call that takes a record out of a collection of which only the whole is known; null of any other.</summary>
    public string? Holder { get; init; }

    /// <summary>Whether it reads a value from a message.</summary>
    public bool IsReply { get; init; }

    /// <summary>What a person calls it.</summary>
    public string Name => Operator?.Row.Title ?? Holder ?? Read?.Name ?? ((MethodReference)Call.Operand).Name;

    /// <summary>Whether it looks a record up by its key, and leaves it there.</summary>
    public bool IsKeyed => Operator is { IsKeyed: true };
}

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
