using Mono.Cecil;
using Mono.Cecil.Cil;
using Weft.Fody.Il;

namespace Weft.Fody.Planning.Readers;

/// <summary>Where a reader is kept: a local, a parameter, or a field of something that is kept so.</summary>
internal sealed class ReaderPlace
{
    private readonly IReadOnlyList<Instruction> _loads;

    private ReaderPlace(string key, bool isObject, IReadOnlyList<Instruction> loads) => (Key, IsObject, _loads) = (key, isObject, loads);

    /// <summary>The same for two places where the same reader is.</summary>
    public string Key { get; }

    /// <summary>False of a static class, or an enumerator by value.</summary>
    public bool IsObject { get; }

    /// <summary>The local of an enumerator by value; a store to it begins anew.</summary>
    public VariableDefinition? Local { get; private init; }

    /// <summary>Whether the place can be read once more; else the reader has to be kept as it is called.</summary>
    public bool IsReadable => _loads.Count > 0;

    public static ReaderPlace Static(string type) => new(type, isObject: false, []);

    public static ReaderPlace Value(VariableDefinition local) => new("local " + local.Index, isObject: false, []) { Local = local };

    /// <summary>The place that an instruction puts on the stack; of a reader that comes from anywhere else, one of its own.</summary>
    public static ReaderPlace LoadedBy(Instruction load, MethodIl il, StackFlow flow)
    {
        var loads = new List<Instruction>();
        return Chain(load, il, flow, loads) is { } key ? new(key, isObject: true, loads) : new(Number(load, il), isObject: true, []);
    }

    /// <summary>The key of the place that an instruction puts on the stack; null for anything else.</summary>
    public static string? KeyOf(Instruction load, MethodIl il, StackFlow flow) => Chain(load, il, flow, []);

    /// <summary>Puts the reader on the stack.</summary>
    public Instruction[] Load() => Copies.Of(_loads);

    private static string? Chain(Instruction load, MethodIl il, StackFlow flow, List<Instruction> loads)
    {
        string? key = null;
        if (Operands.LoadedLocal(load, il.Method) is { } local) key = "local " + local.Index;
        else if (Operands.LoadedParameter(load, il.Method) is { } parameter) key = "parameter " + parameter.Index;
        else if (load.OpCode.Code == Code.Ldsfld) key = ((FieldReference)load.Operand).FullName;
        else if (load.OpCode.Code == Code.Ldfld && flow.Producers(load, 0) is { Count: 1 } owner && Chain(owner[0], il, flow, loads) is { } ofOwner) key = ofOwner + " " + ((FieldReference)load.Operand).Name;
        if (key is not null) loads.Add(load);
        return key;
    }

    private static string Number(Instruction load, MethodIl il) =>
        il.Numbers.TryGetValue(load, out int number) ? "call " + number : throw new MalformedBodyException("the instruction is not in the body", load);
}
