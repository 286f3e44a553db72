using Mono.Cecil.Cil;
using Weft.Fody.Il;

namespace Weft.Fody.Planning.Values;

// Design: forward and without regard to order, once a method, along the same ways that `ValueOrigins` goes back from each value: operands, variables, what is put into new objects, what lambdas read. So it finds all that those find, and
// more; a value that it does not find needs no search of its own.

/// <summary>Which values of a method may be made of what some of its instructions give.</summary>
internal sealed class ReachedValues
{
    private readonly StackFlow _flow;
    private readonly HashSet<Instruction> _values = [];
    private readonly HashSet<object> _variables = [];

    /// <param name="il">The method.</param>
    /// <param name="flow">Its stack.</param>
    /// <param name="variables">Its variables.</param>
    /// <param name="captured">What a call reads of them.</param>
    /// <param name="isSeed">Whether an instruction gives such a value, or stores it in a variable.</param>
    public ReachedValues(MethodIl il, StackFlow flow, Variables variables, Func<Instruction, IEnumerable<string>> captured, Func<Instruction, bool> isSeed)
    {
        _flow = flow;
        Instruction[] all = [.. il.Instructions.Where(flow.Contains)];
        if (!all.Any(isSeed)) return;
        _values.UnionWith(all.Where(isSeed));
        int before;
        do
        {
            before = _values.Count + _variables.Count;
            foreach (object variable in variables.All)
            {
                if (!_variables.Contains(variable) && variables.AccessesOf(variable).Any(access => access.Kind != AccessKind.Load && (isSeed(access.Instruction) || access.Values.Any(value => Includes(access.Instruction, value))))) _variables.Add(variable);
            }
            foreach (Instruction value in all)
            {
                if (!_values.Contains(value) && IsMade(value)) _values.Add(value);
            }
        }
        while (_values.Count + _variables.Count != before);

        bool IsMade(Instruction value) =>
            (value.OpCode.Code != Code.Dup && Enumerable.Range(0, flow.OperandCount(value)).Any(operand => Includes(value, operand)))
            || (variables.LoadedBy(value) is { } loaded && _variables.Contains(loaded))
            || captured(value).Any(_variables.Contains)
            || variables.PutInto(value).Any(put => put.Values.Any(operand => Includes(put.Instruction, operand)));
    }

    /// <summary>Whether an operand may be made of them.</summary>
    public bool Includes(Instruction consumer, int operand) => _flow.Producers(consumer, operand).Any(_values.Contains);
}
