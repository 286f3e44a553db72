using Mono.Cecil;
using Mono.Cecil.Cil;
using Weft.Fody.Contract;
using Weft.Fody.Il;
using Weft.Fody.Planning.Fills;

namespace Weft.Fody.Emission;

/// <summary>Weaves the beginning of a method that is told which record its arguments are made of: it takes the record before anything else runs.</summary>
internal static class GivenRecord
{
    private const string State = "<>1__state";
    /// <summary>The state of an asynchronous method that begins.</summary>
    public const int NotBegun = -1;

    /// <summary>Where the method keeps the record.</summary>
    public static RecordPlace Add(MethodIl il, GivenBody body, WovenRuntime runtime, WovenCalls calls)
    {
        RecordPlace place = RecordPlace.Add(il, calls.Import(runtime.LoopRecord), ContractNames.HandedField);
        Instruction[] state = body.IsStateMachine ? LoadState(il.Method.DeclaringType) : [Constants.Load(NotBegun)];
        il.Prepend([.. place.LoadAddress(), .. state, Constants.Load(body.Number), Instruction.Create(OpCodes.Call, calls.To(runtime.Handed, []))]);
        return place;
    }

    /// <summary>Puts the state of a state machine on the stack, where its method begins.</summary>
    public static Instruction[] LoadState(TypeDefinition machine) => machine.Fields.FirstOrDefault(field => field.Name == State) is { } field
        ? [Instruction.Create(OpCodes.Ldarg_0), Instruction.Create(OpCodes.Ldfld, new FieldReference(State, field.FieldType, Self.Of(machine)))]
        : [Constants.Load(NotBegun)];
}
