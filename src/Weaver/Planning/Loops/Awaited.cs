using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Weft.Fody.Planning.Loops;

/// <summary>How a loop over an asynchronous sequence moves on: it calls MoveNextAsync, waits for the answer, and branches on it.</summary>
internal static class Awaited
{
    public const string Enumerator = "System.Collections.Generic.IAsyncEnumerator`1";
    public const string ConfiguredEnumerator = "System.Runtime.CompilerServices.ConfiguredCancelableAsyncEnumerable`1/Enumerator";

    public const string Sequence = "System.Collections.Generic.IAsyncEnumerable`1";
    public const string ConfiguredSequence = "System.Runtime.CompilerServices.ConfiguredCancelableAsyncEnumerable`1";

    public static bool IsMoveNext(Instruction instruction) => IsEnumeratorCall(instruction, "MoveNextAsync");

    public static bool IsCurrent(Instruction instruction) => IsEnumeratorCall(instruction, "get_Current");

    /// <summary>The call of MoveNextAsync whose answer a branch decides on; null when it decides on anything else.</summary>
    // Between the two a compiler puts the await and nothing more: one that waits by a state machine leaves and comes back.
    public static Instruction? MoveNextBefore(Instruction branch)
    {
        bool isAwaited = false;
        for (Instruction? instruction = branch.Previous; instruction is not null; instruction = instruction.Previous)
        {
            if (IsMoveNext(instruction)) return isAwaited ? instruction : null;
            if (instruction.Operand is not MethodReference called) continue;
            isAwaited |= called.Name is "GetResult" or "Await";
            if (!isAwaited || !IsOfAwait(called)) return null;
        }
        return null;
    }

    /// <summary>Whether a method is one that an await calls.</summary>
    public static bool IsOfAwait(MethodReference called) =>
        called.Name is "GetResult" or "Await" or "GetAwaiter" or "get_IsCompleted" or "AwaitUnsafeOnCompleted" or "AwaitOnCompleted"
        && called.DeclaringType.GetElementType() is var type
        && (type.IsNested ? type.DeclaringType : type).Namespace is "System.Runtime.CompilerServices" or "System.Threading.Tasks";

    /// <summary>The instruction behind which the answer of a call is there: the call, or of a task what waits for it; null when it is not awaited on the spot.</summary>
    public static Instruction? GivenBy(Instruction call) =>
        ((MethodReference)call.Operand).ReturnType.GetElementType() is { Name: "ValueTask`1" or "Task`1", Namespace: "System.Threading.Tasks" } ? Waited(call) : call;

    /// <summary>What waits for the task that a call gives; null when it is not awaited on the spot.</summary>
    // Behind the call stands its await, and nothing more, up to the answer.
    public static Instruction? Waited(Instruction call)
    {
        for (Instruction? next = call.Next; next is not null; next = next.Next)
        {
            if (next.Operand is not MethodReference called) continue;
            if (!IsOfAwait(called) && called.Name != "ConfigureAwait") return null;
            if (called.Name is "GetResult" or "Await") return next;
        }
        return null;
    }

    private static bool IsEnumeratorCall(Instruction instruction, string name)
    {
        if (instruction.OpCode.Code is not (Code.Call or Code.Callvirt) || instruction.Operand is not MethodReference called || called.Name != name) return false;
        return called.DeclaringType.GetElementType().FullName == (instruction.OpCode.Code == Code.Callvirt ? Enumerator : ConfiguredEnumerator);
    }
}
