using Mono.Cecil;
using Mono.Cecil.Cil;
using Weft.Fody.Il;
using Weft.Fody.Mapping;
using Weft.Fody.Source;

namespace Weft.Fody.Planning.Units;

/// <summary>Finds where a method's flow waits and goes on, where others part from it, and where it joins them.</summary>
internal sealed class UnitPlanning(MethodIl il, Func<StackFlow> walk, Func<Instruction, bool> isWovenOtherwise)
{
    private MethodDefinition Method => il.Method;

    public static UnitPlan Find(MethodIl il, Func<StackFlow> walk, Func<Instruction, bool> isWovenOtherwise)
    {
        bool mayHave = il.Instructions.Any(i => i.Operand is MethodReference called && (TaskTypes.IsBuilder(called.DeclaringType) || TaskTypes.IsTask(called.ReturnType) || TaskTypes.IsAwaiter(called.DeclaringType) || RuntimeAwaits.IsAwait(called)));
        return mayHave ? new UnitPlanning(il, walk, isWovenOtherwise).Find() : UnitPlan.Nothing;
    }

    private UnitPlan Find()
    {
        Instruction? entry = Entry();
        ILookup<bool, Instruction> results = Calls(called => called.Name == "GetResult" && TaskTypes.IsAwaiter(called.DeclaringType)).Where(call => call.Previous.OpCode.Code is Code.Ldloca or Code.Ldloca_S)
            .ToLookup(call => entry is null || IsOfTaskFromElsewhere(call));
        return new UnitPlan(
            entry,
            entry is null ? RuntimeAwaits.Of(il) : Calls(called => called.Name is "AwaitUnsafeOnCompleted" or "AwaitOnCompleted" && TaskTypes.IsBuilder(called.DeclaringType)).Select(call => new Suspension(call)).ToList(),
            results[true].Select(call => new Join(call, blocks: entry is null)).ToList(),
            results[false].ToList(),
            [.. Starts(), .. Calls(MayPart).Where(call => !isWovenOtherwise(call) && !HasPrefix(call) && !IsAwaitedOnTheSpot(call)).Select(call => new ForkedTask(call, call, TypeOf(call)))],
            entry is null ? [] : Calls(called => called.Name is "SetResult" or "SetException" && (TaskTypes.IsBuilder(called.DeclaringType) || called.DeclaringType.Name == "ManualResetValueTaskSourceCore`1")).ToList());
    }

    private IEnumerable<Instruction> Calls(Func<MethodReference, bool> isWanted) =>
        il.Instructions.Where(i => i.OpCode.Code is Code.Call or Code.Callvirt && i.Operand is MethodReference called && isWanted(called));

    // ldarg.0; ldfld <>1__state; stloc: where every C# state machine's MoveNext begins. Behind it, whether the method has waited is known.
    private Instruction? Entry()
    {
        if (Method is not { Name: "MoveNext", HasParameters: false } || Method.DeclaringType.Interfaces.All(i => i.InterfaceType.Name != "IAsyncStateMachine")) return null;
        if (il.Instructions.Count < 3 || il.Instructions[0].OpCode.Code != Code.Ldarg_0) return null;
        bool loadsState = il.Instructions[1] is { OpCode.Code: Code.Ldfld, Operand: FieldReference { Name: "<>1__state" } };
        return loadsState && Operands.StoredLocal(il.Instructions[2], Method) is not null ? il.Instructions[2] : null;
    }

    // An asynchronous lambda is called by who has its delegate, which mostly is a library that starts many before it awaits any; and nobody awaits `async void`.
    private IEnumerable<ForkedTask> Starts()
    {
        foreach (Instruction start in Calls(called => called.Name == "Start" && TaskTypes.IsBuilder(called.DeclaringType)))
        {
            if (((MethodReference)start.Operand).DeclaringType.Name == "AsyncVoidMethodBuilder")
            {
                yield return new ForkedTask(start, start, null);
            }
            else if (GeneratedNames.IsLambda(Method.Name))
            {
                Instruction? given = Calls(called => called.Name == "get_Task" && TaskTypes.IsBuilder(called.DeclaringType)).FirstOrDefault(call => il.Numbers[call] > il.Numbers[start]);
                if (given is not null) yield return new ForkedTask(start, given, TypeOf(given));
            }
        }
    }

    private static TypeReference TypeOf(Instruction call) => new Substitution((MethodReference)call.Operand).Result;

    // What .NET itself makes a task of runs no code of the program's before it gives the task; but a delegate does, whoever's it is.
    private static bool MayPart(MethodReference called) =>
        TaskTypes.IsTask(called.ReturnType) && (called.Name == "Invoke" || !(IsOfBaseLibrary(called.DeclaringType) || called.Name.StartsWith("get_", StringComparison.Ordinal)));

    private static bool IsOfBaseLibrary(TypeReference type)
    {
        string assembly = type.GetElementType().Scope.Name;
        return assembly.StartsWith("System.", StringComparison.Ordinal) || assembly is "netstandard" or "mscorlib" or "System" || assembly.StartsWith("Microsoft.Win32.", StringComparison.Ordinal);
    }

