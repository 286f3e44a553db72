using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Weft.Fody.Il;

/// <summary>What the short forms of <c>ldloc</c>, <c>stloc</c> and <c>ldarg</c> mean.</summary>
internal static class Operands
{
    public static VariableDefinition? LoadedLocal(Instruction instruction, MethodDefinition method) => instruction.OpCode.Code switch
    {
        Code.Ldloc_0 => method.Body.Variables[0],
        Code.Ldloc_1 => method.Body.Variables[1],
        Code.Ldloc_2 => method.Body.Variables[2],
        Code.Ldloc_3 => method.Body.Variables[3],
        Code.Ldloc_S or Code.Ldloc => (VariableDefinition)instruction.Operand,
        _ => null,
    };

    public static VariableDefinition? StoredLocal(Instruction instruction, MethodDefinition method) => instruction.OpCode.Code switch
    {
        Code.Stloc_0 => method.Body.Variables[0],
        Code.Stloc_1 => method.Body.Variables[1],
        Code.Stloc_2 => method.Body.Variables[2],
        Code.Stloc_3 => method.Body.Variables[3],
        Code.Stloc_S or Code.Stloc => (VariableDefinition)instruction.Operand,
        _ => null,
    };

    public static ParameterDefinition? LoadedParameter(Instruction instruction, MethodDefinition method) => instruction.OpCode.Code switch
    {
        Code.Ldarg_0 => Parameter(method, 0),
        Code.Ldarg_1 => Parameter(method, 1),
        Code.Ldarg_2 => Parameter(method, 2),
        Code.Ldarg_3 => Parameter(method, 3),
        Code.Ldarg_S or Code.Ldarg => (ParameterDefinition)instruction.Operand,
        _ => null,
    };

    private static ParameterDefinition Parameter(MethodDefinition method, int index)
    {
        if (!method.HasThis) return method.Parameters[index];
        return index == 0 ? method.Body.ThisParameter : method.Parameters[index - 1];
    }
}
