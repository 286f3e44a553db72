using Mono.Cecil;
using Mono.Cecil.Cil;
using Weft.Fody.Il;

namespace Weft.Fody.Planning.Loops;

// Design: compilers end a loop over an array with `index < array.Length` and a branch back, to code that takes `array[index]` before anything can
// branch. In the body the array stays, and the index is only counted up at its end.

/// <summary>Finds the loops of a method that read an array by index, from its beginning: <c>foreach</c> over an array is one.</summary>
internal sealed class ArrayLoopSearch(MethodIl il, StackFlow flow)
{
    private readonly IReadOnlyDictionary<Instruction, int> _numbers = il.Numbers;

    /// <summary>Whether a method can have such a loop at all; cheap.</summary>
    public static bool IsWorthwhile(MethodIl il) => il.Instructions.Any(i => i.OpCode.Code == Code.Ldlen && i.Next?.Next?.OpCode.Code is Code.Blt or Code.Blt_S);

    public IEnumerable<Loop> Run()
    {
        foreach (Instruction branch in il.Instructions)
        {
            if (branch.OpCode.Code is Code.Blt or Code.Blt_S && flow.Contains(branch) && Find(branch) is { } loop) yield return loop;
        }
    }

    private Loop? Find(Instruction branch)
    {
        int end = _numbers[branch];
        if (PlaceOf(branch, 0) is not { } index || ArrayOf(branch) is not { } array || array.Type is not ArrayType { IsVector: true } type) return null;
        for (int i = _numbers[(Instruction)branch.Operand]; i < end; i++)
        {
            Instruction instruction = il.Instructions[i];
            if (IsElement(instruction) && array.Equals(PlaceOf(instruction, 0)) && index.Equals(PlaceOf(instruction, 1)))
                return Count(array, index, i, end) is { } count ? new Loop(array, EnumeratorKind.Array, type.ElementType, i, count, index) : null;
            if (instruction.OpCode.FlowControl is not FlowControl.Next) return null;
        }
        return null;
    }

    // The number of the instruction that counts the index up; null where the loop touches the array or the index in any other way.
    private int? Count(EnumeratorPlace array, EnumeratorPlace index, int current, int end)
    {
        int? count = null;
        for (int i = current; i < end; i++)
        {
            Instruction instruction = il.Instructions[i];
            if (!flow.Contains(instruction)) continue;
            if (instruction.OpCode.Code is Code.Ldloca or Code.Ldloca_S or Code.Ldflda && EnumeratorPlace.LoadedBy(instruction, il, flow) is { } taken && (array.Equals(taken) || index.Equals(taken))) return null;
            if (EnumeratorPlace.StoredBy(instruction, il, flow) is not { } stored) continue;
            if (array.Equals(stored)) return null;
            if (!index.Equals(stored)) continue;
            if (count is not null || !IsCount(instruction, index)) return null;
            count = i;
        }
        return count;
    }

    // index = index + 1
    private bool IsCount(Instruction store, EnumeratorPlace index) =>
        Single(store, Operand(store)) is { OpCode.Code: Code.Add } sum && index.Equals(PlaceOf(sum, 0)) && Single(sum, 1)?.OpCode.Code == Code.Ldc_I4_1;

    // (int)array.Length
    private EnumeratorPlace? ArrayOf(Instruction branch) =>
        Single(branch, 1) is { OpCode.Code: Code.Conv_I4 } conversion && Single(conversion, 0) is { OpCode.Code: Code.Ldlen } length ? PlaceOf(length, 0) : null;

    private static int Operand(Instruction store) => store.OpCode.Code == Code.Stfld ? 1 : 0;

    private EnumeratorPlace? PlaceOf(Instruction consumer, int operand) => Single(consumer, operand) is { } load ? EnumeratorPlace.LoadedBy(load, il, flow) : null;

    private Instruction? Single(Instruction consumer, int operand) => flow.Producers(consumer, operand) is { Count: 1 } producers ? producers[0] : null;

    private static bool IsElement(Instruction instruction) => instruction.OpCode.Code is
        Code.Ldelem_Any or Code.Ldelem_Ref or Code.Ldelem_I or Code.Ldelem_I1 or Code.Ldelem_I2 or Code.Ldelem_I4 or Code.Ldelem_I8
        or Code.Ldelem_U1 or Code.Ldelem_U2 or Code.Ldelem_U4 or Code.Ldelem_R4 or Code.Ldelem_R8;
}
