using Mono.Cecil;
using Mono.Cecil.Cil;
using Weft.Fody.Contract;
using Weft.Fody.Il;
using Weft.Fody.Mapping;
using Weft.Fody.Planning.Units;

namespace Weft.Fody.Emission;

/// <summary>Weaves what a method has to do with execution units: where its flow waits and goes on, where others part from it, and where it joins them.</summary>
internal sealed class UnitWeaving(MethodIl il, UnitPlan plan, WovenRuntime runtime, WovenCalls calls)
{
    private VariableDefinition? _isResumed;

    public void Weave(Suspension suspension, IReadOnlyList<Instruction> handle)
    {
        if (suspension.ByRuntime is { } awaited)
        {
            WeaveWaitOfRuntime(suspension, awaited, handle);
            return;
        }
        var original = (MethodReference)suspension.Call.Operand;
        MethodDefinition woven = runtime.Units.Suspension(original);
        il.Redirect(suspension.Call, [Instruction.Create(OpCodes.Ldloc, IsResumed()), .. handle], calls.To(woven, new Substitution(original).Arguments));
    }

    // Between a call of a method that is asynchronous in the same way and its wait nothing may stand: the JIT makes one call of the two.
    private void WeaveWaitOfRuntime(Suspension suspension, TypeReference awaited, IReadOnlyList<Instruction> handle)
    {
        Instruction[] wentOn = [Instruction.Create(OpCodes.Call, calls.To(runtime.Units.WentOn, []))];
        if (suspension.IsOfAsyncMethod || runtime.Units.Awaiting(awaited) is not { } awaiting) il.Append(suspension.Call, wentOn);
        else il.Surround(suspension.Call, [Instruction.Create(OpCodes.Dup), .. handle, Instruction.Create(OpCodes.Call, calls.To(awaiting, awaited is GenericInstanceType { IsValueType: true } of ? of.GenericArguments : []))], wentOn);
    }

    public void Weave(Join join, IReadOnlyList<Instruction> handle) =>
        il.Append(join.Call.Previous, [Instruction.Create(OpCodes.Dup), .. handle, Call(join.Blocks ? runtime.Units.BlockOnTask : runtime.Units.Join, join.Awaiter)]);

    public void WeaveMeetings()
    {
        foreach (Instruction result in plan.Meetings) il.Append(result.Previous, [Instruction.Create(OpCodes.Dup), Call(runtime.Units.JoinDeparted, ((MethodReference)result.Operand).DeclaringType)]);
    }

    public void WeaveEnds()
    {
        if (plan.Suspensions.Count == 0) return;
        foreach (Instruction end in plan.Ends) il.Surround(end, [Instruction.Create(OpCodes.Ldloc, IsResumed()), Call(runtime.Units.Completing)], []);
    }

    public void WeaveForks()
    {
        foreach (ForkedTask fork in plan.Forks)
        {
            VariableDefinition call = il.AddLocal(calls.Import(runtime.Units.ForkedCall));
            Instruction[] before = [Call(runtime.Units.Fork), Instruction.Create(OpCodes.Stloc, call)];
            Instruction[] after = fork.Task switch
            {
                null => [Instruction.Create(OpCodes.Ldnull), Instruction.Create(OpCodes.Ldloc, call), Call(runtime.Units.Forked)],
                GenericInstanceType { Name: "ValueTask`1" } task => [Instruction.Create(OpCodes.Dup), Instruction.Create(OpCodes.Ldloc, call), Call(runtime.Units.ForkedValueOfResult, task.GenericArguments[0])],
                { Name: "ValueTask" } => [Instruction.Create(OpCodes.Dup), Instruction.Create(OpCodes.Ldloc, call), Call(runtime.Units.ForkedValue)],
                _ => [Instruction.Create(OpCodes.Dup), Instruction.Create(OpCodes.Ldloc, call), Call(runtime.Units.Forked)],
            };
            if (fork.Given != fork.Call) il.Append(fork.Given, after);
            il.Surround(fork.Call, before, fork.Given == fork.Call ? after : []);
        }
    }

    // Behind the first three instructions, so that it is known wherever the method waits.
    private VariableDefinition IsResumed()
    {
        if (_isResumed is not null) return _isResumed;
        VariableDefinition state = Operands.StoredLocal(plan.Entry!, il.Method)!;
        _isResumed = il.AddLocal(il.Method.Module.TypeSystem.Boolean);
        il.Append(plan.Entry!, [Instruction.Create(OpCodes.Ldloc, state), Call(runtime.Units.Resumed), Instruction.Create(OpCodes.Stloc, _isResumed)]);
        return _isResumed;
    }

    private Instruction Call(MethodDefinition woven, params TypeReference[] arguments) => Instruction.Create(OpCodes.Call, calls.To(woven, arguments));
}
