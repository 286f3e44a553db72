using Mono.Cecil;
using Mono.Cecil.Cil;
using Weft.Fody.Il;
using Weft.Fody.Mapping;
using Weft.Fody.Planning.Loops;

namespace Weft.Fody.Planning.Iterators;

// Design: from the yielded value back along the stack, through locals and fields to what is stored there, to where records are taken. A variable
// that a pass of the loop writes before it reads it holds something of this pass; any other one may hold something of an earlier pass, and when
// that is made of records the value is *kept*. So is a collection that records are put into. What the value is made of besides (a dictionary that
// it is looked up in, a field) counts no more than what a lambda captures; but where no record is read at all, a collection is where it comes from.

/// <summary>Says whether what an iterator yields can only follow from the records that it is at.</summary>
internal sealed class YieldedValue(
    IteratorMachine machine, MethodIl il, StackFlow flow, IReadOnlyList<Loop> loops, IReadOnlyDictionary<EnumeratorPlace, ReadPlace> places, IReadOnlyList<int> yields, SequenceTypes types)
{
    private readonly Dictionary<Instruction, int> _numbers = il.Instructions.Select((instruction, number) => (instruction, number)).ToDictionary(p => p.instruction, p => p.number);
    private readonly Variables _variables = new(machine, il, flow, types);

    /// <summary>What a yielded value follows from, that is stored within the loops <paramref name="around"/>.</summary>
    public Origin OriginOf(Instruction store, IReadOnlyList<Loop> around)
    {
        var search = new Search(this, _numbers[store], around);
        Dependence value = search.Run(flow.Producers(store, 1));
        bool isFromCollection = (value & Dependence.Collection) != 0 && around.Count == 0 && (value & Dependence.Current) == 0;
        return new Origin((value & Dependence.Kept) != 0 || isFromCollection, search.ByHand, search.IsOfMoves);
    }

    /// <summary>What a yielded value follows from, besides the records of the loops around it.</summary>
    /// <param name="IsKept">Whether it may follow from other records than those that the iterator is at, and has read since the last yield.</param>
    /// <param name="ByHand">Where the enumerators are, moved other than by loops, that it takes the current record of.</param>
    /// <param name="IsOfMoves">Whether it is made of what such enumerators gave since the last yield.</param>
    public sealed record Origin(bool IsKept, IReadOnlyList<EnumeratorPlace> ByHand, bool IsOfMoves);

    [Flags]
    private enum Dependence
    {
        None = 0,

        /// <summary>On a collection or sequence that is not being read.</summary>
        Collection = 1,

        /// <summary>On records that the iterator is at.</summary>
        Current = 2,

        /// <summary>On records that it may have been at earlier.</summary>
        Kept = 4,
    }

    private sealed class Search(YieldedValue method, int yield, IReadOnlyList<Loop> around)
    {
        private const Dependence OfRecords = Dependence.Current | Dependence.Kept;

        private readonly Dictionary<(Instruction, bool), Dependence> _known = [];
        private readonly Dictionary<object, Dependence> _variables = [];
        private readonly HashSet<object> _visited = [];
        private bool _hasGrown;
        private readonly List<EnumeratorPlace> _byHand = [];

        public IReadOnlyList<EnumeratorPlace> ByHand => _byHand;

        public bool IsOfMoves { get; private set; }

        // A value may be made of itself: what is met again counts as what was known of it, until nothing more is found out.
        public Dependence Run(IReadOnlyList<Instruction> value)
        {
            Dependence all;
            do
            {
                _hasGrown = false;
                _visited.Clear();
                all = Of(value, isDirect: true);
            }
            while (_hasGrown);
            return all;
        }

        private Dependence Of(IEnumerable<Instruction> producers, bool isDirect) => producers.Aggregate(Dependence.None, (all, producer) => all | Of(producer, isDirect));

        private Dependence Of(Instruction producer, bool isDirect)
        {
            _known.TryGetValue((producer, isDirect), out Dependence known);
            if (!_visited.Add((producer, isDirect))) return known;
            Dependence found = Find(producer, isDirect) | known;
            _hasGrown |= found != known;
            return _known[(producer, isDirect)] = found;
        }

        private Dependence Find(Instruction producer, bool isDirect)
        {
            if (OfCurrent(producer, isDirect) is { } current) return current;
            Dependence all = method._variables.LoadedBy(producer) is { } variable ? Of(variable) : Dependence.None;
            if (producer.OpCode.Code is Code.Ldarg_0 || method._variables.IsOwnField(producer)) return all;
            for (int operand = 0; operand < method.OperandCount(producer); operand++) all |= Of(method.Producers(producer, operand), isDirect);
            foreach ((Instruction instruction, IReadOnlyList<int> values) in method._variables.PutInto(producer))
                foreach (int operand in values) all |= Of(method.Producers(instruction, operand), isDirect);
            return all;
        }

        // The current record of a loop, or of an enumerator; null for any other value.
        private Dependence? OfCurrent(Instruction producer, bool isDirect)
        {
            int number = method._numbers[producer];
            if (around.Any(loop => loop.Current == number)) return Dependence.Current;
            if (producer.Operand is not MethodReference { Name: "get_Current", HasThis: true } || method.Receiver(producer) is not { } place) return null;
            if (around.Any(loop => loop.Enumerator.Equals(place))) return Dependence.Current;
            if (method.IsMovedByHand(place))
            {
                if (!isDirect) IsOfMoves = true;
                else if (!_byHand.Contains(place)) _byHand.Add(place);
                return Dependence.Current;
            }
            // A loop within these, around the yield, whose records have no spans.
            int outer = around.Count == 0 ? -1 : around[around.Count - 1].Current;
            return method._variables.Regions.Any(r => r.Contains(number) && r.Contains(yield) && r.First > outer) ? Dependence.Kept : null;
        }

        private Dependence Of(object variable)
        {
            _variables.TryGetValue(variable, out Dependence known);
            if (!_visited.Add(variable)) return known;
            Dependence all = known | (method._variables.IsCollection(variable) ? Dependence.Collection : Dependence.None);
            foreach (Access access in method._variables.AccessesOf(variable).Where(access => access.Kind != AccessKind.Load))
            {
                Dependence written = access.Values.Aggregate(Dependence.None, (sum, operand) => sum | Of(method.Producers(access.Instruction, operand), isDirect: false));
                if (access.Kind == AccessKind.Change) written &= OfRecords;
                if ((written & Dependence.Current) != 0 && !IsOfThisPass(variable, access)) written |= Dependence.Kept;
                all |= written;
            }
            _hasGrown |= all != known;
            return _variables[variable] = all;
        }

        // Whether what is written there is gone, or written anew, when the next record is read.
        private bool IsOfThisPass(object variable, Access access)
        {
            int number = method._numbers[access.Instruction];
            if (around.LastOrDefault(loop => loop.Contains(number)) is { } loop) return IsFirstWritten(variable, loop.Current, loop.MoveNext);
            if (!method.MovesByHand || number > yield || method.HasYieldBetween(number, yield)) return false;
            Region? innermost = method._variables.Regions.Where(r => r.Contains(yield)).OrderBy(r => r.Length).Select(r => (Region?)r).FirstOrDefault();
            return innermost is not { } region || (region.Contains(number) && IsFirstWritten(variable, region.First - 1, region.Last + 1));
        }

        private bool IsFirstWritten(object variable, int behind, int before)
        {
            foreach (Access access in method._variables.AccessesOf(variable))
            {
                int number = method._numbers[access.Instruction];
                if (behind < number && number < before) return access.Kind == AccessKind.Store;
            }
            return false;
        }
    }

    private bool MovesByHand => places.Values.Any(place => place.Moves.Any(move => move.ByHand));

    private bool HasYieldBetween(int first, int last) => yields.Any(yield => first < yield && yield < last);

    private bool IsMovedByHand(EnumeratorPlace place) => places.TryGetValue(place, out ReadPlace? read) && read.Moves.Any(move => move.ByHand) && !loops.Any(loop => loop.Enumerator.Equals(place) && IsAroundYield(loop));

    private bool IsAroundYield(Loop loop) => yields.Any(loop.Contains);

    private EnumeratorPlace? Receiver(Instruction call) =>
        flow.Contains(call) && flow.Producers(call, 0) is { Count: 1 } receivers ? EnumeratorPlace.LoadedBy(receivers[0], il, flow) : null;

    private int OperandCount(Instruction consumer) => flow.Contains(consumer) && consumer.OpCode.Code != Code.Dup ? flow.OperandCount(consumer) : 0;

    private IReadOnlyList<Instruction> Producers(Instruction consumer, int operand) => flow.Producers(consumer, operand);
}
