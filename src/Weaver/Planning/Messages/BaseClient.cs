using Mono.Cecil;
using Mono.Cecil.Cil;
using Weft.Fody.Configuration;
using Weft.Fody.Il;

namespace Weft.Fody.Planning.Messages;

/// <summary>The call by which a class derived from a client of HTTP gives its base class the handler that sends, or has it make one.</summary>
internal static class BaseClient
{
    private static readonly string[] _clients = ["System.Net.Http.HttpClient", "System.Net.Http.HttpMessageInvoker"];

    /// <summary>Such calls of a method; none when the mode never records.</summary>
    public static HashSet<Instruction> Find(MethodIl il, WeaverMode mode) => mode != WeaverMode.Record || il.Method is not { IsConstructor: true, IsStatic: false } || !_clients.Contains(il.Method.DeclaringType.BaseType?.FullName)
        ? []
        : [.. il.Instructions.Where(i => i.OpCode.Code == Code.Call && i.Operand is MethodReference { Name: ".ctor" } called && _clients.Contains(called.DeclaringType.FullName))];
}
