using Mono.Cecil;
using Mono.Cecil.Cil;
using Weft.Fody.Il;
using Weft.Fody.Mapping;
using Weft.Fody.Planning.Loops;
using Weft.Fody.Source;

namespace Weft.Fody.Planning.Values;

// Design: from the value back along the stack, through locals, parameters and members to what is stored there, to where records are taken. A variable
// that every way through a pass of the loop writes before it reads it holds something of this pass; any other one may hold something of an earlier pass, and when
// that is made of records the value is *kept*. So is a collection that records are put into, and the record of a loop that the value is not in, where
// it reads a collection that is no part of the current record, or one of the method's own in turn; and what an object or delegate keeps from call to call. What the value is made of besides (a dictionary that
// it is looked up in, a field) counts no more than what a lambda captures; but where no record is read at all, a collection is where it comes from.

/// <summary>Says whether a value that is made in loops over records can only follow from the records that they are at.</summary>
/// <param name="il">The method.</param>
/// <param name="flow">Its stack.</param>
/// <param name="types">Knows what is a sequence.</param>
/// <param name="byHand">The places of enumerators that an iterator moves other than by loops; none in other methods.</param>
/// <param name="yields">The numbers of an iterator's yields; none in other methods.</param>
/// <param name="taken">What takes records out of collections and channels: each such record is asked about by itself.</param>
internal sealed class ValueOrigins(MethodIl il, StackFlow flow, SequenceTypes types, IReadOnlyCollection<EnumeratorPlace> byHand, IReadOnlyList<int> yields, TakenRecords? taken = null)
{
    private readonly IReadOnlyDictionary<Instruction, int> _numbers = il.Numbers;
    private readonly bool _isStateMachine = il.Method.Name == "MoveNext" && GeneratedNames.IsGenerated(il.Method.DeclaringType.Name);
    private Variables? _withCalls;
    private readonly HashSet<Instruction> _taken = [.. taken?.Instructions ?? []];
    private readonly HashSet<Instruction> _reads = [.. taken?.Reads ?? []];
    private readonly HashSet<Instruction> _takenUnseen = [.. taken?.Others ?? []];
    private PassFlow? _ways;

    private Variables Variables => _withCalls ??= WithCalls();

    private PassFlow Ways => _ways ??= new PassFlow(il, _numbers);

    /// <summary>What a value follows from that an instruction takes, within the loops <paramref name="around"/>.</summary>
    /// <param name="consumer">The instruction.</param>
    /// <param name="operand">As which operand.</param>
    /// <param name="around">The loops, from the outermost in.</param>
    public Origin OriginOf(Instruction consumer, int operand, IEnumerable<ILoop> around)
    {
        Pass[] passes = [.. around.Select(loop => Pass.Of(loop, il, flow, _numbers))];
        var search = new Search(this, _numbers[consumer], passes);
        Dependence value = search.Run(flow.Producers(consumer, operand));
        bool isFromCollection = (value & Dependence.Collection) != 0 && passes.Length == 0 && (value & Dependence.Current) == 0;
        return new Origin((value & Dependence.Kept) != 0 || isFromCollection, search.ByHand, search.IsOfMoves);
    }

    /// <summary>The instructions that give a collection, other than the records of the passes, of which a value is made; and whether it is made of records of earlier passes.</summary>
    /// <param name="consumer">The instruction that takes the value.</param>
    /// <param name="operand">As which operand.</param>
    /// <param name="passes">The passes around it, from the outermost in.</param>
    public (IReadOnlyList<Instruction> LookedUp, bool IsKept) LookedUpBy(Instruction consumer, int operand, IReadOnlyList<Pass> passes)
    {
        var search = new Search(this, _numbers[consumer], passes);
        Dependence value = search.Run(flow.Producers(consumer, operand));
        return ([.. search.Outside.Where(GivesSequence)], (value & Dependence.Kept) != 0);
    }

    /// <summary>The instructions that give a collection from outside of the passes into which records of the passes are put there.</summary>
    public IReadOnlyList<Instruction> FilledIn(IReadOnlyList<Pass> passes)
    {
        var filled = new List<Instruction>();
        foreach (Instruction call in il.Instructions)
        {
            if (call.OpCode.Code is not (Code.Call or Code.Callvirt) || !flow.Contains(call) || flow.OperandCount(call) < 2) continue;
            foreach (Instruction holder in flow.Producers(call, 0))
            {
                if (!GivesSequence(holder) || Variables.LoadedBy(holder) is not { } variable || !Variables.AccessesOf(variable).Any(access => access.Instruction == call && access.Kind == AccessKind.Change && !access.IsWithin)) continue;
                if (LookedUpIsOfPass(call, 0, passes) || !Enumerable.Range(1, flow.OperandCount(call) - 1).Any(value => OriginIsOfRecords(call, value, [.. passes]))) continue;
                filled.Add(holder);
            }
        }
        return filled;
    }

