using Mono.Cecil;
using Mono.Cecil.Cil;
using Weft.Fody.Il;
using Weft.Fody.Planning.Loops;
using Weft.Fody.Source;

namespace Weft.Fody.Planning.Fills;

/// <summary>The body of a method that is told which record its arguments are made of.</summary>
/// <param name="body">The method, or the <c>MoveNext</c> of an asynchronous one.</param>
/// <param name="method">The method as it was written.</param>
/// <param name="number">The number by which it knows that a record is for it.</param>
internal sealed class GivenBody(MethodDefinition body, MethodDefinition method, int number) : ILoop
{
    private readonly HashSet<string> _fields = [.. body == method ? [] : method.Parameters.Where(parameter => IsRecord(parameter.ParameterType)).Select(parameter => parameter.Name)];

    public int Number => number;

    public int Length => int.MaxValue;

    /// <summary>Whether the body is that of a state machine.</summary>
    public bool IsStateMachine => body != method;

    /// <summary>Whether an instruction gives an argument, or a reference to one.</summary>
    public bool IsArgument(Instruction instruction)
    {
        if (IsStateMachine) return instruction.OpCode.Code is Code.Ldfld or Code.Ldflda && instruction.Operand is FieldReference field && _fields.Contains(field.Name) && field.DeclaringType.GetElementType().FullName == body.DeclaringType.FullName;
        ParameterDefinition? loaded = instruction.OpCode.Code is Code.Ldarga or Code.Ldarga_S ? (ParameterDefinition)instruction.Operand : Operands.LoadedParameter(instruction, body);
        return loaded is { Index: >= 0 } && IsRecord(loaded.ParameterType);
    }

    // What a delegate gives is made of what it is given.
    private static bool IsRecord(TypeReference type) => !IsClosure(type) && (type is GenericParameter or ArrayType or ByReferenceType || type.Resolve()?.BaseType?.FullName != "System.MulticastDelegate");

    /// <summary>Whether a parameter is that of the variables which a local function captures.</summary>
    public static bool IsClosure(TypeReference type) => type is ByReferenceType { ElementType: var closure } && GeneratedNames.IsGenerated(closure.Name);
}
