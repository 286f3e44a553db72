using Mono.Cecil;
using Mono.Cecil.Cil;
using Weft.Fody.Il;
using Weft.Fody.Mapping;

namespace Weft.Fody.Planning.Iterators;

/// <summary>How an instruction touches a variable.</summary>
internal enum AccessKind
{
    /// <summary>Its value is taken.</summary>
    Load,

    /// <summary>It gets a new value.</summary>
    Store,

    /// <summary>What it holds is changed: an item is added to a collection.</summary>
    Change,
}

/// <summary>One access to a variable.</summary>
/// <param name="Instruction">The instruction.</param>
/// <param name="Kind">How.</param>
/// <param name="Values">The operands of what is written.</param>
internal sealed record Access(Instruction Instruction, AccessKind Kind, IReadOnlyList<int> Values);

/// <summary>The instructions that a branch back repeats, by number.</summary>
internal readonly record struct Region(int First, int Last)
{
    public int Length => Last - First;

    public bool Contains(int number) => First <= number && number <= Last;
}

/// <summary>
/// The variables of an iterator's <c>MoveNext</c> and what is done to them: locals, its own fields that stand for locals, and fields of other objects,
/// which are taken for one variable each, whatever the object.
/// </summary>
internal sealed class Variables
{
    private static readonly IReadOnlyList<Access> _none = [];

    // What these do to a collection does not put the argument into it.
    private static readonly string[] _readers = ["get_", "Contains", "TryGet", "IndexOf", "LastIndexOf", "BinarySearch", "Find", "Peek", "TryPeek", "Exists", "TrueForAll", "GetEnumerator", "Equals", "Remove", "CopyTo"];

    private readonly IteratorMachine _machine;
    private readonly MethodIl _il;
    private readonly StackFlow _flow;
    private readonly SequenceTypes _types;
    private readonly Dictionary<object, List<Access>> _accesses = [];
    private readonly Dictionary<object, TypeReference> _typeOf = [];

    public Variables(IteratorMachine machine, MethodIl il, StackFlow flow, SequenceTypes types)
    {
        _machine = machine;
        _il = il;
        _flow = flow;
        _types = types;
        var regions = new List<Region>();
        Dictionary<Instruction, int> numbers = il.Instructions.Select((instruction, number) => (instruction, number)).ToDictionary(p => p.instruction, p => p.number);
        for (int i = 0; i < il.Instructions.Count; i++)
        {
            Instruction instruction = il.Instructions[i];
            if (!flow.Contains(instruction)) continue;
            if (instruction.Operand is Instruction target && numbers[target] <= i) regions.Add(new Region(numbers[target], i));
            AddAccesses(instruction);
        }
        Regions = regions;
    }

    /// <summary>The regions that branches back repeat.</summary>
    public IReadOnlyList<Region> Regions { get; }

    /// <summary>In the order of the instructions.</summary>
    public IReadOnlyList<Access> AccessesOf(object variable) => _accesses.TryGetValue(variable, out List<Access>? accesses) ? accesses : _none;

    /// <summary>Whether a variable that nothing is known of holds records: as parameters and fields of such a type do.</summary>
    public bool IsCollection(object variable) => _typeOf.TryGetValue(variable, out TypeReference? type) && HoldsRecords(type);

    /// <summary>The variable that an instruction takes the value or the address of; null for anything else.</summary>
    public object? LoadedBy(Instruction instruction) => instruction.OpCode.Code switch
    {
        Code.Ldloca or Code.Ldloca_S => instruction.Operand,
        Code.Ldfld or Code.Ldflda or Code.Ldsfld or Code.Ldsflda => ((FieldReference)instruction.Operand).FullName,
        _ => Operands.LoadedLocal(instruction, _il.Method),
    };

    /// <summary>
    /// What is put into a new object before a variable has it, if one ever does: the items of an array that is an argument, the properties of an
    /// initializer; with the operands that are put there.
    /// </summary>
    public IEnumerable<(Instruction Instruction, IReadOnlyList<int> Values)> PutInto(Instruction producer)
    {
        if (producer.OpCode.Code is not (Code.Newarr or Code.Newobj)) yield break;
        foreach (Use use in _flow.Uses(producer).Where(use => use.Operand == 0))
        {
            Instruction consumer = use.Consumer;
            if (IsElementStore(consumer)) yield return (consumer, [2]);
            else if (consumer.OpCode.Code == Code.Stfld) yield return (consumer, [1]);
            else if (consumer.OpCode.Code is Code.Call or Code.Callvirt && consumer.Operand is MethodReference { HasThis: true } called && MayKeep(called))
                yield return (consumer, [.. Enumerable.Range(1, _flow.OperandCount(consumer) - 1)]);
        }
    }

    /// <summary>Whether an instruction takes a field of the iterator itself.</summary>
    public bool IsOwnField(Instruction instruction) => instruction.OpCode.Code is Code.Ldfld or Code.Ldflda && _machine.IsOwn((FieldReference)instruction.Operand);

