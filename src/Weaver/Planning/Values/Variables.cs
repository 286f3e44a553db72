using Mono.Cecil;
using Mono.Cecil.Cil;
using Weft.Fody.Il;
using Weft.Fody.Mapping;
using Weft.Fody.Source;

namespace Weft.Fody.Planning.Values;

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
/// <param name="IsWithin">Whether what is changed is a record that the collection holds, rather than the collection.</param>
internal sealed record Access(Instruction Instruction, AccessKind Kind, IReadOnlyList<int> Values, bool IsWithin = false);

/// <summary>The instructions that a branch back repeats, by number.</summary>
internal readonly record struct Region(int First, int Last)
{
    public int Length => Last - First;

    public bool Contains(int number) => First <= number && number <= Last;
}

/// <summary>
/// The variables of a method and what is done to them: locals, parameters, the fields of a state machine that stand for these, and fields and properties of
/// other objects, which are taken for one variable each, whatever the object.
/// </summary>
internal sealed class Variables
{
    private static readonly IReadOnlyList<Access> _none = [];

    // What these do to a collection does not put the argument into it.
    private static readonly string[] _readers = ["get_", "Contains", "TryGet", "IndexOf", "LastIndexOf", "BinarySearch", "Find", "Peek", "TryPeek", "Exists", "TrueForAll", "GetEnumerator", "Equals", "Remove", "CopyTo"];

    private readonly MethodIl _il;
    private readonly StackFlow _flow;
    private readonly SequenceTypes _types;
    private readonly IReadOnlyDictionary<Instruction, int> _numbers;
    private readonly Dictionary<object, List<Access>> _accesses = [];
    private readonly Dictionary<object, TypeReference> _typeOf = [];

    public Variables(MethodIl il, StackFlow flow, SequenceTypes types)
    {
        _il = il;
        _flow = flow;
        _types = types;
        var regions = new List<Region>();
        _numbers = il.Numbers;
        for (int i = 0; i < il.Instructions.Count; i++)
        {
            Instruction instruction = il.Instructions[i];
            if (!flow.Contains(instruction)) continue;
            if (instruction.Operand is Instruction target && _numbers[target] <= i) regions.Add(new Region(_numbers[target], i));
            AddAccesses(instruction);
        }
        Regions = regions;
    }

    /// <summary>The regions that branches back repeat.</summary>
    public IReadOnlyList<Region> Regions { get; }

    /// <summary>All variables.</summary>
    public IEnumerable<object> All => _accesses.Keys;

    /// <summary>In the order of the instructions.</summary>
    public IReadOnlyList<Access> AccessesOf(object variable) => _accesses.TryGetValue(variable, out List<Access>? accesses) ? accesses : _none;

    /// <summary>Says that a call writes a variable, or changes it, by what it is given.</summary>
    public void AddWrite(Instruction call, string variable, TypeReference type, bool isStore, int[] values) => Add(variable, type, call, isStore ? AccessKind.Store : AccessKind.Change, values);

    /// <summary>Says that a call reads a variable.</summary>
    public void AddRead(Instruction call, string variable) => _accesses[variable].Add(new Access(call, AccessKind.Load, []));

    /// <summary>Whether the method touches a variable.</summary>
    public bool Knows(string variable) => _accesses.ContainsKey(variable);

    /// <summary>Whether an object is changed that a call gives, by reference or as its result: where it stands, or in a variable that keeps it.</summary>
    public bool IsChanged(Instruction call, Instruction given) =>
        IsChangedBehind(given)
        || _accesses.Values.Any(accesses => accesses.Any(access => access.Kind == AccessKind.Change || (access.Kind == AccessKind.Load && IsChangedBehind(access.Instruction)))
            && accesses.Any(access => access.Kind == AccessKind.Store && (access.Instruction == call || access.Values.Any(value => _flow.Producers(access.Instruction, value).Contains(given)))));

    // The object that an instruction gives gets another member, or is told something by a method that keeps it.
    private bool IsChangedBehind(Instruction given) =>
        _flow.Uses(given).Any(use => use.Operand == 0 && (use.Consumer.OpCode.Code is Code.Stfld
            || (use.Consumer.OpCode.Code is Code.Call or Code.Callvirt && use.Consumer.Operand is MethodReference { HasThis: true, Parameters.Count: > 0 } called && MayKeep(called))));

