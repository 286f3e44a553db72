using Mono.Cecil;
using Mono.Cecil.Cil;
using Weft.Fody.Il;
using Weft.Fody.Mapping;

namespace Weft.Fody.Planning.Loops;

// Design: compilers end a loop over records with `enumerator.MoveNext()` and a branch back, to code that takes `enumerator.Current` before anything
// can branch. Between the two lies the body, in the order of the instructions: an await or a yield leaves and comes back, but moves nothing.
// A loop that breaks this form anywhere (a second MoveNext, an enumerator that is handed out by reference or replaced in the body) is not
// one whose current record is sure, and not found.

/// <summary>Finds the loops of a method that read records by <c>IEnumerator&lt;T&gt;</c>, <c>List&lt;T&gt;.Enumerator</c> or one of their asynchronous kin; on demand by the enumerators of other collections, too.</summary>
internal sealed class LoopSearch(MethodIl il, StackFlow flow, bool ofAll = false)
{
    private const string InterfaceEnumerator = "System.Collections.Generic.IEnumerator`1";
    private const string NonGenericEnumerator = "System.Collections.IEnumerator";
    private const string ListEnumerator = "System.Collections.Generic.List`1/Enumerator";

    private readonly IReadOnlyDictionary<Instruction, int> _numbers = il.Numbers;
    private readonly HashSet<Instruction> _targets = [.. il.Instructions.SelectMany(Branches.Targets)];

    /// <summary>Whether a method can have a loop over records at all; cheap.</summary>
    public static bool IsWorthwhile(MethodIl il) => il.Instructions.Any(i => IsMoveNext(i) || Awaited.IsMoveNext(i) || IsOwn(i, "MoveNext"));

    public IReadOnlyList<Loop> Run()
    {
        var loops = new List<Loop>();
        foreach (Instruction branch in il.Instructions)
        {
            if (branch.OpCode.Code is not (Code.Brtrue or Code.Brtrue_S) || branch.Previous is not { } previous) continue;
            Instruction? call = IsMoveNext(previous) || (ofAll && IsOwn(previous, "MoveNext")) ? previous : Awaited.MoveNextBefore(branch);
            if (call is not null && Find(call, (Instruction)branch.Operand) is { } loop) loops.Add(loop);
        }
        return loops;
    }

    private Loop? Find(Instruction moveNext, Instruction body)
    {
        int end = _numbers[moveNext];
        if (_numbers[body] >= end || Receiver(moveNext) is not { } enumerator) return null;
        if (CurrentOf(enumerator, body, end) is not { } current) return null;

        var called = (MethodReference)current.Operand;
        if (IsOwn(current, "get_Current"))
        {
            TypeReference own = new Substitution(called).Result;
            return IsSame(called.DeclaringType, enumerator.Type) && !IsByRefLike(enumerator.Type) && !IsByRefLike(own) && IsSure(enumerator, moveNext, current) ? new Loop(enumerator, EnumeratorKind.Own, own, _numbers[current], end) : null;
        }
        if (called.DeclaringType is not GenericInstanceType { GenericArguments.Count: 1 } type || !TypeMatch.Same(type, enumerator.Type)) return null;
        TypeReference record = type.GenericArguments[0];
        if (IsByRefLike(record)) return null;
        if (!IsSure(enumerator, moveNext, current)) return null;
        return new Loop(enumerator, KindOf(type.ElementType.FullName), record, _numbers[current], end);
    }

    // From the beginning of the body straight on.
    private Instruction? CurrentOf(EnumeratorPlace enumerator, Instruction body, int end)
    {
        for (int i = _numbers[body]; i < end; i++)
        {
            Instruction instruction = il.Instructions[i];
            if ((IsCurrent(instruction) || (ofAll && IsOwn(instruction, "get_Current"))) && enumerator.Equals(Receiver(instruction))) return instruction;
            if (instruction.OpCode.FlowControl is not (FlowControl.Next or FlowControl.Call) || (instruction != body && _targets.Contains(instruction))) return null;
        }
        return null;
    }

