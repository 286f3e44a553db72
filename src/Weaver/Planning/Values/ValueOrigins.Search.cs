using Mono.Cecil;
using Mono.Cecil.Cil;
using Weft.Fody.Planning.Loops;

namespace Weft.Fody.Planning.Values;

/// <content>The search back from one value: what it depends on.</content>
internal sealed partial class ValueOrigins
{
    [Flags]
    private enum Dependence
    {
        None = 0,

        /// <summary>On a collection or sequence that is not being read.</summary>
        Collection = 1,

        /// <summary>On records that the loops are at.</summary>
        Current = 2,

        /// <summary>On other records: those that they may have been at earlier, or those of other loops.</summary>
        Kept = 4,

        /// <summary>On a collection or sequence that is no part of the records that the loops are at.</summary>
        Outside = 8,

        /// <summary>On a collection that the method makes, in the innermost pass or around it.</summary>
        Made = 16,

        /// <summary>On a collection that the method makes outside the innermost pass, which holds nothing of the records that the loops are at.</summary>
        Table = 32,
    }

    private sealed class Search(ValueOrigins method, int at, IReadOnlyList<Pass> around, IReadOnlyList<Pass>? asked = null, bool? isInLoop = null, HashSet<int>? reached = null)
    {
        private readonly bool _isInLoop = isInLoop ?? around.Count > 0;
        private const Dependence OfRecords = Dependence.Current | Dependence.Kept;

        private readonly Dictionary<(Instruction, bool), Dependence> _known = [];
        private readonly Dictionary<(object, bool), Dependence> _variables = [];
        private readonly HashSet<object> _visited = [];
        private readonly HashSet<Instruction> _stores = []; // that take a record out to a variable
        private bool _hasGrown;
        private readonly List<EnumeratorPlace> _byHand = [];

        public IReadOnlyList<EnumeratorPlace> ByHand => _byHand;

        public bool IsOfMoves { get; private set; }

        /// <summary>The instructions met that take records out, or read them where they are asked about by themselves; once the search has run.</summary>
        public HashSet<Instruction> Takes => [.. _known.Keys.Select(known => known.Item1).Where(known => method._taken.Contains(known) || IsRead(known) || method._results.Contains(known)), .. _stores];

        /// <summary>What gave something from outside that is no part of the records of the passes; once the search has run.</summary>
        public IEnumerable<Instruction> Outside =>
            _known.Where(known => (known.Value & (Dependence.Outside | Dependence.Current)) == Dependence.Outside).Select(known => known.Key.Item1).Distinct();

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
            if ((found & Dependence.Current) != 0 && IsOfPassBefore(producer)) found |= Dependence.Kept;
            _hasGrown |= found != known;
            return _known[(producer, isDirect)] = found;
        }

        private Dependence Find(Instruction producer, bool isDirect)
        {
            if (reached is not null && method.CandidateAt(producer) is { } number) reached.Add(number);
            if (OfCurrent(producer, isDirect) is { } current) return current;
            if (method.IsThis(producer) || IsAskedElsewhere(producer)) return Dependence.None;
            if (method._takenUnseen.Contains(producer)) return Dependence.Kept;
            var taken = Dependence.None;
            for (int operand = 0; operand < method.OperandCount(producer); operand++)
            {
                Dependence part = Of(method.Producers(producer, operand), isDirect);
                if (operand == 0 && (part & Dependence.Outside) != 0 && method.ReadsRecord(producer)) part |= Dependence.Kept;
                if (operand == 0 && (part & (Dependence.Table | OfRecords)) == Dependence.Table && method.ReadsInTurn(producer)) part |= Dependence.Kept;
                taken |= part;
            }
            foreach ((Instruction instruction, IReadOnlyList<int> values) in method.Variables.PutInto(producer))
                foreach (int operand in values) taken |= Of(method.Producers(instruction, operand), isDirect);
            taken |= KeptBy(producer, taken);
            foreach ((string captured, bool isOfPass) in CapturedBy(producer)) taken |= Of(captured, isOfPass) & OfRecords;
            if (method.Variables.IsCount(producer)) return taken & ~OfRecords;

            Dependence all = taken;
            bool isOfCurrent = (taken & OfRecords) == Dependence.Current;
            // What the current record has in a member is its own, whatever the loop stores there in other objects.
            if (method.Variables.LoadedBy(producer) is { } variable && !(isOfCurrent && Variables.IsMember(producer))) all |= Of(variable, IsOfPass(variable, producer));
            if (around.Count > 0 && method.Variables.MakesCollection(producer)) all |= around[0].Contains(method._numbers[producer]) ? Dependence.Made : Dependence.Made | Dependence.Table;
            if ((taken & (Dependence.Current | Dependence.Collection | Dependence.Made)) == 0 && method.Variables.GivesCollection(producer)) all |= Dependence.Outside;
            return all;
        }

        // What stands on the stack when the record is taken is older: `total += queue.Dequeue()` has read the total before.
        private bool IsOfPassBefore(Instruction producer)
        {
            int number = method._numbers[producer];
            return around.Any(pass => number < pass.Begin && method.IsUsedBehind(producer, pass.Begin));
        }

        private bool IsOfPass(object variable, Instruction load) =>
            around.Count > 0 && around[0].Contains(method._numbers[load]) && !method.Ways.Carries(around[0], method.Variables.AccessesOf(variable));

        // What a lambda or local function reads of the method's own variables, where it is called.
        private IEnumerable<(string Name, bool IsOfPass)> CapturedBy(Instruction call)
        {
            foreach (string name in method.CapturedNames(call))
            {
                bool isOfPass = around.Count > 0 && around[0].Contains(method._numbers[call]) && !method.Ways.Carries(around[0], method.Variables.AccessesOf(name));
                yield return (name, isOfPass);
            }
        }

