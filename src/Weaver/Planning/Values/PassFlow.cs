using Mono.Cecil.Cil;
using Weft.Fody.Il;

namespace Weft.Fody.Planning.Values;

// Design: what a variable holds when a pass begins is gone when every way through the pass stores to it before it is read. Ways are those of branches; an
// exception may come from every instruction of its block, and what a `finally` stores is not relied on.

/// <summary>The ways that control may take through the passes of a method's loops.</summary>
internal sealed class PassFlow
{
    private readonly IReadOnlyList<Instruction> _instructions;
    private readonly IReadOnlyDictionary<Instruction, int> _numbers;
    private readonly IReadOnlyList<(int Start, int End, int Handler)> _protected;
    private readonly bool _isIterator;

    public PassFlow(MethodIl il, IReadOnlyDictionary<Instruction, int> numbers)
    {
        _instructions = il.Instructions;
        _numbers = numbers;
        _isIterator = il.Method.DeclaringType.Fields.Any(field => field.Name == "<>2__current");
        var blocks = new List<(int, int, int)>();
        foreach (ExceptionHandler handler in il.Handlers)
        {
            int start = numbers[handler.TryStart], end = numbers[handler.TryEnd];
            blocks.Add((start, end, numbers[handler.HandlerStart]));
            if (handler.FilterStart is { } filter) blocks.Add((start, end, numbers[filter]));
        }
        _protected = blocks;
    }

    /// <summary>Whether a pass may read what a variable held before it.</summary>
    public bool Carries(Pass pass, IReadOnlyList<Access> accesses)
    {
        HashSet<int> stores = [.. accesses.Where(access => access.Kind == AccessKind.Store).Select(access => _numbers[access.Instruction])];
        if (stores.Contains(pass.Begin)) return false;
        HashSet<int> reads = [.. accesses.Where(access => access.Kind != AccessKind.Store).Select(access => _numbers[access.Instruction])];
        var seen = new HashSet<int>();
        var open = new Stack<int>(pass.Begin < 0 ? [0] : Behind(pass.Begin));
        while (open.Count > 0)
        {
            int number = open.Pop();
            if (!pass.Contains(number) || number == pass.Begin || !seen.Add(number)) continue;
            if (reads.Contains(number)) return true;
            if (stores.Contains(number)) continue;
            foreach (int next in Behind(number)) open.Push(next);
        }
        return false;
    }

    /// <summary>Whether what an instruction writes to a variable may still be there when the next record is read.</summary>
    public bool Survives(Pass pass, Instruction write, IReadOnlyList<Access> accesses)
    {
        if (pass.Begin < 0) return true; // the next call of the method
        // By way of what lies around the loop, too: it may be left, and begun anew.
        int next = pass.Begin < pass.First ? pass.Last + 1 : pass.Begin; // a loop over records moves on behind its last instruction
        HashSet<int> stores = [.. accesses.Where(access => access.Kind == AccessKind.Store).Select(access => _numbers[access.Instruction])];
        var seen = new HashSet<int>();
        var open = new Stack<int>(Behind(_numbers[write]));
        while (open.Count > 0)
        {
            int number = open.Pop();
            if (number == next) return true;
            if (stores.Contains(number) || !seen.Add(number)) continue;
            foreach (int behind in Behind(number)) open.Push(behind);
        }
        return false;
    }

    /// <summary>The stores whose value a variable may have where it is read.</summary>
    public IReadOnlyList<Access> Reaching(Instruction load, IReadOnlyList<Access> accesses)
    {
        List<Access> stores = [.. accesses.Where(access => access.Kind == AccessKind.Store)];
        HashSet<int> numbers = [.. stores.Select(store => _numbers[store.Instruction])];
        return [.. stores.Where(store => IsReached(_numbers[store.Instruction], _numbers[load], numbers))];
    }

    /// <summary>Whether there is a way from one instruction to another that does not pass a third.</summary>
    public bool IsReached(Instruction from, Instruction to, Instruction around) => IsReached(_numbers[from], _numbers[to], [_numbers[around]]);

    /// <summary>Whether there is a way from one instruction to another.</summary>
    public bool IsReached(Instruction from, Instruction to) => IsReached(_numbers[from], _numbers[to], []);

    /// <summary>Whether one of a pass's instructions is always passed before another.</summary>
    public bool IsBefore(int first, Instruction instruction, Instruction other)
    {
        int number = _numbers[instruction];
        return number == first || !(first == _numbers[other] || IsReached(first, _numbers[other], [number]));
    }

    private bool IsReached(int from, int to, HashSet<int> around)
    {
        var seen = new HashSet<int>();
        var open = new Stack<int>(Behind(from));
        while (open.Count > 0)
        {
            int number = open.Pop();
            if (number == to) return true;
            if (around.Contains(number) || !seen.Add(number)) continue;
            foreach (int next in Behind(number)) open.Push(next);
        }
        return false;
    }

    private IEnumerable<int> Behind(int number)
    {
        Instruction instruction = _instructions[number];
        foreach (Instruction target in Branches.Targets(instruction)) yield return _numbers[target];
        // An iterator leaves where it yields, and goes on behind.
        bool goesOn = !Branches.NeverFallsThrough(instruction) || (_isIterator && instruction.OpCode.Code is Code.Ret or Code.Leave or Code.Leave_S);
        if (goesOn && number + 1 < _instructions.Count) yield return number + 1;
        foreach ((int start, int end, int handler) in _protected)
        {
            if (start <= number && number < end) yield return handler;
        }
    }
}