    /// <summary>What gives the values that are stored in a variable.</summary>
    public IEnumerable<Instruction> StoredIn(object variable) =>
        AccessesOf(variable).Where(access => access.Kind == AccessKind.Store).SelectMany(access => access.Values.SelectMany(value => _flow.Producers(access.Instruction, value)));

    /// <summary>Whether a variable that nothing is known of holds records: as parameters and fields of such a type do.</summary>
    public bool IsCollection(object variable) => _typeOf.TryGetValue(variable, out TypeReference? type) && HoldsRecords(type);

    /// <summary>The variable that an instruction takes the value or the address of; null for anything else.</summary>
    public object? LoadedBy(Instruction instruction) => instruction.OpCode.Code switch
    {
        Code.Ldloca or Code.Ldloca_S or Code.Ldarga or Code.Ldarga_S => instruction.Operand,
        Code.Ldfld or Code.Ldflda or Code.Ldsfld or Code.Ldsflda => ((FieldReference)instruction.Operand).FullName,
        Code.Call or Code.Callvirt => Property(instruction, "get_", parameters: 0),
        _ => Operands.LoadedLocal(instruction, _il.Method) ?? (object?)LoadedParameter(instruction),
    };

    /// <summary>Whether a value is a field or property of some object.</summary>
    public static bool IsMember(Instruction instruction) => instruction.OpCode.Code is Code.Ldfld or Code.Ldflda || Property(instruction, "get_", parameters: 0) is not null;

    /// <summary>Whether an instruction gives a collection or sequence that comes from elsewhere than what the method stores.</summary>
    public bool GivesCollection(Instruction instruction)
    {
        switch (instruction.Operand)
        {
            case MethodReference called when instruction.OpCode.Code is Code.Call or Code.Callvirt:
                return HoldsRecords(called.ReturnType);
            case FieldReference field:
                return HoldsRecords(field.FieldType) && !(GeneratedNames.IsGenerated(field.DeclaringType.Name) && IsStored(field.FullName));
            default:
                return (LoadedParameter(instruction) ?? instruction.Operand as ParameterDefinition) is { } parameter && HoldsRecords(parameter.ParameterType) && !IsStored(parameter);
        }
    }

    /// <summary>Whether an instruction makes a collection.</summary>
    public bool MakesCollection(Instruction instruction) =>
        instruction.OpCode.Code == Code.Newarr || (instruction.OpCode.Code == Code.Newobj && HoldsRecords(((MethodReference)instruction.Operand).DeclaringType));

    /// <summary>The type of what an instruction loads or a call gives; null for anything else.</summary>
    public TypeReference? GivenBy(Instruction instruction) => instruction.OpCode.Code is Code.Call or Code.Callvirt
        ? ((MethodReference)instruction.Operand).ReturnType
        : instruction.OpCode.Code is Code.Ldflda or Code.Ldsflda or Code.Ldloca or Code.Ldloca_S or Code.Ldarga or Code.Ldarga_S || LoadedBy(instruction) is null ? null : TypeOf(instruction);

    /// <summary>Whether an instruction asks how many records a collection has.</summary>
    public bool IsCount(Instruction instruction) => instruction.OpCode.Code == Code.Ldlen
        || (instruction.Operand is MethodReference { Name: "get_Count" or "get_Length" } called && HoldsRecords(called.DeclaringType))
        || instruction.Operand is MethodReference { Name: "Count" or "LongCount", Parameters.Count: 1, DeclaringType.FullName: "System.Linq.Enumerable" };

    /// <summary>Whether an instruction takes a record by the number that a loop around it counts.</summary>
    public bool IsCountedElement(Instruction instruction) => IsElement(instruction, IsCounted);

    /// <summary>Whether an instruction takes a record by a number that is made of what it was before, in a loop around it: not one that is computed from a record.</summary>
    public bool IsElementInTurn(Instruction instruction) => IsElement(instruction, IsInTurn);