        // A call on an object or delegate that was there before the pass, and gives what that has kept: it is handed the record, or other calls are.
        private Dependence KeptBy(Instruction call, Dependence given)
        {
            if (call.OpCode.Code is not (Code.Call or Code.Callvirt) || call.Operand is not MethodReference called || called.Parameters.Count == 0 || !method.Called(call).Any(KeepingMethods.IsKeeping)) return Dependence.None;
            if (!called.HasThis) return (given & Dependence.Current) != 0 && around.Count > 0 ? Dependence.Kept : Dependence.None;
            foreach (Instruction receiver in method.Producers(call, 0))
            {
                if ((Of(receiver, isDirect: false) & OfRecords) != 0) return Dependence.None;
                bool isOlder = method.Variables.LoadedBy(receiver) is { } variable ? !IsOfPass(variable, receiver) : method.IsThis(receiver);
                if (!isOlder) return Dependence.None;
            }
            Dependence others = method.CallsOnTheSame(call).Aggregate(Dependence.None, (all, other) => all | GivenTo(other)) & OfRecords;
            return ((given | others) & OfRecords) == 0 || around.Count == 0 ? Dependence.None : others | Dependence.Kept;
        }

        private Dependence GivenTo(Instruction call) =>
            Enumerable.Range(1, method.OperandCount(call) - 1).Aggregate(Dependence.None, (all, operand) => all | Of(method.Producers(call, operand), isDirect: false));

        // Other records taken out, and those of loops that are asked about by themselves.
        private bool IsAskedElsewhere(Instruction producer) => method._taken.Contains(producer) || (IsRead(producer) && !method.IsOfFilledArray(producer)) || (asked is not null && asked.Any(pass => pass.IsCurrent(producer)));

        // In a loop over records what is read in turn may be another loop's.
        private bool IsRead(Instruction producer) => method._reads.Contains(producer) && (!_isInLoop || method.IsLookUp(producer));

        // The current record of a loop, or of an enumerator; null for any other value.
        private Dependence? OfCurrent(Instruction producer, bool isDirect)
        {
            if (around.Any(pass => pass.IsCurrent(producer))) return Dependence.Current;
            if (producer.Operand is not MethodReference { Name: "get_Current", HasThis: true } || method.Receiver(producer) is not { } place || !method.IsMovedByHand(place)) return null;
            if (!isDirect) IsOfMoves = true;
            else if (!_byHand.Contains(place)) _byHand.Add(place);
            return Dependence.Current;
        }

        // Compilers use one local for several things: what is stored outside a pass that always stores to it first does not come into it.
        private Dependence Of(object variable, bool isOfPass)
        {
            _variables.TryGetValue((variable, isOfPass), out Dependence known);
            if (!_visited.Add((variable, isOfPass))) return known;
            Dependence all = known | (method.Variables.IsCollection(variable) ? Dependence.Collection : Dependence.None);
            foreach (Access access in method.Variables.AccessesOf(variable).Where(access => access.Kind != AccessKind.Load))
            {
                if (isOfPass && !around[0].Contains(method._numbers[access.Instruction])) continue;
                // What is taken out goes to a variable by reference: `TryRead(out var item)`.
                if (access.Kind == AccessKind.Store && method._taken.Contains(access.Instruction)) _stores.Add(access.Instruction);
                Dependence written = access.Kind == AccessKind.Store && method._taken.Contains(access.Instruction)
                    ? around.Any(pass => pass.IsCurrent(access.Instruction)) ? Dependence.Current : Dependence.None
                    : access.Values.Aggregate(Dependence.None, (sum, operand) => sum | Of(method.Producers(access.Instruction, operand), isDirect: false));
                if (method._results.Contains(access.Instruction) || (reached is not null && method.CandidateAt(access.Instruction) is not null)) written |= Of(access.Instruction, isDirect: false); // by an argument: `TryFind(id, out var item)`
                if (access.Kind == AccessKind.Change) written &= OfRecords;
                if ((written & Dependence.Current) != 0 && !IsOfThisPass(variable, access)) written |= Dependence.Kept;
                all |= written;
            }
            _hasGrown |= all != known;
            return _variables[(variable, isOfPass)] = all;
        }

        // Whether what is written there is gone, or written anew, when the next record is read.
        private bool IsOfThisPass(object variable, Access access)
        {
            int number = method._numbers[access.Instruction];
            Pass[] passes = [.. around.Where(pass => pass.Contains(number))];
            if (method._isStateMachine && passes.Length > 0)
            {
                passes = [.. passes.Where(pass => pass.Begin >= 0)]; // it begins anew wherever it goes on, with what it has kept of the same call
                if (passes.Length == 0) return true;
            }
            if (passes.Length > 0) return !passes.Any(pass => method.Ways.Survives(pass, access.Instruction, method.Variables.AccessesOf(variable)) && method.Ways.Carries(pass, method.Variables.AccessesOf(variable)));
            if (!method.MovesByHand || number > at || method.HasYieldBetween(number, at)) return false;
            Region? region = method.Variables.Regions.Where(r => r.Contains(at)).OrderBy(r => r.Length).Select(r => (Region?)r).FirstOrDefault();
            return region is not { } repeated || (repeated.Contains(number) && IsFirstWritten(variable, repeated.First - 1, repeated.Last + 1));
        }

        private bool IsFirstWritten(object variable, int behind, int before)
        {
            foreach (Access access in method.Variables.AccessesOf(variable))
            {
                int number = method._numbers[access.Instruction];
                if (behind < number && number < before) return access.Kind == AccessKind.Store;
            }
            return false;
        }
    }
}
