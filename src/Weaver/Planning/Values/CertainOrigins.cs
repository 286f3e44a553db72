using Mono.Cecil;
using Mono.Cecil.Cil;
using Weft.Fody.Il;
using Weft.Fody.Planning.Loops;

namespace Weft.Fody.Planning.Values;

// Design: the other side of `ValueOrigins`, which finds whatever a value may be made of. A record that was taken out stays where its call left it, so that an item which is made of it in some
// passes and of something else in others (`var v = 0; if (has) v = queue.Dequeue();`) would name it in all. It is certain only where every way to the item brings it: every value that a variable may have
// there, and one operand at least of what is computed. What is written in the program does not count where the record was taken out in any case (`queue.Dequeue() ?? ""`): then it was chosen by it.

/// <summary>Says whether a value is made of a record whichever way the method took to it.</summary>
/// <param name="flow">The method's stack.</param>
/// <param name="variables">Its variables.</param>
/// <param name="ways">The ways through it.</param>
/// <param name="take">What takes the record out.</param>
/// <param name="isTaken">Whether it is always taken out before the value is made.</param>
/// <param name="isOther">Whether an instruction takes out another record: what that was chosen by is no part of it.</param>
internal sealed class CertainOrigins(StackFlow flow, Variables variables, PassFlow ways, Take take, bool isTaken, Func<Instruction, bool> isOther)
{
    private readonly HashSet<Instruction> _certain = [];
    private readonly HashSet<Instruction> _visited = [];
    private bool _hasGrown;

    // A value may be made of itself: what is met again counts as what was known of it, until nothing more is found out.
    public bool Includes(Instruction consumer, int operand)
    {
        do
        {
            _hasGrown = false;
            _visited.Clear();
            if (IsOf(flow.Producers(consumer, operand))) return true;
        }
        while (_hasGrown);
        return false;
    }

    private bool IsOf(IReadOnlyList<Instruction> producers)
    {
        Instruction[] counted = [.. producers.Where(producer => !(IsConstant(producer) && IsHarmless(producer)))];
        return counted.Length > 0 && counted.All(IsOf);
    }

    private static bool IsConstant(Instruction producer) => producer.OpCode.Code is Code.Ldnull or Code.Ldstr or Code.Ldc_R4 or Code.Ldc_R8 or Code.Ldc_I8 or >= Code.Ldc_I4_M1 and <= Code.Ldc_I4;

    private bool IsOf(Instruction producer)
    {
        if (producer == take.Given || producer == take.Call || _certain.Contains(producer)) return true;
        if (isOther(producer) || !flow.Contains(producer) || !_visited.Add(producer) || !IsCertain(producer)) return false;
        _hasGrown = true;
        return _certain.Add(producer);
    }

    private bool IsCertain(Instruction producer)
    {
        if (producer.OpCode.Code != Code.Dup && Enumerable.Range(0, flow.OperandCount(producer)).Any(operand => IsOf(flow.Producers(producer, operand)))) return true;
        if (variables.PutInto(producer).Any(put => put.Values.Any(value => IsOf(flow.Producers(put.Instruction, value))))) return true;
        return variables.LoadedBy(producer) is { } variable && IsOf(variable, producer);
    }

    private bool IsOf(object variable, Instruction load)
    {
        IReadOnlyList<Access> accesses = variables.AccessesOf(variable);
        Access[] stores = [.. ways.Reaching(load, accesses).Where(store => !(IsConstant(store) && IsHarmless(store.Instruction)))];
        if (stores.Length > 0 && stores.All(IsOf)) return true;
        return accesses.Any(access => access.Kind == AccessKind.Change && IsOf(access) && !ways.IsReached(take.Given, load, access.Instruction));
    }

    // Where nothing was taken out before, there is no record to be named.
    private bool IsHarmless(Instruction constant) => isTaken || !ways.IsReached(take.Given, constant);

    private bool IsConstant(Access store) => store.Values.Count == 0 ? store.Instruction.Operand is not MethodReference : store.Values.Count > 0 && store.Values.All(value => flow.Producers(store.Instruction, value) is { Count: > 0 } values && values.All(IsConstant));

    private bool IsOf(Access access) => access.Instruction == take.Call || access.Values.Any(value => IsOf(flow.Producers(access.Instruction, value)));
}
