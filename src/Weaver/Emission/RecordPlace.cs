using Mono.Cecil;
using Mono.Cecil.Cil;
using Weft.Fody.Contract;
using Weft.Fody.Il;
using Weft.Fody.Source;

namespace Weft.Fody.Emission;

/// <summary>Where a method keeps the record that a call took out last: a local, or a field of a state machine, whose locals are gone when it goes on.</summary>
internal sealed class RecordPlace
{
    private readonly VariableDefinition? _local;
    private readonly FieldReference? _field;

    private RecordPlace(VariableDefinition? local, FieldReference? field) => (_local, _field) = (local, field);

    public static RecordPlace Of(VariableDefinition local) => new(local, null);

    public static RecordPlace Add(MethodIl il, TypeReference type, int number) => Add(il, type, ContractNames.RecordField + number);

    public static RecordPlace Add(MethodIl il, TypeReference type, string field)
    {
        bool isStateMachine = il.Method is { Name: "MoveNext", HasThis: true } && GeneratedNames.IsGenerated(il.Method.DeclaringType.Name);
        return isStateMachine ? new(null, il.AddField(field, type)) : new(il.AddLocal(type), null);
    }

    /// <summary>Puts the record on the stack.</summary>
    public Instruction[] Load() => _local is { } local
        ? [Instruction.Create(local.Index <= byte.MaxValue ? OpCodes.Ldloc_S : OpCodes.Ldloc, local)]
        : [Instruction.Create(OpCodes.Ldarg_0), Instruction.Create(OpCodes.Ldfld, _field)];

    /// <summary>Puts its address on the stack.</summary>
    public Instruction[] LoadAddress() => _local is { } local
        ? [Instruction.Create(local.Index <= byte.MaxValue ? OpCodes.Ldloca_S : OpCodes.Ldloca, local)]
        : [Instruction.Create(OpCodes.Ldarg_0), Instruction.Create(OpCodes.Ldflda, _field)];

    /// <summary>Puts there what some code leaves on the stack.</summary>
    // A field's object goes below what is stored, which therefore goes by way of a local.
    public IEnumerable<Instruction> Store(MethodIl il, IEnumerable<Instruction> value, TypeReference type)
    {
        if (_local is { } local) return [.. value, Instruction.Create(OpCodes.Stloc, local)];
        VariableDefinition given = il.AddLocal(type);
        return [.. value, Instruction.Create(OpCodes.Stloc, given), Instruction.Create(OpCodes.Ldarg_0), Instruction.Create(OpCodes.Ldloc, given), Instruction.Create(OpCodes.Stfld, _field)];
    }
}
