using Mono.Cecil;
using Mono.Cecil.Cil;
using Weft.Fody.Il;
using Weft.Fody.Mapping;
using Weft.Fody.Planning.Captures;

namespace Weft.Fody.Planning.Loops;

// Design: what a method reads by index, or by an enumerator that it moves itself, is followed by its value, as what is taken out of a queue: each read tells the record that it has read, and an
// item follows from those that it is made of. In a loop over records a read in turn (`ys[i++]`) stays what it was, one of other records that nobody names: nothing tells a
// table of constants from records that were typed in.

/// <summary>Finds the places where a method reads one record by itself.</summary>
internal sealed class RecordReads(MethodIl il, StackFlow flow, CapturedVariables captures)
{
    private const string InterfaceEnumerator = "System.Collections.Generic.IEnumerator`1";
    private const string ListEnumerator = "System.Collections.Generic.List`1/Enumerator";

    private HashSet<string>? _changed; // element types of arrays whose items the method sets

    /// <summary>Whether a method can have such a place at all; cheap.</summary>
    public static bool IsWorthwhile(MethodIl il) => il.Instructions.Any(MayBe);

    /// <summary>Whether an instruction may be one; cheap.</summary>
    public static bool MayBe(Instruction instruction) => IsElement(instruction) || instruction.Operand is MethodReference { Name: "get_Item" or "get_Current" };

    public IEnumerable<Take> Run()
    {
        foreach (Instruction instruction in il.Instructions)
        {
            if (!flow.Contains(instruction) || instruction.Previous?.OpCode.OpCodeType == OpCodeType.Prefix) continue;
            if (Find(instruction) is { } read) yield return new Take(instruction, instruction, null, read);
        }
    }

    private RecordRead? Find(Instruction instruction)
    {
        if (captures.IsRead(instruction, il.Method)) return new CapturedRead((FieldReference)instruction.Operand);
        if (IsElement(instruction)) return ArrayOf(instruction) is { } array && !flow.Producers(instruction, 1).Any(IsNative) ? new ItemRead(Changed.Contains(array.ElementType.FullName)) : null;
        if (instruction.OpCode.Code is not (Code.Call or Code.Callvirt) || instruction.Operand is not MethodReference { HasThis: true } called) return null;
        if (called.Name == "get_Item") return IsIndexed(called) ? new ItemRead(false) : null;
        if (called.Name != "get_Current" || called.DeclaringType is not GenericInstanceType { GenericArguments.Count: 1 } type) return null;
        EnumeratorKind? kind = type.ElementType.FullName switch
        {
            InterfaceEnumerator => EnumeratorKind.Interface,
            ListEnumerator => EnumeratorKind.List,
            Awaited.Enumerator => EnumeratorKind.Async,
            Awaited.ConfiguredEnumerator => EnumeratorKind.ConfiguredAsync,
            _ => null,
        };
        return kind is null || LoopSearch.IsByRefLike(type.GenericArguments[0]) ? null : new CurrentRead(kind.Value, type.GenericArguments[0], PlaceOf(instruction));
    }

    private EnumeratorPlace? PlaceOf(Instruction call) =>
        flow.Producers(call, 0) is { Count: 1 } receivers && EnumeratorPlace.LoadedBy(receivers[0], il, flow) is { } place ? place : null;

    /// <summary>Whether a method reads an item by its index.</summary>
    public static bool IsIndexed(MethodReference called) =>
        called.Parameters.Count == 1 && called.Parameters[0].ParameterType.MetadataType == MetadataType.Int32 && called.DeclaringType.GetElementType().FullName is
            "System.Collections.Generic.List`1" or "System.Collections.Generic.IList`1" or "System.Collections.Generic.IReadOnlyList`1"
            or "System.Collections.Immutable.ImmutableList`1" or "System.Collections.ObjectModel.ReadOnlyCollection`1" or "System.Collections.ObjectModel.Collection`1";

    private HashSet<string> Changed => _changed ??= [.. il.Instructions.Where(IsElementStore).Where(store => !IsOwn(store)).Select(store => ArrayOf(store)?.ElementType.FullName ?? "")];

    // An array that the method makes and fills is none of those that it is given.
    private bool IsOwn(Instruction store)
    {
        if (!flow.Contains(store)) return true;
        return flow.Producers(store, 0).All(array => array.OpCode.Code == Code.Newarr
            || (Operands.LoadedLocal(array, il.Method) is { } local && il.Instructions.Where(i => Operands.StoredLocal(i, il.Method) == local && flow.Contains(i)).All(i => flow.Producers(i, 0).All(made => made.OpCode.Code == Code.Newarr))));
    }

    private ArrayType? ArrayOf(Instruction element) =>
        flow.Producers(element, 0) is { Count: > 0 } arrays && TypeOf(arrays[0]) is ArrayType { IsVector: true } type ? type : null;

    private TypeReference? TypeOf(Instruction producer) => producer.Operand switch
    {
        FieldReference field => field.FieldType,
        MethodReference called => new Substitution(called).Result,
        TypeReference type when producer.OpCode.Code == Code.Newarr => new ArrayType(type),
        TypeReference type when producer.OpCode.Code is Code.Castclass or Code.Isinst => type,
        TypeReference type when producer.OpCode.Code is Code.Ldelem_Any => type,
        _ => Operands.LoadedLocal(producer, il.Method)?.VariableType ?? Operands.LoadedParameter(producer, il.Method)?.ParameterType ?? (producer.OpCode.Code == Code.Ldelem_Ref ? ArrayOf(producer)?.ElementType : null),
    };

    // An index of another size goes by another local.
    private bool IsNative(Instruction index) =>
        index.OpCode.Code is Code.Conv_I or Code.Conv_U or Code.Conv_Ovf_I or Code.Conv_Ovf_I_Un or Code.Conv_Ovf_U or Code.Conv_Ovf_U_Un
        || TypeOf(index)?.MetadataType is MetadataType.IntPtr or MetadataType.UIntPtr;

    private static bool IsElement(Instruction instruction) =>
        instruction.OpCode.Code is Code.Ldelema or Code.Ldelem_Any or Code.Ldelem_Ref or Code.Ldelem_I or Code.Ldelem_I1 or Code.Ldelem_I2 or Code.Ldelem_I4 or Code.Ldelem_I8
            or Code.Ldelem_U1 or Code.Ldelem_U2 or Code.Ldelem_U4 or Code.Ldelem_R4 or Code.Ldelem_R8;

    private static bool IsElementStore(Instruction instruction) =>
        instruction.OpCode.Code is Code.Stelem_Any or Code.Stelem_Ref or Code.Stelem_I or Code.Stelem_I1 or Code.Stelem_I2 or Code.Stelem_I4 or Code.Stelem_I8 or Code.Stelem_R4 or Code.Stelem_R8;
}