    private static bool HasPrefix(Instruction call) => call.Previous?.OpCode.OpCodeType == OpCodeType.Prefix;

    // Whether the only use of a call's task is to be awaited there, or to be given to the caller of a method, who does or does not.
    private bool IsAwaitedOnTheSpot(Instruction call)
    {
        StackFlow flow = walk();
        if (!flow.Contains(call)) return true; // never runs
        return flow.Uses(call) is { Count: 1 } uses && IsNext(call, uses[0].Consumer) && IsAwaited(uses[0].Consumer);
    }

    // In a release build a task may stay on the stack while other code runs.
    private static bool IsNext(Instruction call, Instruction consumer)
    {
        Instruction? next = call.Next;
        while (next is not null && next != consumer && (next.OpCode.Code == Code.Nop || next.OpCode.FlowControl == FlowControl.Next && next.OpCode.StackBehaviourPop == StackBehaviour.Pop0)) next = next.Next;
        return next == consumer;
    }

    private bool IsAwaited(Instruction consumer)
    {
        if (consumer.OpCode.Code == Code.Ret) return !GeneratedNames.IsLambda(Method.Name);
        if (consumer.Operand is MethodReference called) return TaskTypes.IsAwaiting(called);
        if (Operands.StoredLocal(consumer, Method) is not { } local) return false;

        // The compiler's own: of a ValueTask, whose awaiter is asked for by reference, and of a result in a debug build.
        StackFlow flow = walk();
        List<Instruction> loads = il.Instructions.Where(i => IsLoadOf(i, local) && flow.Contains(i)).ToList();
        bool isNamed = Method.DebugInformation.TryGetName(local, out _);
        return !isNamed && NextLoad(consumer, local) is { } load && IsNextLoad(consumer, load) && flow.Uses(load) is { Count: 1 } uses
            && (uses[0].Consumer.Operand is MethodReference asked && TaskTypes.IsAwaiting(asked)
                || uses[0].Consumer.OpCode.Code == Code.Ret && loads.Count == 1 && !GeneratedNames.IsLambda(Method.Name));
    }

    private Instruction? NextLoad(Instruction store, VariableDefinition local)
    {
        for (Instruction? next = store.Next; next is not null; next = next.Next)
        {
            if (IsLoadOf(next, local)) return next;
        }
        return null;
    }

    private static bool IsNextLoad(Instruction store, Instruction load)
    {
        Instruction? next = store.Next;
        while (next is not null && next != load && (next.OpCode.Code is Code.Nop or Code.Br or Code.Br_S)) next = next.OpCode.Code == Code.Nop ? next.Next : (Instruction)next.Operand;
        return next == load;
    }

    private bool IsLoadOf(Instruction instruction, VariableDefinition local) =>
        Operands.LoadedLocal(instruction, Method) == local || (instruction.OpCode.Code is Code.Ldloca or Code.Ldloca_S && instruction.Operand == local);

    // A method that the compiler made asynchronous gives a task of its own; a task from anywhere else may be the end of another unit.
    private bool IsOfTaskFromElsewhere(Instruction getResult)
    {
        StackFlow flow = walk();
        if (!flow.Contains(getResult)) return false;
        if (flow.Producers(getResult, 0) is not { Count: 1 } addresses || addresses[0] is not { OpCode.Code: Code.Ldloca or Code.Ldloca_S, Operand: VariableDefinition awaiter }) return true;
        // The store of the awaiter that this one reads: the last one in front of it that is a call's.
        for (Instruction? at = getResult.Previous; at is not null; at = at.Previous)
        {
            if (Operands.StoredLocal(at, Method) != awaiter || !flow.Contains(at)) continue;
            if (flow.Producers(at, 0) is { Count: 1 } producers && producers[0].OpCode.Code is Code.Call or Code.Callvirt) return !IsOfAsyncMethod(producers[0]);
        }
        return true;
    }

    private bool IsOfAsyncMethod(Instruction producer)
    {
        StackFlow flow = walk();
        for (int steps = 0; steps < 4 && producer.Operand is MethodReference called; steps++)
        {
            if (!TaskTypes.IsAwaiting(called)) return producer.OpCode.Code == Code.Call && called.Module == called.DeclaringType.Module && called.Resolve() is { } method && StateMachine.Of(method) is not null;
            if (flow.Producers(producer, 0) is not { Count: 1 } givers) return false;
            producer = givers[0];
            if (producer.OpCode.Code is Code.Call or Code.Callvirt && !IsAwaitedOnTheSpot(producer)) return false;
            if (producer is { OpCode.Code: Code.Ldloca or Code.Ldloca_S, Operand: VariableDefinition local, Previous: { } store } && Operands.StoredLocal(store, Method) == local && flow.Producers(store, 0) is { Count: 1 } stored)
            {
                producer = stored[0];
                if (!IsAwaitedOnTheSpot(producer)) return false;
            }
        }
        return false;
    }
}
