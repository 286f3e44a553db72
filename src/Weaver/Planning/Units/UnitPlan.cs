using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Weft.Fody.Planning.Units;

/// <summary>What one method has to do with execution units besides its redirected calls: where its flow waits and goes on, and where others part from it.</summary>
internal sealed class UnitPlan(
    Instruction? entry, IReadOnlyList<Suspension> suspensions, IReadOnlyList<Join> joins, IReadOnlyList<Instruction> meetings, IReadOnlyList<ForkedTask> forks, IReadOnlyList<Instruction> ends)
{
    /// <summary>The plan of a method that does nothing of the kind.</summary>
    public static UnitPlan Nothing { get; } = new(null, [], [], [], [], []);

    /// <summary>Where <c>MoveNext</c> has stored its state to a local; null in any other method.</summary>
    public Instruction? Entry => entry;

    public IReadOnlyList<Suspension> Suspensions => suspensions;

    public IReadOnlyList<Join> Joins => joins;

    /// <summary>The calls of <c>GetResult</c> on the awaiters of tasks that were made on the spot.</summary>
    public IReadOnlyList<Instruction> Meetings => meetings;

    /// <summary>The calls by which <c>MoveNext</c> says that it has a result, or none.</summary>
    public IReadOnlyList<Instruction> Ends => ends;

    public IReadOnlyList<ForkedTask> Forks => forks;

    public bool IsEmpty => suspensions.Count == 0 && joins.Count == 0 && forks.Count == 0;
}

/// <summary>A call by which an asynchronous method leaves, to go on when an awaiter says so.</summary>
/// <param name="call">The call.</param>
/// <param name="byRuntime">What the runtime waits for there, by its type, when it is the runtime that makes the method asynchronous; null of a state machine.</param>
/// <param name="isOfAsyncMethod">Whether that is what a method gives which is asynchronous in the same way: who waits is that method, and the two calls are one to the JIT.</param>
internal sealed class Suspension(Instruction call, TypeReference? byRuntime = null, bool isOfAsyncMethod = false)
{
    public Instruction Call => call;

    public TypeReference? ByRuntime => byRuntime;

    public bool IsOfAsyncMethod => isOfAsyncMethod;
}

/// <summary>A call of <c>GetResult</c> on the awaiter of a task that was not made on the spot.</summary>
internal sealed class Join(Instruction call, bool blocks)
{
    /// <summary>Whether the thread waits there, since nobody awaits.</summary>
    public bool Blocks => blocks;

    public Instruction Call => call;

    public TypeReference Awaiter => ((MethodReference)call.Operand).DeclaringType;
}

/// <summary>A call whose task is not awaited on the spot.</summary>
/// <param name="call">The call.</param>
/// <param name="given">Behind which the task is on the stack: the call itself, or what gives the task of a state machine; where nothing gives one, the call.</param>
/// <param name="task">The task's type; null where there is none.</param>
internal sealed class ForkedTask(Instruction call, Instruction given, TypeReference? task)
{
    public Instruction Call => call;

    public Instruction Given => given;

    public TypeReference? Task => task;
}
