using Mono.Cecil;
using Mono.Cecil.Cil;
using Weft.Fody.Il;
using Weft.Fody.Mapping;

namespace Weft.Fody.Planning.Fills;

/// <summary>The static types of values on the stack, as far as the instruction that gives one tells.</summary>
internal static class ValueTypes
{
    public static TypeReference? Of(Instruction given, MethodIl il) => given.OpCode.Code switch
    {
        Code.Newarr => new ArrayType((TypeReference)given.Operand),
        Code.Newobj => ((MethodReference)given.Operand).DeclaringType,
        Code.Ldfld or Code.Ldsfld => ((FieldReference)given.Operand).FieldType,
        Code.Ldloca or Code.Ldloca_S => ((VariableDefinition)given.Operand).VariableType,
        Code.Ldarga or Code.Ldarga_S => ((ParameterDefinition)given.Operand).ParameterType,
        Code.Ldflda or Code.Ldsflda => ((FieldReference)given.Operand).FieldType,
        Code.Call or Code.Callvirt => new Substitution((MethodReference)given.Operand).Result,
        _ => Operands.LoadedLocal(given, il.Method)?.VariableType ?? Operands.LoadedParameter(given, il.Method)?.ParameterType,
    };
}