    // Whether a collection is made in the pass, or belongs to its record.
    private bool LookedUpIsOfPass(Instruction consumer, int operand, IReadOnlyList<Pass> passes)
    {
        var search = new Search(this, _numbers[consumer], passes);
        Dependence value = search.Run(flow.Producers(consumer, operand));
        return (value & Dependence.Outside) == 0;
    }

    private bool GivesSequence(Instruction load) => Variables.GivenBy(load) is { } type && types.TakesRecords(type) && type.MetadataType != MetadataType.String && type is not GenericParameter && type.Resolve() is not { IsValueType: true };

    /// <summary>Whether a value is made of a record that was taken out, and whether it may be made of one that its call took out earlier, or of others that nobody takes out.</summary>
    /// <param name="consumer">The instruction that takes the value.</param>
    /// <param name="operand">As which operand.</param>
    /// <param name="record">The record.</param>
    /// <param name="around">The loops around the instruction, whose records do not count.</param>
    public (bool IsMade, bool IsKept) DependsOn(Instruction consumer, int operand, TakenRecord record, IReadOnlyList<ILoop> around)
    {
        Pass[] others = [.. around.Select(loop => Pass.Of(loop, il, flow, _numbers))];
        var search = new Search(this, _numbers[consumer], [Pass.Of(record, il, flow, _numbers)], others, isInLoop: others.Length > 0);
        Dependence value = search.Run(flow.Producers(consumer, operand));
        return ((value & Dependence.Current) != 0, (value & Dependence.Kept) != 0);
    }

    /// <summary>Whether one of the operands is made of a record that was taken out whichever way the method took.</summary>
    /// <param name="consumer">The instruction that takes the operands.</param>
    /// <param name="operands">The operands.</param>
    /// <param name="record">The record.</param>
    public bool AlwaysDependsOn(Instruction consumer, IReadOnlyList<int> operands, TakenRecord record)
    {
        bool isTaken = Ways.IsBefore(record.Start, record.Take.Given, consumer);
        return operands.Any(operand => new CertainOrigins(flow, Variables, Ways, record.Take, isTaken, read => _taken.Contains(read) || _reads.Contains(read)).Includes(consumer, operand));
    }

    /// <summary>The places where a record is read by itself of which operands may be made, as far as each is asked about by itself.</summary>
    /// <param name="consumer">The instruction that takes the operands.</param>
    /// <param name="operands">The operands.</param>
    /// <param name="around">The loops around the instruction.</param>
    public HashSet<Instruction> ReadsOf(Instruction consumer, IReadOnlyList<int> operands, IReadOnlyList<ILoop> around)
    {
        if (_reads.Count == 0) return [];
        Pass[] passes = [.. around.Select(loop => Pass.Of(loop, il, flow, _numbers))];
        var search = new Search(this, _numbers[consumer], passes);
        foreach (int operand in operands) search.Run(flow.Producers(consumer, operand));
        return [.. search.Reads];
    }

    /// <summary>Whether the method changes an object that one of these calls gives.</summary>
    public bool IsAnyChanged(IEnumerable<Take> takes) => takes.Any(take => Variables.IsChanged(take.Call, take.Given));

    /// <summary>Whether records of a collection that an instruction takes are changed in the loops <paramref name="around"/>, where they stand, by what is made of records.</summary>
    /// <param name="consumer">The instruction.</param>
    /// <param name="operand">As which operand.</param>
    /// <param name="around">The loops, from the outermost in.</param>
    public bool IsChangedWithin(Instruction consumer, int operand, IEnumerable<ILoop> around)
    {
        Pass[] passes = [.. around.Select(loop => Pass.Of(loop, il, flow, _numbers))];
        IEnumerable<Access> changes = flow.Producers(consumer, operand)
            .Select(Variables.LoadedBy)
            .Where(variable => variable is not null)
            .SelectMany(variable => Variables.AccessesOf(variable!))
            .Where(access => access.IsWithin && passes.Any(pass => pass.Contains(_numbers[access.Instruction])));
        return changes.Any(access => access.Values.Any(value => OriginIsOfRecords(access.Instruction, value, passes)));
    }

    /// <summary>Whether what an instruction takes may be made of records of a loop or call; of those of other loops and earlier passes, where <paramref name="orKept"/>.</summary>
    /// <param name="consumer">The instruction.</param>
    /// <param name="operand">As which operand.</param>
    /// <param name="around">The loops, from the outermost in.</param>
    /// <param name="orKept">Whether records of other loops and earlier passes count, too.</param>
    public bool IsMadeOf(Instruction consumer, int operand, IEnumerable<ILoop> around, bool orKept)
    {
        Pass[] passes = [.. around.Select(loop => Pass.Of(loop, il, flow, _numbers))];
        Dependence asked = orKept ? Dependence.Current | Dependence.Kept : Dependence.Current;
        return (new Search(this, _numbers[consumer], passes).Run(flow.Producers(consumer, operand)) & asked) != 0;
    }

