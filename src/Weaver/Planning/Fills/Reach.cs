using Mono.Cecil;
using Mono.Cecil.Cil;
using Weft.Fody.Il;

namespace Weft.Fody.Planning.Fills;

// Design: forward and without regard to order, once a method: from the instructions that give something, through the stack, variables, members and collections, to all that may be made of it. That is more than what a
// value is made of, and costs one walk for all values, where ValueOrigins goes back from each one.

/// <summary>Which values of a method may be made of what some of its instructions give.</summary>
internal sealed class Reach
{
    private readonly MethodIl _il;
    private readonly StackFlow _flow;
    private readonly HashSet<Instruction> _reached = [];
    private readonly HashSet<object> _variables = [];

    private Reach(MethodIl il, StackFlow flow) => (_il, _flow) = (il, flow);

    public static Reach Of(MethodIl il, StackFlow flow, Func<Instruction, bool> isSeed)
    {
        var reach = new Reach(il, flow);
        foreach (Instruction instruction in il.Instructions)
        {
            if (!flow.Contains(instruction) || !isSeed(instruction)) continue;
            reach._reached.Add(instruction);
            reach.AddArguments(instruction);
        }
        if (reach._reached.Count == 0) return reach;
        int before;
        do
        {
            before = reach._reached.Count + reach._variables.Count;
            foreach (Instruction instruction in il.Instructions) reach.Walk(instruction);
        }
        while (reach._reached.Count + reach._variables.Count != before);
        return reach;
    }

    /// <summary>Whether a value may be made of it.</summary>
    public bool Includes(Operand value) => _flow.Producers(value.Consumer, value.Position).Any(_reached.Contains);

    private void Walk(Instruction instruction)
    {
        if (!_flow.Contains(instruction) || instruction.OpCode.Code == Code.Dup) return;
        if (VariableOf(instruction) is { } loaded && _variables.Contains(loaded)) _reached.Add(instruction);
        if (!Enumerable.Range(0, _flow.OperandCount(instruction)).Any(operand => Includes(new Operand(instruction, operand)))) return;
        if (StoredBy(instruction) is { } stored) _variables.Add(stored);
        if (instruction.OpCode.Code is Code.Call or Code.Callvirt or Code.Newobj || instruction.OpCode.Name.StartsWith("st", StringComparison.Ordinal)) AddArguments(instruction);
        _reached.Add(instruction);
    }

    // What a call is given it may put into anything else that it is given.
    private void AddArguments(Instruction call)
    {
        if (call.OpCode.Code == Code.Dup) return;
        for (int operand = 0; operand < _flow.OperandCount(call); operand++)
        {
            foreach (Instruction given in _flow.Producers(call, operand))
            {
                if (VariableOf(given) is { } variable && !IsThis(variable)) _variables.Add(variable);
            }
        }
    }

    private bool IsThis(object variable) => variable == _il.Method.Body.ThisParameter;

    private object? VariableOf(Instruction load) => load.OpCode.Code switch
    {
        Code.Ldloca or Code.Ldloca_S or Code.Ldarga or Code.Ldarga_S => load.Operand,
        Code.Ldfld or Code.Ldflda or Code.Ldsfld or Code.Ldsflda => ((FieldReference)load.Operand).FullName,
        Code.Call or Code.Callvirt => Member((MethodReference)load.Operand, "get_"),
        _ => Operands.LoadedLocal(load, _il.Method) ?? (object?)Operands.LoadedParameter(load, _il.Method),
    };

    private object? StoredBy(Instruction store) => store.OpCode.Code switch
    {
        Code.Starg or Code.Starg_S => store.Operand,
        Code.Stfld or Code.Stsfld => ((FieldReference)store.Operand).FullName,
        Code.Call or Code.Callvirt => Member((MethodReference)store.Operand, "set_"),
        _ => Operands.StoredLocal(store, _il.Method),
    };

    private static string? Member(MethodReference called, string accessor) =>
        called.HasThis && called.Name.StartsWith(accessor, StringComparison.Ordinal) ? called.DeclaringType.FullName + "." + called.Name.Substring(accessor.Length) : null;
}
