using Mono.Cecil;
using Mono.Cecil.Cil;
using Weft.Fody.Mapping;

namespace Weft.Fody.Planning.Messages;

/// <summary>A call that reads a value from a message: the answer to a request that it sends itself, the content of one that was sent before, or the body of a request that is handled.</summary>
/// <param name="Call">The call.</param>
/// <param name="IsOfMessage">Whether the message is its first operand; else it sends the request itself.</param>
/// <param name="Task">The type of the task that it gives.</param>
internal sealed record ReplyRead(Instruction Call, bool IsOfMessage, GenericInstanceType Task)
{
    private const string Response = "System.Net.Http.HttpResponseMessage";

    private static readonly HashSet<(string Type, string Name)> _reads =
    [
        ("System.Net.Http.HttpContent", "ReadAsStringAsync"), ("System.Net.Http.HttpContent", "ReadAsByteArrayAsync"),
        ("System.Net.Http.Json.HttpContentJsonExtensions", "ReadFromJsonAsync"), ("Microsoft.AspNetCore.Http.HttpRequestJsonExtensions", "ReadFromJsonAsync"),
    ];

    /// <summary>The type of the value.</summary>
    public TypeReference Value => Task.GenericArguments[0];

    /// <summary>The type of the value's items, where it is a collection; its own of any other.</summary>
    public TypeReference Item => ItemOf(Value);

    public bool IsOfValueTask => Task.ElementType.Name == "ValueTask`1";

    /// <summary>What an instruction reads; null where it reads no message.</summary>
    public static ReplyRead? Of(Instruction instruction)
    {
        if (instruction.OpCode.Code is not (Code.Call or Code.Callvirt) || instruction.Operand is not MethodReference called || instruction.Previous?.OpCode.OpCodeType == OpCodeType.Prefix) return null;
        bool isOfMessage = called.Name.StartsWith("Read", StringComparison.Ordinal) && _reads.Contains((called.DeclaringType.FullName, called.Name));
        if (!isOfMessage && !SendingCalls.Include(instruction)) return null;
        return new Substitution(called).Result is GenericInstanceType { ElementType: { Namespace: "System.Threading.Tasks", Name: "Task`1" or "ValueTask`1" } } task && task.GenericArguments[0].FullName is not (Response or "System.IO.Stream")
            ? new ReplyRead(instruction, isOfMessage, task)
            : null;
    }

    /// <summary>The type of a collection's items; that of anything else, itself.</summary>
    public static TypeReference ItemOf(TypeReference type) => type switch
    {
        ArrayType { IsVector: true } array => array.ElementType,
        GenericInstanceType { GenericArguments.Count: 1 } generic when generic.Namespace.StartsWith("System.Collections", StringComparison.Ordinal) => generic.GenericArguments[0],
        _ => type,
    };
}
