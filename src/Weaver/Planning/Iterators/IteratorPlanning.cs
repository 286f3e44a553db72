using Mono.Cecil;
using Mono.Cecil.Cil;
using Weft.Fody.Il;
using Weft.Fody.Mapping;
using Weft.Fody.Planning.Loops;
using Weft.Fody.Planning.Values;

namespace Weft.Fody.Planning.Iterators;

/// <summary>Finds in an iterator's <c>MoveNext</c> what it yields, and what it reads as it does.</summary>
internal sealed class IteratorPlanning
{
    private const string Enumerator = "System.Collections.Generic.IEnumerator`1";

    private readonly IteratorMachine _machine;
    private readonly MethodIl _il;
    private readonly StackFlow _flow;
    private readonly SequenceTypes _types;
    private readonly IReadOnlyDictionary<Instruction, int> _numbers;
    private readonly IReadOnlyList<Loop> _loops;
    private readonly Dictionary<EnumeratorPlace, ReadPlace> _places = [];

    private IteratorPlanning(IteratorMachine machine, MethodIl il, StackFlow flow, SequenceTypes types)
    {
        _machine = machine;
        _il = il;
        _flow = flow;
        _types = types;
        _numbers = il.Numbers;
        _loops = [.. new LoopSearch(il, flow).Run(), .. new ArrayLoopSearch(il, flow).Run()];
    }

    public static IteratorPlan Run(IteratorMachine machine, MethodIl il, StackFlow flow, SequenceTypes types) => new IteratorPlanning(machine, il, flow, types).Run();

    private IteratorPlan Run()
    {
        Instruction[] stores = [.. _il.Instructions.Where(IsYield)];
        foreach (Loop loop in _loops.Where(loop => stores.Any(store => loop.Contains(_numbers[store])))) AddPlace(loop.Enumerator, loop.Kind, loop.Record);
        foreach (Instruction moveNext in _il.Instructions.Where(IsMoveNext))
        {
            if (!IsOfLoop(moveNext) && Receiver(moveNext) is { Type: GenericInstanceType type } place && type.ElementType.FullName == Enumerator)
                AddPlace(place, EnumeratorKind.Interface, type.GenericArguments[0]);
        }
        EnumeratorPlace[] byHand = [.. _places.Where(read => read.Value.Moves.Any(move => move.ByHand) && !stores.Any(store => _loops.Any(loop => loop.Enumerator.Equals(read.Key) && loop.Contains(_numbers[store])))).Select(read => read.Key)];
        var values = new ValueOrigins(_il, _flow, _types, byHand, [.. stores.Select(store => _numbers[store])]);
        return new IteratorPlan(_machine, [.. _places.Values], [.. stores.Select(store => Point(store, values))]);
    }

    private YieldPoint Point(Instruction store, ValueOrigins values)
    {
        Loop[] around = [.. _loops.Where(loop => loop.Contains(_numbers[store])).OrderByDescending(loop => loop.Length)];
        Loop[] known = [.. around.Where(loop => _places.ContainsKey(loop.Enumerator))];
        ValueOrigins.Origin origin = values.OriginOf(store, 1, known);
        IEnumerable<AroundYield> loops = known.Select(loop => new AroundYield(_places[loop.Enumerator], loop));
        IEnumerable<AroundYield> byHand = origin.ByHand.Select(place => new AroundYield(_places[place], null)).OrderBy(read => read.Place.Number);
        bool movesByHand = _places.Values.Any(place => place.Moves.Any(move => move.ByHand));
        return new YieldPoint(store, [.. loops, .. byHand], ((FieldReference)store.Operand).FieldType, origin.IsKept || known.Length < around.Length, movesByHand && !origin.IsOfMoves && !origin.IsKept);
    }

    private void AddPlace(EnumeratorPlace place, EnumeratorKind kind, TypeReference record)
    {
        if (_places.ContainsKey(place)) return;
        var entries = new List<(Instruction, EntryKind)>();
        foreach (Instruction store in _il.Instructions.Where(i => _flow.Contains(i) && place.Equals(EnumeratorPlace.StoredBy(i, _il, _flow))))
        {
            IReadOnlyList<Instruction> producers = _flow.Producers(store, store.OpCode.Code == Code.Stfld ? 1 : 0);
            if (producers.Count == 1 && producers[0].OpCode.Code == Code.Ldnull) continue;
            if (kind is EnumeratorKind.List or EnumeratorKind.Array) entries.Add((store, EntryKind.Collection));
            else if (producers.Count == 1 && EntryOf(producers[0], kind) is { } entry) entries.Add((producers[0], entry));
            else return;
        }
        if (entries.Count == 0) return;
        IEnumerable<Instruction> moves = kind == EnumeratorKind.Interface ? _il.Instructions.Where(i => IsMoveNext(i) && place.Equals(Receiver(i))) : [];
        _places.Add(place, new ReadPlace(_places.Count, place, kind, record) { Entries = entries, Moves = [.. moves.Select(move => (move, !IsOfLoop(move)))] });
    }

    private static EntryKind? EntryOf(Instruction producer, EnumeratorKind kind)
    {
        if (producer.OpCode.Code is not (Code.Call or Code.Callvirt) || producer.Operand is not MethodReference called || producer.Previous?.OpCode.Code == Code.Constrained) return null;
        if (kind is EnumeratorKind.Async or EnumeratorKind.ConfiguredAsync)
        {
            if (called.Name != "GetAsyncEnumerator") return null;
            return called.DeclaringType.GetElementType().FullName switch { Awaited.Sequence => EntryKind.AsyncSequence, Awaited.ConfiguredSequence => EntryKind.ConfiguredSequence, _ => null };
        }
        bool isOfSequence = producer.OpCode.Code == Code.Callvirt && called.Name == "GetEnumerator" && SequenceTypes.IsEnumerableInterface(called.DeclaringType);
        return isOfSequence ? EntryKind.Sequence : EntryKind.Enumerator;
    }

    private bool IsYield(Instruction instruction) =>
        instruction.OpCode.Code == Code.Stfld && instruction.Operand is FieldReference field && _machine.IsCurrent(field) && _machine.IsYield(instruction) && _flow.Contains(instruction)
        && _flow.Producers(instruction, 0) is { Count: 1 } receivers && receivers[0].OpCode.Code == Code.Ldarg_0;

    private bool IsOfLoop(Instruction moveNext) => _loops.Any(loop => _il.Instructions[loop.MoveNext] == moveNext);

    private EnumeratorPlace? Receiver(Instruction call) =>
        _flow.Producers(call, 0) is { Count: 1 } receivers ? EnumeratorPlace.LoadedBy(receivers[0], _il, _flow) : null;

    private bool IsMoveNext(Instruction instruction) =>
        instruction.OpCode.Code == Code.Callvirt && instruction.Operand is MethodReference { Name: "MoveNext", DeclaringType.FullName: "System.Collections.IEnumerator" } && _flow.Contains(instruction);
}