    private bool IsElement(Instruction instruction, Func<Instruction, int, bool> isIndex)
    {
        bool isElement = instruction.OpCode.Name.StartsWith("ldelem", StringComparison.Ordinal)
            || (instruction.Operand is MethodReference { Name: "get_Item", HasThis: true, Parameters.Count: 1 } called && called.Parameters[0].ParameterType.MetadataType == MetadataType.Int32 && HoldsRecords(called.DeclaringType));
        return isElement && _flow.Contains(instruction) && _flow.Producers(instruction, 1).Any(index => isIndex(index, _numbers[instruction]));
    }

    private bool IsInTurn(Instruction index, int at)
    {
        var parts = new HashSet<Instruction>();
        AddParts(index, parts);
        return parts.Select(LoadedBy).Where(variable => variable is not null).Any(variable => AccessesOf(variable!).Any(access =>
            access.Kind == AccessKind.Store && Regions.Any(region => region.Contains(at) && region.Contains(_numbers[access.Instruction])) && IsMadeOfItself(access, variable!)));
    }

    private bool IsMadeOfItself(Access store, object variable)
    {
        var parts = new HashSet<Instruction>();
        foreach (int operand in store.Values)
            foreach (Instruction producer in _flow.Producers(store.Instruction, operand)) AddParts(producer, parts);
        return parts.Any(part => variable.Equals(LoadedBy(part)));
    }

    // What a number is computed from: `i++`, `(i + 1) % count`.
    private void AddParts(Instruction number, HashSet<Instruction> parts)
    {
        if (!parts.Add(number) || number.OpCode.Code is not (Code.Add or Code.Add_Ovf or Code.Sub or Code.Sub_Ovf or Code.Rem or Code.Mul)) return;
        for (int operand = 0; operand < 2; operand++)
            foreach (Instruction part in _flow.Producers(number, operand)) AddParts(part, parts);
    }

    private bool IsCounted(Instruction index, int at)
    {
        if (LoadedBy(index) is { } variable)
            return AccessesOf(variable).Any(access => access.Kind == AccessKind.Store && Regions.Any(region => region.Contains(at) && region.Contains(_numbers[access.Instruction])));
        return index.OpCode.Code is Code.Add or Code.Sub or Code.Rem or Code.Mul && Enumerable.Range(0, 2).Any(operand => _flow.Producers(index, operand).Any(part => part != index && IsCounted(part, at)));
    }

    private bool IsStored(object variable) => AccessesOf(variable).Any(access => access.Kind == AccessKind.Store);

    private ParameterDefinition? LoadedParameter(Instruction instruction) =>
        Operands.LoadedParameter(instruction, _il.Method) is { } parameter && parameter != _il.Method.Body.ThisParameter ? parameter : null;

    private static string? Property(Instruction instruction, string accessor, int parameters) =>
        instruction.Operand is MethodReference { HasThis: true } called && called.Parameters.Count == parameters && called.Name.StartsWith(accessor, StringComparison.Ordinal)
            ? called.DeclaringType.FullName + "." + called.Name.Substring(accessor.Length)
            : null;

    /// <summary>
    /// What is put into a new object before a variable has it, if one ever does: the items of an array that is an argument, the properties of an
    /// initializer or of `with`; with the operands that are put there.
    /// </summary>
    public IEnumerable<(Instruction Instruction, IReadOnlyList<int> Values)> PutInto(Instruction producer)
    {
        if (producer.OpCode.Code is not (Code.Newarr or Code.Newobj) && !IsCopy(producer)) yield break;
        foreach (Use use in _flow.Uses(producer).Where(use => use.Operand == 0))
        {
            Instruction consumer = use.Consumer;
            if (IsElementStore(consumer)) yield return (consumer, [2]);
            else if (consumer.OpCode.Code == Code.Stfld) yield return (consumer, [1]);
            else if (consumer.OpCode.Code is Code.Call or Code.Callvirt && consumer.Operand is MethodReference { HasThis: true } called && MayKeep(called))
                yield return (consumer, [.. Enumerable.Range(1, _flow.OperandCount(consumer) - 1)]);
        }
    }