    // In the body nothing else touches the enumerator; elsewhere it may be stored to, and be the receiver of calls.
    private bool IsSure(EnumeratorPlace enumerator, Instruction moveNext, Instruction current)
    {
        int first = _numbers[current];
        int last = _numbers[moveNext];
        foreach (Instruction instruction in il.Instructions)
        {
            if (!flow.Contains(instruction)) continue;
            int number = _numbers[instruction];
            bool isInside = first < number && number < last;
            if (isInside && enumerator.Equals(EnumeratorPlace.StoredBy(instruction, il, flow))) return false;
            if (!enumerator.Equals(EnumeratorPlace.LoadedBy(instruction, il, flow))) continue;

            IReadOnlyList<Use> uses = flow.Uses(instruction);
            if (isInside && uses.Any(use => use.Consumer != moveNext)) return false;
            bool byAddress = instruction.OpCode.Code is Code.Ldloca or Code.Ldloca_S or Code.Ldflda;
            if (byAddress && !uses.All(use => IsReceiver(use) || use.Consumer.OpCode.Code == Code.Initobj)) return false;
        }
        return true;
    }

    private static EnumeratorKind KindOf(string enumerator) => enumerator switch
    {
        ListEnumerator => EnumeratorKind.List,
        Awaited.Enumerator => EnumeratorKind.Async,
        Awaited.ConfiguredEnumerator => EnumeratorKind.ConfiguredAsync,
        _ => EnumeratorKind.Interface,
    };

    private EnumeratorPlace? Receiver(Instruction call) =>
        flow.Producers(call, 0) is { Count: 1 } receivers ? EnumeratorPlace.LoadedBy(receivers[0], il, flow) : null;

    private static bool IsReceiver(Use use) =>
        use.Operand == 0 && use.Consumer.OpCode.Code is Code.Call or Code.Callvirt && ((MethodReference)use.Consumer.Operand).HasThis;

    private static bool IsMoveNext(Instruction instruction) => IsEnumeratorCall(instruction, "MoveNext", NonGenericEnumerator);

    private static bool IsCurrent(Instruction instruction) => IsEnumeratorCall(instruction, "get_Current", InterfaceEnumerator) || Awaited.IsCurrent(instruction);

    private static bool IsEnumeratorCall(Instruction instruction, string name, string ofInterface)
    {
        if (instruction.OpCode.Code is not (Code.Call or Code.Callvirt) || instruction.Operand is not MethodReference called || called.Name != name) return false;
        string declaring = called.DeclaringType.GetElementType().FullName;
        return instruction.OpCode.Code == Code.Callvirt ? declaring == ofInterface : declaring == ListEnumerator;
    }

    // A call on an enumerator that is none of those which are known by themselves: of another collection, or without the type of its records.
    private static bool IsOwn(Instruction instruction, string name)
    {
        if (instruction.OpCode.Code is not (Code.Call or Code.Callvirt) || instruction.Operand is not MethodReference { HasThis: true, Parameters.Count: 0 } called || called.Name != name) return false;
        string declaring = called.DeclaringType.GetElementType().FullName;
        return declaring is not (InterfaceEnumerator or ListEnumerator) && (declaring != NonGenericEnumerator || name == "get_Current") && !Awaited.IsCurrent(instruction);
    }

    private static bool IsSame(TypeReference one, TypeReference other) => one.FullName == other.FullName;

    // Such a type can be no generic argument of an ordinary method.
    public static bool IsByRefLike(TypeReference type)
    {
        const int AllowsByRefLike = 0x20;
        if (type is GenericParameter parameter) return ((int)parameter.Attributes & AllowsByRefLike) != 0;
        return type.IsValueType && type.Resolve() is { } definition && definition.CustomAttributes.Any(a => a.AttributeType.FullName == "System.Runtime.CompilerServices.IsByRefLikeAttribute");
    }
}
