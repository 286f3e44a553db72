using Mono.Cecil.Cil;

namespace Weft.Fody.Il;

/// <summary>A body that does not keep the rules of the evaluation stack, or a shape that cannot be woven.</summary>
internal sealed class MalformedBodyException(string message, Instruction instruction)
    : Exception($"{message} at IL_{instruction.Offset:x4} ({instruction.OpCode.Name})")
{
    public Instruction Instruction { get; } = instruction;
}
