using Mono.Cecil;
using Mono.Cecil.Cil;
using Weft.Fody.Planning.Loops;

namespace Weft.Fody.Planning.Fills;

/// <summary>An instruction that puts what is made of records into a collection, where nobody follows it: the collection is told, with the records.</summary>
/// <param name="Name">What a person calls it.</param>
/// <param name="Loops">The loops and the records taken out, from the innermost out; at least one.</param>
/// <param name="Collections">The instructions that give the collection, if it is not what the call gives.</param>
/// <param name="Box">What the call gives, when it is a struct.</param>
internal sealed record FilledCall(string Name, IReadOnlyList<ILoop> Loops, IReadOnlyList<Instruction> Collections, TypeReference? Box = null)
{
    /// <summary>Whether the filled collection is what the call gives.</summary>
    public bool GivesIt => Collections.Count == 0;
}
