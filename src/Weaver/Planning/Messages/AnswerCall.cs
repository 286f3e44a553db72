using Mono.Cecil;
using Mono.Cecil.Cil;
using Weft.Fody.Il;
using Weft.Fody.Mapping;
using Weft.Fody.Planning.Loops;
using Weft.Fody.Source;

namespace Weft.Fody.Planning.Messages;

/// <summary>An instruction that puts a value into the answer to a request: where a handler gives its result, or a call that writes.</summary>
/// <param name="At">The instruction.</param>
/// <param name="Operand">Which of its operands is the value.</param>
/// <param name="Type">The value's type.</param>
internal sealed record AnswerCall(Instruction At, int Operand, TypeReference Type)
{
    private static readonly HashSet<(string Type, string Name)> _writes =
    [
        ("Microsoft.AspNetCore.Http.HttpResponseWritingExtensions", "WriteAsync"), ("Microsoft.AspNetCore.Http.HttpResponseJsonExtensions", "WriteAsJsonAsync"),
    ];

    /// <summary>The records that the value is made of, from the innermost out.</summary>
    public IReadOnlyList<ILoop> Records { get; init; } = [];

    /// <summary>Whether it may be made of others.</summary>
    public OtherRecords Others { get; init; }

    public string Name => At.Operand is MethodReference { Name: var name } && name.StartsWith("Write", StringComparison.Ordinal) ? name : "return";

    /// <summary>Whether the value is kept where it is made: behind it stand other operands.</summary>
    public bool IsKept => Name != "return";

    /// <summary>The task's result, where the value is a task; null of any other.</summary>
    public TypeReference? OfTask => Type is GenericInstanceType { ElementType: { Namespace: "System.Threading.Tasks", Name: "Task`1" } } task ? task.GenericArguments[0] : null;

    /// <summary>Whether a call writes to an answer; cheap.</summary>
    public static bool IsWrite(Instruction instruction) =>
        instruction.OpCode.Code is Code.Call && instruction.Operand is MethodReference called && called.Name.StartsWith("Write", StringComparison.Ordinal) && _writes.Contains((called.DeclaringType.FullName, called.Name));

    /// <summary>Those of a method.</summary>
    /// <param name="il">The method.</param>
    /// <param name="isHandler">Whether it is the body of one that requests come to.</param>
    public static IEnumerable<AnswerCall> In(MethodIl il, bool isHandler)
    {
        foreach (Instruction instruction in il.Instructions)
        {
            if (IsWrite(instruction)) yield return new AnswerCall(instruction, 1, new Substitution((MethodReference)instruction.Operand).Operands[1]);
            else if (isHandler && Result(il.Method, instruction) is { } result) yield return new AnswerCall(instruction, instruction.OpCode.Code == Code.Ret ? 0 : 1, result);
        }
    }

    // What a handler gives: by a return, or by the builder of its state machine.
    private static TypeReference? Result(MethodDefinition method, Instruction instruction)
    {
        if (instruction.OpCode.Code == Code.Ret)
        {
            bool isNothing = method.ReturnType.FullName is "System.Void" or "System.Threading.Tasks.Task" or "System.Threading.Tasks.ValueTask" || method.ReturnType is GenericInstanceType { ElementType.FullName: "System.Threading.Tasks.ValueTask`1" };
            return isNothing || StateMachine.Of(method) is not null ? null : method.ReturnType;
        }
        return instruction.OpCode.Code == Code.Call && instruction.Operand is MethodReference { Name: "SetResult", Parameters.Count: 1, DeclaringType: GenericInstanceType { GenericArguments.Count: 1 } builder } && builder.Namespace == "System.Runtime.CompilerServices"
            ? builder.GenericArguments[0]
            : null;
    }
}

/// <summary>Whether a value may be made of records that nobody names; the numbers are the contract's.</summary>
internal enum OtherRecords
{
    None = 0,

    /// <summary>Only where the methods that it comes from tell none.</summary>
    WhereNoneIsTold = 1,

    Perhaps = 2,
}
