using Mono.Cecil;
using Mono.Cecil.Cil;
using Weft.Catalog;
using Weft.Fody.Il;
using Weft.Fody.Mapping;

namespace Weft.Fody.Planning.Fills;

/// <summary>A value on the stack, by who takes it.</summary>
internal readonly record struct Operand(Instruction Consumer, int Position);

/// <summary>An instruction that puts values into a collection where nobody follows them: a call of the base libraries, or a store to an array or to where a reference points.</summary>
/// <param name="Values">What it puts there, and what says where.</param>
/// <param name="Collections">The collection, by one way or another to the instruction; none where it is what the call gives, as of an immutable one.</param>
internal sealed record Fill(IReadOnlyList<Operand> Values, IReadOnlyList<Operand> Collections)
{
    private const string Immutable = "System.Collections.Immutable";

    /// <summary>Whether an instruction may be a call that puts something into a collection; cheap.</summary>
    public static bool IsPutByCall(Instruction instruction) =>
        instruction.OpCode.Code is Code.Call or Code.Callvirt && instruction.Operand is MethodReference called && (IsSetOfArray(called) || (FillingMethods.Include(called.Name) && called.DeclaringType.GetElementType().Scope is not ModuleDefinition));

    /// <summary>Whether an instruction stores to an array that is a field or a parameter.</summary>
    public static bool IsStoreToOthers(Instruction instruction, StackFlow flow, MethodIl il) => IsElementStore(instruction)
        && flow.Producers(instruction, 0).All(array => array.OpCode.Code is Code.Ldfld or Code.Ldsfld || Operands.LoadedParameter(array, il.Method) is not null);

    /// <summary>Whether a method may store to such an array; cheap.</summary>
    public static bool MayStoreToOthers(MethodDefinition method) => method.Body.Instructions.Any(IsElementStore)
        && (method.Parameters.Any(parameter => parameter.ParameterType is ArrayType) || method.Body.Instructions.Any(i => i.OpCode.Code is Code.Ldfld or Code.Ldsfld && ((FieldReference)i.Operand).FieldType is ArrayType));

    /// <summary>Whether an instruction may be one; cheap.</summary>
    public static bool MayBe(Instruction instruction) => IsPutByCall(instruction) || IsElementStore(instruction) || IsReferenceStore(instruction);

    /// <summary>What an instruction fills; null when it fills nothing.</summary>
    public static Fill? Of(Instruction instruction, StackFlow flow, MethodIl il, SequenceTypes types)
    {
        if (IsElementStore(instruction)) return IsText(instruction, flow, il) ? null : new Fill([new(instruction, 1), new(instruction, 2)], [new(instruction, 0)]);
        if (IsReferenceStore(instruction))
        {
            var behind = new ReferencedCollections(flow, il, types);
            behind.Find(new Operand(instruction, 0));
            return behind.Collections.Count == 0 ? null : new Fill([new(instruction, 1), .. behind.Indexes], behind.Collections);
        }
        return IsPutByCall(instruction) ? OfCall(instruction, flow, il, types) : null;
    }

    private static Fill? OfCall(Instruction call, StackFlow flow, MethodIl il, SequenceTypes types)
    {
        var called = (MethodReference)call.Operand;
        int operands = flow.OperandCount(call);
        if (operands < 2) return null;
        List<Operand> values = [.. Enumerable.Range(1, operands - 1).Select(position => new Operand(call, position))];
        Operand[] receiver = [new(call, 0)];
        if (IsSetOfArray(called) || called is { HasThis: false, DeclaringType.FullName: "System.Array", Name: "Fill" }) return new Fill(values, receiver);
        if (!called.HasThis) return null;
        if (called.DeclaringType.IsValueType && called.DeclaringType.Namespace == Immutable && TypeMatch.Same(new Substitution(called).Result, called.DeclaringType)) return new Fill(values, []);
        if (called.DeclaringType.IsValueType)
        {
            if (called is not { Name: "Fill", DeclaringType.Namespace: "System" }) return null;
            var behind = new ReferencedCollections(flow, il, types);
            behind.Find(receiver[0]);
            return behind.Collections.Count == 0 ? null : new Fill(values, behind.Collections);
        }

        string type = called.DeclaringType.GetElementType().FullName;
        if (!types.TakesRecords(called.DeclaringType) && type is not ("System.Collections.Generic.PriorityQueue`2" or "System.Array")) return null;
        bool givesIt = called.DeclaringType.Namespace == Immutable && !called.DeclaringType.IsNested && types.TakesRecords(called.GetElementMethod().ReturnType);
        return new Fill(values, givesIt ? [] : receiver);
    }

    // Of an array with several dimensions.
    private static bool IsSetOfArray(MethodReference called) => called is { Name: "Set", HasThis: true, DeclaringType: ArrayType };

    /// <summary>Whether an instruction stores to an array.</summary>
    public static bool IsElementStore(Instruction instruction) => instruction.OpCode.Name.StartsWith("stelem", StringComparison.Ordinal);

    private static bool IsReferenceStore(Instruction instruction) => instruction.OpCode.Code == Code.Stobj || instruction.OpCode.Name.StartsWith("stind", StringComparison.Ordinal);

    // Text and bytes are one value rather than records.
    private static bool IsText(Instruction store, StackFlow flow, MethodIl il) =>
        store.OpCode.Code is Code.Stelem_I1 or Code.Stelem_I2 && flow.Producers(store, 0).Any(array => ValueTypes.Of(array, il) is not ArrayType type || SequenceTypes.IsBuffer(type));
}