    // `record with { ... }` writes to the copy before anything has it.
    private static bool IsCopy(Instruction instruction) => instruction.Operand is MethodReference { Name: "<Clone>$", HasThis: true, Parameters.Count: 0 };

    private void AddAccesses(Instruction instruction)
    {
        if (Operands.StoredLocal(instruction, _il.Method) is { } local) Add(local, local.VariableType, instruction, AccessKind.Store, 0);
        else if (instruction.OpCode.Code is Code.Starg or Code.Starg_S) Add(instruction.Operand, ((ParameterDefinition)instruction.Operand).ParameterType, instruction, AccessKind.Store, 0);
        else if (instruction.OpCode.Code is Code.Stfld or Code.Stsfld)
        {
            var field = (FieldReference)instruction.Operand;
            Add(field.FullName, field.FieldType, instruction, AccessKind.Store, instruction.OpCode.Code == Code.Stfld ? 1 : 0);
            if (instruction.OpCode.Code == Code.Stfld) Change(instruction, holder: 0, [1], of => !GeneratedNames.IsGenerated(field.DeclaringType.Name) || of is Code.Ldflda or Code.Ldloca or Code.Ldloca_S);
            if (instruction.OpCode.Code == Code.Stfld) ChangeWithin(instruction, [1]);
        }
        else if (IsElementStore(instruction)) Change(instruction, holder: 0, [2], _ => true);
        else if (IsIndirectStore(instruction)) ChangeBehind(instruction, instruction, holder: 0);
        else if (instruction.OpCode.Code is Code.Call or Code.Callvirt) AddCall(instruction, (MethodReference)instruction.Operand);
        else if (LoadedBy(instruction) is { } cleared && _flow.Uses(instruction).Any(use => use.Consumer.OpCode.Code == Code.Initobj)) Add(cleared, TypeOf(instruction), instruction, AccessKind.Store);
        else if (LoadedBy(instruction) is { } loaded && !_flow.Uses(instruction).Any(use => IsOutArgument(use) || IsBeginning(use))) Add(loaded, TypeOf(instruction), instruction, AccessKind.Load);
    }

    private void AddCall(Instruction call, MethodReference called)
    {
        if (Property(call, "get_", parameters: 0) is { } taken) Add(taken, called.ReturnType, call, AccessKind.Load);
        else if (Property(call, "set_", parameters: 1) is { } property) Add(property, called.Parameters[0].ParameterType, call, AccessKind.Store, 1);
        int count = _flow.OperandCount(call);
        if (count > 1 && called.HasThis && MayKeep(called)) ChangeWithin(call, [.. Enumerable.Range(1, count - 1)]);
        for (int operand = 0; operand < count; operand++)
        {
            int[] others = [.. Enumerable.Range(0, count).Where(other => other != operand)];
            bool isOut = IsOutArgument(new Use(call, operand));
            foreach (Instruction producer in _flow.Producers(call, operand))
            {
                if (LoadedBy(producer) is not { } variable) continue;
                bool isAddress = producer.OpCode.Code is Code.Ldloca or Code.Ldloca_S or Code.Ldflda or Code.Ldsflda;
                if (isOut || IsBeginning(new Use(call, operand))) Add(variable, TypeOf(producer), call, AccessKind.Store, others);
                else if (others.Length > 0 && MayKeep(called) && !IsOnlyRead(called, operand) && (isAddress || HoldsRecords(TypeOf(producer)) || (operand == 0 && IsSetter(called)))) Add(variable, TypeOf(producer), call, AccessKind.Change, others);
            }
        }
    }