    /// <summary>Whether an argument is a variable whose collection nothing but this call changes: then it holds what the call has put there before, and nothing else of the records.</summary>
    public bool IsChangedByCallAlone(Instruction call, int argument) =>
        flow.Producers(call, argument) is { Count: > 0 } loads && loads.All(load => Variables.LoadedBy(load) is { } variable
            && Variables.AccessesOf(variable).Any(access => access.Instruction == call && access.Kind == AccessKind.Change)
            && Variables.AccessesOf(variable).All(access => access.Kind != AccessKind.Change || access.Instruction == call));

    private bool OriginIsOfRecords(Instruction consumer, int operand, Pass[] passes) =>
        (new Search(this, _numbers[consumer], passes).Run(flow.Producers(consumer, operand)) & (Dependence.Current | Dependence.Kept)) != 0;

    /// <summary>What a value follows from, besides the records of the loops around it.</summary>
    /// <param name="IsKept">Whether it may follow from other records than those that the loops are at, and that an iterator has read since the last yield.</param>
    /// <param name="ByHand">Where the enumerators are, moved other than by loops, that it takes the current record of.</param>
    /// <param name="IsOfMoves">Whether it is made of what such enumerators gave since the last yield.</param>
    public sealed record Origin(bool IsKept, IReadOnlyList<EnumeratorPlace> ByHand, bool IsOfMoves);

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

    private sealed class Search(ValueOrigins method, int at, IReadOnlyList<Pass> around, IReadOnlyList<Pass>? asked = null, bool? isInLoop = null)
    {
        private readonly bool _isInLoop = isInLoop ?? around.Count > 0;
        private const Dependence OfRecords = Dependence.Current | Dependence.Kept;

        private readonly Dictionary<(Instruction, bool), Dependence> _known = [];
        private readonly Dictionary<(object, bool), Dependence> _variables = [];
        private readonly HashSet<object> _visited = [];
        private bool _hasGrown;
        private readonly List<EnumeratorPlace> _byHand = [];

        public IReadOnlyList<EnumeratorPlace> ByHand => _byHand;

        public bool IsOfMoves { get; private set; }

