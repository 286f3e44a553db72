using Mono.Cecil;
using Mono.Cecil.Cil;
using Weft.Fody.Il;
using Weft.Fody.Source;

namespace Weft.Fody.Planning.Messages;

// Design: what a handler answers is often what a service keeps, and an object does not tell. So a value is certain only where every way to it is seen: constants, arguments and the data in them, records that are followed by
// themselves, and what constructors and static methods of libraries make of those.

/// <summary>Says whether a value of a method can be made of nothing but constants and records that are known by themselves.</summary>
internal sealed class CertainValue(MethodIl il, StackFlow flow, Func<Instruction, bool> isKnown)
{
    private readonly HashSet<Instruction> _visited = [];

    public bool Is(Instruction consumer, int operand) => flow.Producers(consumer, operand) is { Count: > 0 } producers && producers.All(Is);

    private bool Is(Instruction producer)
    {
        if (!_visited.Add(producer) || isKnown(producer)) return true;
        if (producer.OpCode.Name.StartsWith("ldc", StringComparison.Ordinal) || producer.OpCode.Code is Code.Ldstr or Code.Ldnull) return true;
        if (StoresOf(producer) is { } stores) return stores.Count > 0 && stores.All(store => flow.Contains(store) && Is(store, flow.OperandCount(store) - 1));
        if (!flow.Contains(producer) || producer.OpCode.Code is Code.Ldarg_0 or Code.Ldfld or Code.Ldflda or Code.Ldsfld or Code.Ldsflda or Code.Ldftn or Code.Ldvirtftn or Code.Ldloca or Code.Ldloca_S or Code.Calli) return false;
        if (producer.Operand is MethodReference called && !Gives(producer, called)) return false;
        return flow.OperandCount(producer) > 0
            ? Enumerable.Range(0, flow.OperandCount(producer)).All(operand => Is(producer, operand))
            : producer.Operand is MethodReference; // of no arguments: there is nothing that it could be made of
    }

    // Whether what a call gives is made of its operands alone, and of what does not change.
    private static bool Gives(Instruction call, MethodReference called)
    {
        if (call.OpCode.Code == Code.Newobj) return true;
        bool isOfLibrary = called.DeclaringType.GetElementType().Scope is not ModuleDefinition;
        if (isOfLibrary && !called.HasThis) return true;
        if (isOfLibrary) return called.DeclaringType.Namespace == "System";
        return IsData(called);
    }

    // A property that the compiler wrote, and anybody may set, or only who makes the object.
    private static bool IsData(MethodReference called) =>
        called.HasThis && called.Name.StartsWith("get_", StringComparison.Ordinal) && called.Resolve() is { } getter && getter.CustomAttributes.Any(attribute => attribute.AttributeType.Name == "CompilerGeneratedAttribute")
        && getter.DeclaringType.Properties.FirstOrDefault(property => property.GetMethod == getter) is { SetMethod: null or { IsPublic: true } };

    // Of a local, or a variable that a state machine keeps in a field: what is stored there.
    private List<Instruction>? StoresOf(Instruction load)
    {
        if (Operands.LoadedLocal(load, il.Method) is { } local) return [.. il.Instructions.Where(i => Operands.StoredLocal(i, il.Method) == local)];
        if (load.OpCode.Code != Code.Ldfld || load.Operand is not FieldReference { Name: var name } field || !GeneratedNames.IsGenerated(name) || field.DeclaringType.GetElementType().FullName != il.Method.DeclaringType.FullName) return null;
        return [.. il.Instructions.Where(i => i.OpCode.Code == Code.Stfld && ((FieldReference)i.Operand).FullName == field.FullName)];
    }
}
