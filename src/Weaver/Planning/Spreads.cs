using Mono.Cecil;
using Mono.Cecil.Cil;
using Weft.Fody.Il;

namespace Weft.Fody.Planning;

/// <summary>
/// Finds the arrays and lists that the compiler fills for a collection expression with spreads of known length, <c>[.. list, last]</c>: it makes them of the length that it
/// sums up and copies the spreads' memory or records into theirs, within one statement. Literals alone have a constant length.
/// </summary>
internal static class Spreads
{
    public static IEnumerable<Instruction> Find(MethodIl il)
    {
        if (!il.Instructions.Any(IsCopy)) yield break;
        foreach (Instruction instruction in il.Instructions)
        {
            if (Makes(instruction) && !IsConstant(instruction.Previous) && IsFilledByCopy(instruction, il)) yield return instruction;
        }
    }

    /// <summary>The type of the collection that such an instruction makes.</summary>
    public static TypeReference TypeOf(Instruction instruction) =>
        instruction.Operand is MethodReference constructor ? constructor.DeclaringType : new ArrayType((TypeReference)instruction.Operand);

    private static bool Makes(Instruction instruction) => instruction.OpCode.Code switch
    {
        Code.Newarr => true,
        Code.Newobj => instruction.Operand is MethodReference { Parameters.Count: 1 } called
            && called.DeclaringType.GetElementType().FullName == "System.Collections.Generic.List`1"
            && called.Parameters[0].ParameterType.MetadataType == MetadataType.Int32,
        _ => false,
    };

    private static bool IsFilledByCopy(Instruction start, MethodIl il)
    {
        for (Instruction? next = start.Next; next is not null && il.Method.DebugInformation.GetSequencePoint(next) is null or { IsHidden: true }; next = next.Next)
        {
            if (Makes(next) && next.OpCode.Code == start.OpCode.Code) return false; // the copy is that one's
            if (IsCopy(next)) return true;
        }
        return false;
    }

    private static bool IsConstant(Instruction? length) => length?.OpCode.Code is >= Code.Ldc_I4_M1 and <= Code.Ldc_I4;

    private static bool IsCopy(Instruction instruction) =>
        instruction.OpCode.Code is Code.Call or Code.Callvirt
        && instruction.Operand is MethodReference { HasThis: true } called
        && (called.Name == "GetEnumerator" || (called.Name == "CopyTo" && called.DeclaringType.GetElementType().FullName is "System.Span`1" or "System.ReadOnlySpan`1"));
}
