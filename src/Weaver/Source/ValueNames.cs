using Mono.Cecil;
using Mono.Cecil.Cil;
using Weft.Fody.Il;

namespace Weft.Fody.Source;

/// <summary>The local, parameter, field or property that an instruction reads.</summary>
internal static class ValueNames
{
    public static string? Read(Instruction load, MethodIl il, LocalNames locals)
    {
        if (Operands.LoadedLocal(load, il.Method) is { } local) return locals.Of(local, load);
        if (Operands.LoadedParameter(load, il.Method) is { } parameter) return parameter.Index < 0 ? "this" : GeneratedNames.Variable(parameter.Name);
        return load.OpCode.Code switch
        {
            Code.Ldfld or Code.Ldsfld => GeneratedNames.Variable(((FieldReference)load.Operand).Name),
            Code.Call or Code.Callvirt => Getter((MethodReference)load.Operand),
            _ => null,
        };
    }

    private static string? Getter(MethodReference called) =>
        called.Name.StartsWith("get_", StringComparison.Ordinal) && called.Parameters.Count == 0 ? called.Name.Substring("get_".Length) : null;
}
