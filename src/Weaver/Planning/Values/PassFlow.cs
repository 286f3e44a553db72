using Mono.Cecil.Cil;
using Weft.Fody.Il;

namespace Weft.Fody.Planning.Values;

// Design: what a variable holds when a pass begins is gone when every way through the pass stores to it before it is read. Ways are those of branches; an
// exception may come from every instruction of its block, and what a `finally` stores is not relied on. The same is asked again and again, of each record for each value that
// it may be part of: answers are kept, by the list of a variable's accesses, which stands for the variable.

/// <summary>The ways that control may take through the passes of a method's loops.</summary>
internal sealed class PassFlow
{
    private const int None = -1;
    private readonly IReadOnlyList<Instruction> _instructions;
    private readonly IReadOnlyDictionary<Instruction, int> _numbers;
    private readonly IReadOnlyList<(int Start, int End, int Handler)> _protected;
    private readonly bool _isIterator;
    private readonly int[]?[] _behind;
    private readonly int[] _seen;   // the walk that has been at an instruction last
    private int _walk;
    private readonly Dictionary<(int, int, int, IReadOnlyList<Access>), bool> _carries = [];
    private readonly Dictionary<(int, int, int, Instruction, IReadOnlyList<Access>), bool> _survives = [];
    private readonly Dictionary<(int, int, int), bool> _reached = [];
    private readonly Dictionary<(int, IReadOnlyList<Access>), IReadOnlyList<Access>> _reaching = [];
    private List<int>[]? _before;

    public PassFlow(MethodIl il, IReadOnlyDictionary<Instruction, int> numbers)
    {
        _instructions = il.Instructions;
        _numbers = numbers;
        _isIterator = il.Method.DeclaringType.Fields.Any(field => field.Name == "<>2__current");
        _behind = new int[]?[_instructions.Count];
        _seen = new int[_instructions.Count];
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
        (int, int, int, IReadOnlyList<Access>) asked = (pass.Begin, pass.First, pass.Last, accesses);
        return _carries.TryGetValue(asked, out bool known) ? known : _carries[asked] = FindCarries(pass, accesses);
    }

    private bool FindCarries(Pass pass, IReadOnlyList<Access> accesses)
    {
        HashSet<int> stores = [.. accesses.Where(access => access.Kind == AccessKind.Store).Select(access => _numbers[access.Instruction])];
        if (stores.Contains(pass.Begin)) return false;
        HashSet<int> reads = [.. accesses.Where(access => access.Kind != AccessKind.Store).Select(access => _numbers[access.Instruction])];
        return Arrives(pass.Begin < 0 ? [0] : Behind(pass.Begin), Behind, number =>
            !pass.Contains(number) || number == pass.Begin ? Place.End
            : reads.Contains(number) ? Place.Goal
            : stores.Contains(number) ? Place.End : Place.OnTheWay);
    }

    /// <summary>Whether what an instruction writes to a variable may still be there when the next record is read.</summary>
    public bool Survives(Pass pass, Instruction write, IReadOnlyList<Access> accesses)
    {
        if (pass.Begin < 0) return true; // the next call of the method
        (int, int, int, Instruction, IReadOnlyList<Access>) asked = (pass.Begin, pass.First, pass.Last, write, accesses);
        return _survives.TryGetValue(asked, out bool known) ? known : _survives[asked] = FindSurvives(pass, write, accesses);
    }

    private bool FindSurvives(Pass pass, Instruction write, IReadOnlyList<Access> accesses)
    {
        // By way of what lies around the loop, too: it may be left, and begun anew.
        int next = pass.Begin < pass.First ? pass.Last + 1 : pass.Begin; // a loop over records moves on behind its last instruction
        HashSet<int> stores = [.. accesses.Where(access => access.Kind == AccessKind.Store).Select(access => _numbers[access.Instruction])];
        return Arrives(Behind(_numbers[write]), Behind, number => number == next ? Place.Goal : stores.Contains(number) ? Place.End : Place.OnTheWay);
    }

    /// <summary>The stores whose value a variable may have where it is read.</summary>
    public IReadOnlyList<Access> Reaching(Instruction load, IReadOnlyList<Access> accesses)
    {
        int to = _numbers[load];
        return _reaching.TryGetValue((to, accesses), out IReadOnlyList<Access>? known) ? known : _reaching[(to, accesses)] = FindReaching(to, accesses);
    }

    // Back from the load, to the last store on each way.
    private List<Access> FindReaching(int load, IReadOnlyList<Access> accesses)
    {
        ILookup<int, Access> stores = accesses.Where(access => access.Kind == AccessKind.Store).ToLookup(access => _numbers[access.Instruction]);
        var found = new HashSet<int>();
        Arrives(Before[load], number => Before[number], number =>
        {
            if (!stores.Contains(number)) return Place.OnTheWay;
            found.Add(number);
            return Place.End;
        });
        return [.. stores.Where(store => found.Contains(store.Key)).SelectMany(store => store)];
    }

    private List<int>[] FindBefore()
    {
        var before = new List<int>[_instructions.Count];
        for (int number = 0; number < before.Length; number++) before[number] = [];
        for (int number = 0; number < before.Length; number++)
            foreach (int behind in Behind(number)) before[behind].Add(number);
        return before;
    }

    /// <summary>Whether there is a way from one instruction to another that does not pass a third.</summary>
    public bool IsReached(Instruction from, Instruction to, Instruction around) => IsReached(_numbers[from], _numbers[to], _numbers[around]);

    /// <summary>Whether there is a way from one instruction to another.</summary>
    public bool IsReached(Instruction from, Instruction to) => IsReached(_numbers[from], _numbers[to], None);

    /// <summary>Whether one of a pass's instructions is always passed before another.</summary>
    public bool IsBefore(int first, Instruction instruction, Instruction other)
    {
        int number = _numbers[instruction];
        return number == first || !(first == _numbers[other] || IsReached(first, _numbers[other], number));
    }

    private bool IsReached(int from, int to, int around) => _reached.TryGetValue((from, to, around), out bool known)
        ? known
        : _reached[(from, to, around)] = Arrives(Behind(from), Behind, number => number == to ? Place.Goal : number == around ? Place.End : Place.OnTheWay);

    // Whether one of the ways that begin at some instructions comes to a goal.
    private bool Arrives(IEnumerable<int> from, Func<int, IEnumerable<int>> next, Func<int, Place> look)
    {
        _walk++;
        var open = new Stack<int>(from);
        while (open.Count > 0)
        {
            int number = open.Pop();
            if (_seen[number] == _walk) continue;
            _seen[number] = _walk;
            Place place = look(number);
            if (place == Place.Goal) return true;
            if (place == Place.End) continue;
            foreach (int behind in next(number)) open.Push(behind);
        }
        return false;
    }

    private List<int>[] Before => _before ??= FindBefore();

    private int[] Behind(int number) => _behind[number] ??= [.. FindBehind(number)];

    private IEnumerable<int> FindBehind(int number)
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

    private enum Place
    {
        OnTheWay,
        End,
        Goal,
    }
}
