using Mono.Cecil;
using Mono.Cecil.Cil;
using Weft.Fody.Il;
using Weft.Fody.Mapping;

namespace Weft.Fody.Planning.Fills;

/// <summary>Finds the arrays, lists and dictionaries whose memory a reference or a span points to, within one method: <c>ref array[i]</c>, <c>array.AsSpan()[i]</c>, <c>ref GetValueRef(dictionary, key)</c>.</summary>
internal sealed class ReferencedCollections(StackFlow flow, MethodIl il, SequenceTypes types)
{
    private readonly HashSet<Instruction> _seen = [];
    private readonly List<Operand> _collections = [];
    private readonly List<Operand> _indexes = [];

    public IReadOnlyList<Operand> Collections => _collections;

    /// <summary>What says where in the collection.</summary>
    public IReadOnlyList<Operand> Indexes => _indexes;

    /// <summary>Finds those of a reference or span that an instruction takes.</summary>
    public void Find(Operand reference)
    {
        foreach (Instruction given in flow.Producers(reference.Consumer, reference.Position))
        {
            if (!_seen.Add(given)) continue;
            if (given.OpCode.Code == Code.Ldelema) Add(given);
            else if (given.OpCode.Code is Code.Call or Code.Callvirt or Code.Newobj) FindBehindCall(given);
            else if (LocalOf(given) is { } local) FindStored(local);
        }
    }

    private void FindBehindCall(Instruction call)
    {
        if (flow.OperandCount(call) == 0 || ValueTypes.Of(call, il) is not { } type || (type is not ByReferenceType && !IsSpan(type))) return;
        if (flow.Producers(call, 0).All(IsMemory)) Find(new Operand(call, 0));
        else Add(call);
        if (type is ByReferenceType) _indexes.AddRange(Enumerable.Range(1, flow.OperandCount(call) - 1).Select(position => new Operand(call, position)));
    }

    private void Add(Instruction access)
    {
        if (!flow.Producers(access, 0).All(IsCollection)) return;
        _collections.Add(new Operand(access, 0));
        if (access.OpCode.Code == Code.Ldelema) _indexes.Add(new Operand(access, 1));
    }

    private void FindStored(VariableDefinition local)
    {
        foreach (Instruction store in il.Instructions)
        {
            if (flow.Contains(store) && Operands.StoredLocal(store, il.Method) == local) Find(new Operand(store, 0));
        }
    }

    private VariableDefinition? LocalOf(Instruction given) => given.OpCode.Code is Code.Ldloca or Code.Ldloca_S ? (VariableDefinition)given.Operand : Operands.LoadedLocal(given, il.Method);

    private bool IsMemory(Instruction given) => ValueTypes.Of(given, il) is { } type && (type is ByReferenceType || IsSpan(type));

    private bool IsCollection(Instruction given) => ValueTypes.Of(given, il) is { } type && types.TakesRecords(type) && !SequenceTypes.IsBuffer(type) && type is ArrayType or GenericInstanceType { IsValueType: false };

    private static bool IsSpan(TypeReference type) => type.GetElementType().FullName is "System.Span`1" or "System.Memory`1";
}
