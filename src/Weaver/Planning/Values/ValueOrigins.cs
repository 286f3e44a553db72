using Mono.Cecil;
using Mono.Cecil.Cil;
using Weft.Fody.Il;
using Weft.Fody.Mapping;
using Weft.Fody.Planning.Loops;
using Weft.Fody.Planning.Returns;
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
/// <param name="returning">The methods whose results may be made of records.</param>
internal sealed partial class ValueOrigins(MethodIl il, StackFlow flow, SequenceTypes types, IReadOnlyCollection<EnumeratorPlace> byHand, IReadOnlyList<int> yields, TakenRecords? taken = null, ReturningMethods? returning = null)
{
    private readonly IReadOnlyDictionary<Instruction, int> _numbers = il.Numbers;
    private readonly bool _isStateMachine = il.Method.Name == "MoveNext" && GeneratedNames.IsGenerated(il.Method.DeclaringType.Name);
    private Variables? _withCalls;
    private readonly HashSet<Instruction> _taken = [.. taken?.Instructions ?? []];
    private readonly HashSet<Instruction> _reads = [.. taken?.Reads ?? []];
    private readonly HashSet<Instruction> _results = [.. taken?.Results ?? []];
    private readonly HashSet<Instruction> _takenUnseen = [.. taken?.Others ?? []];
    private ReachedValues? _ofTakes;
    private ReachedValues? _ofResults;
    private PassFlow? _ways;

    /// <summary>Finds out what results some operands are made of.</summary>
    /// <param name="consumer">The instruction that takes the operands.</param>
    /// <param name="operands">The operands.</param>
    /// <param name="reached">Takes the numbers of the methods.</param>
    public void Reach(Instruction consumer, IReadOnlyList<int> operands, HashSet<int> reached)
    {
        _ofResults ??= new ReachedValues(il, flow, Variables, CapturedNames, i => CandidateAt(i) is not null);
        if (!operands.Any(operand => _ofResults.Includes(consumer, operand))) return;
        var search = new Search(this, _numbers[consumer], [], reached: reached);
        foreach (int operand in operands) search.Run(flow.Producers(consumer, operand));
    }

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

    /// <summary>Whether what a call takes first is the current record of a loop, or belongs to it.</summary>
    /// <param name="call">The call.</param>
    /// <param name="around">The loops.</param>
    public bool IsOfRecord(Instruction call, IReadOnlyList<ILoop> around)
    {
        if (around.Count == 0) return false;
        Pass[] passes = [.. around.Select(loop => Pass.Of(loop, il, flow, _numbers))];
        Dependence value = new Search(this, _numbers[call], passes).Run(flow.Producers(call, 0));
        return (value & (Dependence.Current | Dependence.Outside | Dependence.Kept)) == Dependence.Current;
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

    /// <summary>The instructions that take records out, read them or give them of which operands may be made.</summary>
    /// <param name="consumer">The instruction that takes the operands.</param>
    /// <param name="operands">The operands.</param>
    /// <param name="around">The loops around the instruction.</param>
    public HashSet<Instruction> TakesOf(Instruction consumer, IReadOnlyList<int> operands, IReadOnlyList<ILoop> around)
    {
        _ofTakes ??= new ReachedValues(il, flow, Variables, CapturedNames, i => _taken.Contains(i) || _reads.Contains(i) || _results.Contains(i));
        if (!operands.Any(operand => _ofTakes.Includes(consumer, operand))) return [];
        Pass[] passes = [.. around.Select(loop => Pass.Of(loop, il, flow, _numbers))];
        var search = new Search(this, _numbers[consumer], passes);
        foreach (int operand in operands) search.Run(flow.Producers(consumer, operand));
        return search.Takes;
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

    // What a lambda or local function reads of the method's own variables.
    private IEnumerable<string> CapturedNames(Instruction call) => call.OpCode.Code is not (Code.Call or Code.Callvirt) ? []
        : Called(call).Where(called => GeneratedNames.IsGenerated(called.Name)).SelectMany(called => FieldsOfMethod.Of(called).Read).Distinct().Where(Variables.Knows);

    private int? CandidateAt(Instruction call) => returning?.Candidate(call);

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
