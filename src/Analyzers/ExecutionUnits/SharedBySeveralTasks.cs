using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Weft.Analyzers.Reading;

namespace Weft.Analyzers.ExecutionUnits;

/// <summary>WEFT102: one unit is an argument of several asynchronous calls that run at once.</summary>
internal sealed class SharedBySeveralTasks() : Rule(_descriptor, CallTraits.Task, OperationKind.Invocation)
{
    private static readonly DiagnosticDescriptor _descriptor = new(
        RuleIds.SharedBySeveralTasks,
        "One execution unit handed to several running tasks",
        "'{0}' is handed to several calls of '{1}' that run at once: give each a unit of its own",
        "Weft.ExecutionUnits",
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "An execution unit is one sequential executor. Tasks that run at once are several.",
        helpLinkUri: HelpLink(RuleIds.SharedBySeveralTasks));

    internal override void Examine(IOperation operation, MemberAnalysis member)
    {
        var call = (IInvocationOperation)operation;
        if (RunningTogether.IsWait(call)) ExamineWait(call, member);
        else if (UnitArgument(call, member.Weft) is { } unit && (IsStartedInLoop(call, unit) || RunningTogether.IsInProjection(call, unit))) Report(call, unit, [call], member);
    }

    /// <summary>The variable of the unit that an asynchronous call is given; null where it is given none.</summary>
    internal static ISymbol? UnitArgument(IInvocationOperation call, WeftSymbols weft)
    {
        if (!RunningTogether.IsTask(call.Type)) return null;
        foreach (IArgumentOperation argument in call.Arguments)
            if (weft.IsUnit(argument.Value.Type) && UnitReferences.HolderOf(argument.Value, weft) is { } unit) return unit;
        return null;
    }

    private void ExamineWait(IInvocationOperation wait, MemberAnalysis member)
    {
        var groups = RunningTogether.TasksOf(wait, member)
            .Select(task => (Call: task, Unit: UnitArgument(task, member.Weft)))
            .Where(task => task.Unit is not null)
            .GroupBy(task => task.Unit!, SymbolEqualityComparer.Default);
        foreach (var group in groups)
            if (group.Skip(1).Any()) Report(group.First().Call, group.Key!, group.Select(task => task.Call), member);
    }

    private void Report(IInvocationOperation call, ISymbol unit, IEnumerable<IInvocationOperation> calls, MemberAnalysis member)
        => member.Report(new Finding(this, Call.NameOf(call.Syntax), unit.Name, call.TargetMethod.Name) { Others = calls.Select(each => each.Syntax) });

    // The next pass begins while the task of this one runs: nobody waits for it in the loop.
    private static bool IsStartedInLoop(IInvocationOperation call, ISymbol unit)
    {
        if (!RunningTogether.IsLeftRunning(call)) return false;
        for (IOperation? outer = call.Parent; outer is not null and not (IAnonymousFunctionOperation or ILocalFunctionOperation); outer = outer.Parent)
            if (outer is ILoopOperation loop) return !Functions.IsDeclaredIn(unit, loop.Syntax);
        return false;
    }
}
