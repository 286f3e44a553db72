using Mono.Cecil;
using Mono.Cecil.Cil;
using Weft.Fody.Il;

namespace Weft.Fody.Planning.Returns;

/// <summary>The body of a method that tells its caller which records its result is made of.</summary>
/// <param name="body">The method, or the <c>MoveNext</c> of an asynchronous one.</param>
/// <param name="method">The method as it was written.</param>
/// <param name="number">The number by which the caller knows that the records are for it.</param>
internal sealed class ReturningBody(MethodDefinition body, MethodDefinition method, int number)
{
    public MethodDefinition Body => body;

    public int Number => number;

    /// <summary>Whether the body is that of a state machine.</summary>
    public bool IsStateMachine => body != method;

    /// <summary>Whether an instruction gives the result to the caller.</summary>
    public bool IsEnd(Instruction instruction) => IsStateMachine
        ? instruction.OpCode.Code is Code.Call && instruction.Operand is MethodReference { Name: "SetResult", Parameters.Count: 1 } called && called.DeclaringType.GetElementType().Name.StartsWith("Async", StringComparison.Ordinal)
        : instruction.OpCode.Code == Code.Ret;

    /// <summary>Which operand of such an instruction is the result; null of a method without one.</summary>
    public int? ResultOf(Instruction end) => IsStateMachine ? 1 : method.ReturnType.MetadataType == MetadataType.Void ? null : 0;

    /// <summary>Whether an instruction gives the place of a result that is a parameter.</summary>
    public bool IsOut(Instruction instruction) => !IsStateMachine && Operands.LoadedParameter(instruction, body) is { Index: >= 0, ParameterType: ByReferenceType } parameter && !Fills.GivenBody.IsClosure(parameter.ParameterType);
}
