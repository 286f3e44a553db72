using Mono.Cecil;

namespace Weft.Fody.Planning.Units;

/// <summary>The types of tasks, of their awaiters, and of the builders of asynchronous methods.</summary>
internal static class TaskTypes
{
    private const string Tasks = "System.Threading.Tasks";
    private const string CompilerServices = "System.Runtime.CompilerServices";

    public static bool IsTask(TypeReference type) => type.Namespace == Tasks && type.Name is "Task" or "Task`1" or "ValueTask" or "ValueTask`1";

    public static bool IsBuilder(TypeReference type) => type.Namespace == CompilerServices && type.Name is
        "AsyncTaskMethodBuilder" or "AsyncTaskMethodBuilder`1" or "AsyncValueTaskMethodBuilder" or "AsyncValueTaskMethodBuilder`1" or "AsyncVoidMethodBuilder" or "AsyncIteratorMethodBuilder"
        or "PoolingAsyncValueTaskMethodBuilder" or "PoolingAsyncValueTaskMethodBuilder`1";

    /// <summary>Whether a method gives the awaiter of a task, or a task that is awaited in another way.</summary>
    public static bool IsAwaiting(MethodReference called) => called.Name is "GetAwaiter" or "ConfigureAwait" or "Await" or "AsTask" && IsOfTasks(called.DeclaringType);

    public static bool IsAwaiter(TypeReference type) => type.Name is
        "TaskAwaiter" or "TaskAwaiter`1" or "ConfiguredTaskAwaiter" or "ValueTaskAwaiter" or "ValueTaskAwaiter`1" or "ConfiguredValueTaskAwaiter" && IsOfTasks(type);

    private static bool IsOfTasks(TypeReference type)
    {
        TypeReference outermost = type.GetElementType();
        while (outermost.IsNested) outermost = outermost.DeclaringType;
        return outermost.Namespace is Tasks or CompilerServices;
    }
}