    private void AddAccesses(Instruction instruction)
    {
        if (Operands.StoredLocal(instruction, _il.Method) is { } local) Add(local, local.VariableType, instruction, AccessKind.Store, 0);
        else if (instruction.OpCode.Code is Code.Stfld or Code.Stsfld)
        {
            var field = (FieldReference)instruction.Operand;
            Add(field.FullName, field.FieldType, instruction, AccessKind.Store, instruction.OpCode.Code == Code.Stfld ? 1 : 0);
            if (instruction.OpCode.Code == Code.Stfld) Change(instruction, holder: 0, [1], of => of is Code.Ldflda or Code.Ldloca or Code.Ldloca_S);
        }
        else if (IsElementStore(instruction)) Change(instruction, holder: 0, [2], _ => true);
        else if (IsIndirectStore(instruction)) ChangeBehind(instruction, instruction, holder: 0);
        else if (instruction.OpCode.Code is Code.Call or Code.Callvirt) AddCall(instruction, (MethodReference)instruction.Operand);
        else if (LoadedBy(instruction) is { } cleared && _flow.Uses(instruction).Any(use => use.Consumer.OpCode.Code == Code.Initobj)) Add(cleared, TypeOf(instruction), instruction, AccessKind.Store);
        else if (LoadedBy(instruction) is { } loaded && !_flow.Uses(instruction).Any(IsOutArgument)) Add(loaded, TypeOf(instruction), instruction, AccessKind.Load);
    }

    private void AddCall(Instruction call, MethodReference called)
    {
        int count = _flow.OperandCount(call);
        for (int operand = 0; operand < count; operand++)
        {
            int[] others = [.. Enumerable.Range(0, count).Where(other => other != operand)];
            bool isOut = IsOutArgument(new Use(call, operand));
            foreach (Instruction producer in _flow.Producers(call, operand))
            {
                if (LoadedBy(producer) is not { } variable) continue;
                bool isAddress = producer.OpCode.Code is Code.Ldloca or Code.Ldloca_S or Code.Ldflda or Code.Ldsflda;
                if (isOut) Add(variable, TypeOf(producer), call, AccessKind.Store, others);
                else if (others.Length > 0 && MayKeep(called) && (isAddress || HoldsRecords(TypeOf(producer)))) Add(variable, TypeOf(producer), call, AccessKind.Change, others);
            }
        }
    }

    private void Change(Instruction instruction, int holder, IReadOnlyList<int> values, Func<Code, bool> isOf)
    {
        foreach (Instruction producer in _flow.Producers(instruction, holder))
        {
            if (isOf(producer.OpCode.Code) && LoadedBy(producer) is { } variable) Add(variable, TypeOf(producer), instruction, AccessKind.Change, [.. values]);
        }
    }

    // A store to where a call points: the item of an inline array or a span, which is how the compiler fills the arguments of `params ReadOnlySpan<T>`.
    private void ChangeBehind(Instruction store, Instruction consumer, int holder)
    {
        foreach (Instruction producer in _flow.Producers(consumer, holder))
        {
            if (LoadedBy(producer) is { } variable) Add(variable, TypeOf(producer), store, AccessKind.Change, 1);
            else if (producer.OpCode.Code is Code.Call or Code.Callvirt && _flow.OperandCount(producer) > 0) ChangeBehind(store, producer, holder: 0);
        }
    }

    private static bool IsElementStore(Instruction instruction) => instruction.OpCode.Name.StartsWith("stelem", StringComparison.Ordinal);

    private static bool IsIndirectStore(Instruction instruction) => instruction.OpCode.Name.StartsWith("stind", StringComparison.Ordinal) || instruction.OpCode.Code == Code.Stobj;

    private void Add(object variable, TypeReference type, Instruction instruction, AccessKind kind, params int[] values)
    {
        if (!_accesses.TryGetValue(variable, out List<Access>? accesses)) _accesses.Add(variable, accesses = []);
        accesses.Add(new Access(instruction, kind, values));
        _typeOf[variable] = type;
    }

    private static bool MayKeep(MethodReference called) =>
        called.DeclaringType.FullName != "System.Linq.Enumerable" && !_readers.Any(reader => called.Name.StartsWith(reader, StringComparison.Ordinal));

    private bool HoldsRecords(TypeReference type) =>
        type.MetadataType != MetadataType.String
        && (_types.TakesRecords(type) || type.FullName == "System.Text.StringBuilder" || type.GetElementType().FullName.StartsWith("System.Collections.", StringComparison.Ordinal));

    private TypeReference TypeOf(Instruction load) => load.Operand switch
    {
        FieldReference field => field.FieldType,
        VariableDefinition local => local.VariableType,
        _ => Operands.LoadedLocal(load, _il.Method)!.VariableType,
    };

    private static bool IsOutArgument(Use use)
    {
        if (use.Consumer.OpCode.Code is not (Code.Call or Code.Callvirt) || use.Consumer.Operand is not MethodReference called) return false;
        int parameter = use.Operand - (called.HasThis && !called.ExplicitThis ? 1 : 0);
        return parameter >= 0 && called.Parameters[parameter].ParameterType is ByReferenceType && called.Resolve()?.Parameters[parameter].IsOut == true;
    }
}