        /// <summary>The places met where a record is read by itself, and asked about by itself; once the search has run.</summary>
        public IEnumerable<Instruction> Reads => _known.Keys.Select(known => known.Item1).Where(IsRead).Distinct();

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
            if (call.OpCode.Code is not (Code.Call or Code.Callvirt)) yield break;
            foreach (string name in method.Called(call).Where(called => GeneratedNames.IsGenerated(called.Name)).SelectMany(called => FieldsOfMethod.Of(called).Read).Distinct())
            {
                if (!method.Variables.Knows(name)) continue;
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
                Dependence written = access.Kind == AccessKind.Store && method._taken.Contains(access.Instruction)
                    ? around.Any(pass => pass.IsCurrent(access.Instruction)) ? Dependence.Current : Dependence.None
                    : access.Values.Aggregate(Dependence.None, (sum, operand) => sum | Of(method.Producers(access.Instruction, operand), isDirect: false));
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

    private bool IsUsedBehind(Instruction producer, int number) => flow.Uses(producer).Any(use => _numbers[use.Consumer] > number);

    private bool MovesByHand => byHand.Count > 0;

    private bool HasYieldBetween(int first, int last) => yields.Any(yield => first < yield && yield < last);

    private bool IsMovedByHand(EnumeratorPlace place) => byHand.Contains(place);

    private bool IsThis(Instruction instruction) => instruction.OpCode.Code == Code.Ldarg_0 && il.Method.HasThis;

    // The current record of an enumerator, or of a loop by index.
    private bool ReadsRecord(Instruction instruction) =>
        instruction.Operand is MethodReference { Name: "get_Current", HasThis: true } || Variables.IsCountedElement(instruction);

    // What the method sets itself it reads back, whatever was there before.
    private bool IsOfFilledArray(Instruction read) =>
        read.OpCode.Code is not (Code.Call or Code.Callvirt) && flow.Producers(read, 0).Select(Variables.LoadedBy).Any(array => array is not null && Variables.AccessesOf(array).Any(access => access.Kind == AccessKind.Change));

    // What is asked for by a number that no loop counts up.
    private bool IsLookUp(Instruction read) => read.Operand is not MethodReference { Name: "get_Current" } && !Variables.IsElementInTurn(read);

    // A collection of constants is looked up in by what a record says; one that is read in turn is a source of records beside the loop's.
    private bool ReadsInTurn(Instruction instruction) =>
        instruction.Operand is MethodReference { Name: "get_Current", HasThis: true } || Variables.IsElementInTurn(instruction);

    // What lambdas, local functions and methods write of what this method reads, it writes where it calls them; and what lambdas read of its variables, it reads there.
    private Variables WithCalls()
    {
        var variables = new Variables(il, flow, types);
        _withCalls = variables;
        foreach (Instruction call in il.Instructions)
        {
            if (call.OpCode.Code is not (Code.Call or Code.Callvirt) || !flow.Contains(call)) continue;
            foreach (MethodDefinition called in Called(call))
            {
                foreach ((string name, TypeReference type, bool isSure) in FieldsOfMethod.Of(called).Written.Where(written => variables.Knows(written.Name)))
                    variables.AddWrite(call, name, type, isSure, ArgumentsOf(call));
                if (!GeneratedNames.IsGenerated(called.Name)) continue;
                foreach (string name in FieldsOfMethod.Of(called).Read.Where(variables.Knows)) variables.AddRead(call, name);
            }
        }
        return variables;
    }

    // Without what a lambda or local function finds the variables by.
    private int[] ArgumentsOf(Instruction call)
    {
        var called = (MethodReference)call.Operand;
        int first = called.HasThis ? 1 : 0;
        return [.. Enumerable.Range(first, flow.OperandCount(call) - first).Where(operand => !(called.Parameters[operand - first].ParameterType is ByReferenceType { ElementType: var closure } && GeneratedNames.IsGenerated(closure.Name)))];
    }

    // The calls of the method on the object or delegate that a call of a method of this module is on, where that is in a variable.
    private IEnumerable<Instruction> CallsOnTheSame(Instruction call)
    {
        if (!Called(call).Any() || flow.Producers(call, 0) is not { Count: 1 } receivers || Variables.LoadedBy(receivers[0]) is not { } variable) yield break;
        foreach (Instruction other in il.Instructions)
        {
            if (other.OpCode.Code is Code.Call or Code.Callvirt && other.Operand is MethodReference { HasThis: true, Parameters.Count: > 0 } && flow.Contains(other) && flow.Producers(other, 0).Any(receiver => variable.Equals(Variables.LoadedBy(receiver))))
                yield return other;
        }
    }

    // The methods of this module that a call may call, as far as its method tells.
    private IEnumerable<MethodDefinition> Called(Instruction call)
    {
        var called = (MethodReference)call.Operand;
        IEnumerable<MethodReference> methods = called.Name == "Invoke" && called.HasThis ? LambdasOf(flow.Producers(call, 0)) : [called];
        return methods.Where(m => m.DeclaringType.GetElementType().Scope is ModuleDefinition).Select(m => m.Resolve()).Where(m => m is not null);
    }

    private IEnumerable<MethodReference> LambdasOf(IEnumerable<Instruction> delegates)
    {
        foreach (Instruction made in delegates.SelectMany(value => Variables.LoadedBy(value) is { } variable ? Variables.StoredIn(variable).DefaultIfEmpty(value) : [value]))
        {
            if (made.OpCode.Code == Code.Ldfld && MethodInField((FieldReference)made.Operand) is { } captured) yield return captured;
            if (made.OpCode.Code != Code.Newobj || flow.OperandCount(made) != 2) continue;
            foreach (Instruction function in flow.Producers(made, 1))
            {
                if (function.OpCode.Code == Code.Ldftn) yield return (MethodReference)function.Operand;
            }
        }
    }

    // A captured delegate, by the method around the lambda that makes it.
    private static MethodReference? MethodInField(FieldReference field) => !GeneratedNames.IsGenerated(field.DeclaringType.Name) || field.DeclaringType.Resolve()?.DeclaringType is not { } outer ? null
        : outer.Methods.Where(method => method.HasBody).SelectMany(method => method.Body.Instructions)
            .Where(store => store.OpCode.Code == Code.Stfld && ((FieldReference)store.Operand).FullName == field.FullName && store.Previous is { OpCode.Code: Code.Newobj, Previous.OpCode.Code: Code.Ldftn })
            .Select(store => (MethodReference)store.Previous.Previous.Operand).FirstOrDefault();

    private EnumeratorPlace? Receiver(Instruction call) =>
        flow.Contains(call) && flow.Producers(call, 0) is { Count: 1 } receivers ? EnumeratorPlace.LoadedBy(receivers[0], il, flow) : null;

    private int OperandCount(Instruction consumer) => flow.Contains(consumer) && consumer.OpCode.Code != Code.Dup ? flow.OperandCount(consumer) : 0;

    private IReadOnlyList<Instruction> Producers(Instruction consumer, int operand) => flow.Producers(consumer, operand);
}
