using Mono.Cecil;
using Mono.Cecil.Cil;
using Weft.Fody.Il;
using Weft.Fody.Source;

namespace Weft.Fody.Planning.Loops;

/// <summary>Where a loop keeps its enumerator (or its array, and its index): a local, or the field of a state machine that stands for one.</summary>
internal sealed record EnumeratorPlace
{
    private EnumeratorPlace(VariableDefinition local) => (Local, Type) = (local, local.VariableType);

    private EnumeratorPlace(FieldReference field) => (Field, Type) = (field, field.FieldType);

    public VariableDefinition? Local { get; }

    /// <summary>A field of the method's own <c>this</c>.</summary>
    public FieldReference? Field { get; }

    public TypeReference Type { get; }

    /// <summary>The place that an instruction puts on the stack, by value or by address; null for anything else.</summary>
    public static EnumeratorPlace? LoadedBy(Instruction instruction, MethodIl il, StackFlow flow)
    {
        if (Operands.LoadedLocal(instruction, il.Method) is { } local) return new(local);
        return instruction.OpCode.Code switch
        {
            Code.Ldloca or Code.Ldloca_S => new((VariableDefinition)instruction.Operand),
            Code.Ldfld or Code.Ldflda when IsOwn(instruction, il, flow) => new((FieldReference)instruction.Operand),
            _ => null,
        };
    }

    /// <summary>The place that an instruction stores to; null for anything else.</summary>
    public static EnumeratorPlace? StoredBy(Instruction instruction, MethodIl il, StackFlow flow)
    {
        if (Operands.StoredLocal(instruction, il.Method) is { } local) return new(local);
        return instruction.OpCode.Code == Code.Stfld && IsOwn(instruction, il, flow) ? new((FieldReference)instruction.Operand) : null;
    }

    // One field of a state machine is one place, however many references name it.
    public bool Equals(EnumeratorPlace? other) => other is not null && other.Local == Local && other.Field?.Name == Field?.Name;

    public override int GetHashCode() => Local?.GetHashCode() ?? Field!.Name.GetHashCode();

    private static bool IsOwn(Instruction instruction, MethodIl il, StackFlow flow) =>
        instruction.Operand is FieldReference field
        && il.Method.HasThis
        && GeneratedNames.IsGenerated(field.Name)
        && field.DeclaringType.GetElementType().FullName == il.Method.DeclaringType.FullName
        && flow.Producers(instruction, 0) is { Count: 1 } producers
        && producers[0].OpCode.Code == Code.Ldarg_0;
}