    // A record is taken out of a collection and changed where it stands: list[^1].Add(x), rows.Last().Total = x.
    private void ChangeWithin(Instruction instruction, IReadOnlyList<int> values)
    {
        foreach (Instruction producer in _flow.Producers(instruction, 0))
        {
            Instruction holder = producer;
            while (LoadedBy(holder) is null && holder.OpCode.Code is Code.Call or Code.Callvirt or Code.Ldelem_Ref or Code.Ldelem_Any or Code.Ldelema
                && _flow.OperandCount(holder) > 0 && _flow.Producers(holder, 0) is { Count: 1 } taken) holder = taken[0];
            if (holder == producer || LoadedBy(holder) is not { } variable || !HoldsRecords(TypeOf(holder))) continue;
            Add(variable, TypeOf(holder), new Access(instruction, AccessKind.Change, values, IsWithin: true));
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

    private void Add(object variable, TypeReference type, Instruction instruction, AccessKind kind, params int[] values) => Add(variable, type, new Access(instruction, kind, values));

    private void Add(object variable, TypeReference type, Access access)
    {
        if (!_accesses.TryGetValue(variable, out List<Access>? accesses)) _accesses.Add(variable, accesses = []);
        accesses.Add(access);
        _typeOf[variable] = type;
    }

    private static bool MayKeep(MethodReference called) =>
        called.DeclaringType.FullName is not ("System.Linq.Enumerable" or "System.String") && !IsReadOnly(called) && !Loops.Awaited.IsOfAwait(called) && !_readers.Any(reader => called.Name.StartsWith(reader, StringComparison.Ordinal));

    // What a struct tells that cannot change.
    private static bool IsReadOnly(MethodReference called) =>
        called.HasThis && !IsSetter(called) && called.ReturnType.MetadataType != MetadataType.Void && called.Resolve() is { DeclaringType.IsValueType: true } method && (IsMarked(method) || IsMarked(method.DeclaringType));

    private static bool IsMarked(ICustomAttributeProvider member) => member.CustomAttributes.Any(attribute => attribute.AttributeType.FullName == "System.Runtime.CompilerServices.IsReadOnlyAttribute");

    private bool HoldsRecords(TypeReference type) =>
        type.MetadataType != MetadataType.String
        && (_types.TakesRecords(type) || type.FullName == "System.Text.StringBuilder" || type.GetElementType().FullName.StartsWith("System.Collections.", StringComparison.Ordinal));

    private TypeReference TypeOf(Instruction load) => load.Operand switch
    {
        FieldReference field => field.FieldType,
        VariableDefinition local => local.VariableType,
        ParameterDefinition parameter => parameter.ParameterType,
        MethodReference called => called.ReturnType,
        _ when LoadedParameter(load) is { } parameter => parameter.ParameterType,
        _ => Operands.LoadedLocal(load, _il.Method)!.VariableType,
    };

    private static bool IsSetter(MethodReference called) => called.HasThis && called.Parameters.Count == 1 && called.Name.StartsWith("set_", StringComparison.Ordinal);

    // Whoever gets a collection to read puts nothing into it.
    private static bool IsOnlyRead(MethodReference called, int operand)
    {
        int parameter = operand - (called.HasThis ? 1 : 0);
        if (parameter < 0) return false;
        TypeReference type = called.Parameters[parameter].ParameterType;
        string name = type.GetElementType().Name;
        return SequenceTypes.IsEnumerableInterface(type) || name.StartsWith("IReadOnly", StringComparison.Ordinal) || name.StartsWith("ReadOnly", StringComparison.Ordinal)
            || name.StartsWith("Immutable", StringComparison.Ordinal) || name.StartsWith("IImmutable", StringComparison.Ordinal) || name.StartsWith("Frozen", StringComparison.Ordinal);
    }

    // A value is made in its place, or a collection emptied: what was there before is gone.
    private bool IsBeginning(Use use) => use.Operand == 0 && use.Consumer.OpCode.Code is Code.Call or Code.Callvirt && use.Consumer.Operand is MethodReference { HasThis: true } called
        && (called.Name == ".ctor" || (called.Name == "Clear" && called.Parameters.Count == 0 && HoldsRecords(called.DeclaringType)));

    private static bool IsOutArgument(Use use)
    {
        if (use.Consumer.OpCode.Code is not (Code.Call or Code.Callvirt) || use.Consumer.Operand is not MethodReference called) return false;
        int parameter = use.Operand - (called.HasThis && !called.ExplicitThis ? 1 : 0);
        return parameter >= 0 && called.Parameters[parameter].ParameterType is ByReferenceType && called.Resolve()?.Parameters[parameter].IsOut == true;
    }
}
