using Mono.Cecil;
using Mono.Cecil.Cil;
using Weft.Fody.Il;
using Weft.Fody.Mapping;

namespace Weft.Fody.Planning.Units;

/// <summary>The waits of a method that the runtime, not the compiler, makes asynchronous: it has no state machine, and its locals are there when it goes on.</summary>
internal static class RuntimeAwaits
{
    private const MethodImplAttributes Async = (MethodImplAttributes)0x2000;

    /// <summary>Whether a method is one by which such a method waits.</summary>
    public static bool IsAwait(MethodReference called) =>
        called.DeclaringType is { Namespace: "System.Runtime.CompilerServices", Name: "AsyncHelpers" } && called.Name is "Await" or "AwaitAwaiter" or "UnsafeAwaitAwaiter";

    /// <summary>Whether the runtime makes a method asynchronous.</summary>
    public static bool IsMadeAsync(MethodDefinition method) => (method.ImplAttributes & Async) != 0;

    /// <summary>The waits of a method; none where it is not made asynchronous.</summary>
    public static IReadOnlyList<Suspension> Of(MethodIl il) => !IsMadeAsync(il.Method) ? [] :
    [
        .. il.Instructions.Where(i => i.OpCode.Code == Code.Call && i.Operand is MethodReference called && IsAwait(called))
            .Select(call => new Suspension(call, new Substitution((MethodReference)call.Operand).Operands[0], call.Previous?.Operand is MethodReference gives && gives.Resolve() is { } method && IsMadeAsync(method))),
    ];
}
