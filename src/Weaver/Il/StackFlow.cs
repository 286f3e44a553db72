using Mono.Cecil.Cil;

namespace Weft.Fody.Il;

/// <summary>One use of a value: the instruction that takes it, and as which operand (0 is the deepest on the stack).</summary>
internal readonly record struct Use(Instruction Consumer, int Operand);

// Design: one walk over the instructions in order, with the stack as a list of slots. A slot holds the instructions that may have pushed the
// value; where paths join, slots unite. One walk is enough: a backward branch finds the stack as the walk left it, because compilers keep to
// ECMA-335 III.1.7.5, which lets the stack after an unconditional branch be empty unless an earlier branch says otherwise. `dup` is
// transparent: both copies are the value of the one who pushed it.

/// <summary>Who pushes and who takes the values of the evaluation stack in one method.</summary>
internal sealed class StackFlow
{
    private static readonly Instruction[] _unknown = [];
    private static readonly IReadOnlyList<Use> _noUses = [];

    private readonly Dictionary<Instruction, Instruction[][]> _inputs = [];
    private readonly Dictionary<Instruction, List<Use>> _uses = [];
    private readonly Dictionary<Instruction, int> _depths = [];

    private StackFlow()
    {
    }

    /// <summary>Walks a body; throws <see cref="MalformedBodyException"/> when it breaks the rules of the stack.</summary>
    public static StackFlow Of(MethodIl il)
    {
        var flow = new StackFlow();
        flow.Walk(il);
        return flow;
    }

    public bool Contains(Instruction instruction) => _depths.ContainsKey(instruction);

    /// <summary>The values on the stack before <paramref name="instruction"/>.</summary>
    public int Depth(Instruction instruction) => _depths[instruction];

    /// <summary>The number of values that <paramref name="consumer"/> takes.</summary>
    public int OperandCount(Instruction consumer) => _inputs[consumer].Length;

    /// <summary>The instructions that may have pushed an operand; empty when not known (an exception object).</summary>
    public IReadOnlyList<Instruction> Producers(Instruction consumer, int operand) => _inputs[consumer][operand];

    /// <summary>The instructions that take what <paramref name="producer"/> pushed.</summary>
    public IReadOnlyList<Use> Uses(Instruction producer) => _uses.TryGetValue(producer, out List<Use>? uses) ? uses : _noUses;

    private void Walk(MethodIl il)
    {
        Dictionary<Instruction, Instruction[][]> entries = HandlerEntries(il);
        List<Instruction[]>? stack = [];

        foreach (Instruction instruction in il.Instructions)
        {
            stack = Enter(instruction, stack, entries);
            _depths[instruction] = stack.Count;
            Step(instruction, stack, il);
            foreach (Instruction target in Branches.Targets(instruction)) Join(entries, target, stack, instruction);
            if (Branches.NeverFallsThrough(instruction)) stack = null;
        }
    }

    private static Dictionary<Instruction, Instruction[][]> HandlerEntries(MethodIl il)
    {
        var entries = new Dictionary<Instruction, Instruction[][]>();
        foreach (ExceptionHandler handler in il.Handlers)
        {
            bool hasException = handler.HandlerType is ExceptionHandlerType.Catch or ExceptionHandlerType.Filter;
            entries[handler.HandlerStart] = hasException ? [_unknown] : [];
            if (handler.FilterStart is not null) entries[handler.FilterStart] = [_unknown];
        }
        return entries;
    }

    private static List<Instruction[]> Enter(Instruction instruction, List<Instruction[]>? fallThrough, Dictionary<Instruction, Instruction[][]> entries)
    {
        if (!entries.TryGetValue(instruction, out Instruction[][]? entry)) return fallThrough ?? [];
        return fallThrough is null ? [.. entry] : [.. Unite(entry, fallThrough, instruction)];
    }

    private void Step(Instruction instruction, List<Instruction[]> stack, MethodIl il)
    {
        if (instruction.OpCode.Code == Code.Dup)
        {
            if (stack.Count == 0) throw new MalformedBodyException("the stack is empty", instruction);
            stack.Add(stack[stack.Count - 1]);
            return;
        }

        int pops = StackEffect.Pops(instruction, il.Method) ?? stack.Count;
        if (pops > stack.Count) throw new MalformedBodyException($"{pops} values are taken from a stack of {stack.Count}", instruction);
        if (instruction.OpCode.Code == Code.Ret && pops != stack.Count) throw new MalformedBodyException($"{stack.Count} values are left on the stack", instruction);

        Instruction[][] inputs = stack.GetRange(stack.Count - pops, pops).ToArray();
        stack.RemoveRange(stack.Count - pops, pops);
        _inputs[instruction] = inputs;
        for (int operand = 0; operand < inputs.Length; operand++)
        {
            foreach (Instruction producer in inputs[operand]) AddUse(producer, new Use(instruction, operand));
        }

        for (int i = StackEffect.Pushes(instruction); i > 0; i--) stack.Add([instruction]);
    }

    private void AddUse(Instruction producer, Use use)
    {
        if (!_uses.TryGetValue(producer, out List<Use>? uses)) _uses.Add(producer, uses = []);
        uses.Add(use);
    }

    private static void Join(Dictionary<Instruction, Instruction[][]> entries, Instruction target, List<Instruction[]> stack, Instruction from) =>
        entries[target] = entries.TryGetValue(target, out Instruction[][]? entry) ? Unite(entry, stack, from) : stack.ToArray();

    private static Instruction[][] Unite(Instruction[][] one, List<Instruction[]> other, Instruction at)
    {
        if (one.Length != other.Count) throw new MalformedBodyException($"paths meet with {one.Length} and {other.Count} values on the stack", at);
        var united = new Instruction[one.Length][];
        for (int i = 0; i < united.Length; i++)
            united[i] = one[i] == other[i] ? one[i] : one[i].Union(other[i]).ToArray();
        return united;
    }
}
