using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Weft.Analyzers.Reading;

namespace Weft.Analyzers.ExecutionUnits;

/// <summary>Tasks that run at once: those that are waited for together, or that nobody waits for before the next one starts.</summary>
internal static class RunningTogether
{
    internal static bool IsTask(ITypeSymbol? type)
        => type is { Name: "Task" or "ValueTask", ContainingNamespace: { Name: "Tasks", ContainingNamespace: { Name: "Threading", ContainingNamespace.Name: "System" } } };

    /// <summary>Whether calls of a method, as it is declared, may give a task, or wait for several.</summary>
    internal static bool MayConcern(IMethodSymbol method) => IsTask(method.ReturnType) || method.ReturnType is ITypeParameterSymbol || IsWait(method);

    /// <summary>Whether a call waits for several tasks.</summary>
    internal static bool IsWait(IInvocationOperation call) => IsWait(call.TargetMethod);

    private static bool IsWait(IMethodSymbol method) => method is { Name: "WhenAll" or "WhenAny" or "WhenEach" or "WaitAll" or "WaitAny", IsStatic: true } && IsTask(method.ContainingType);

    /// <summary>The calls whose tasks are waited for: arguments, items of a collection, and the values of locals that are.</summary>
    internal static IEnumerable<IInvocationOperation> TasksOf(IInvocationOperation wait, MemberAnalysis member)
        => wait.Arguments.SelectMany(argument => ItemsOf(Call.Unwrap(argument.Value))).Select(item => CallOf(item, member)).OfType<IInvocationOperation>();

    /// <summary>Whether the task of a call is dropped, or put away with others.</summary>
    internal static bool IsLeftRunning(IInvocationOperation call) => Call.Around(call) switch
    {
        IExpressionStatementOperation => true,
        ISimpleAssignmentOperation { Target: IDiscardOperation or IArrayElementReferenceOperation or IPropertyReferenceOperation { Property.IsIndexer: true } } => true,
        IArgumentOperation { Parent: IInvocationOperation { TargetMethod.Name: "Add" or "Enqueue" or "Push" or "AddLast", Instance: not null } } => true,
        _ => false,
    };

    /// <summary>Whether a call is made for each record of a sequence whose tasks are all started before one is waited for.</summary>
    internal static bool IsInProjection(IInvocationOperation call, ISymbol unit)
    {
        if (Functions.Around(call) is not IAnonymousFunctionOperation lambda || Functions.IsDeclaredIn(unit, lambda.Syntax)) return false;
        if (Call.Around(lambda) is not IDelegateCreationOperation { Parent: { } around }) return false;
        while (around is IConversionOperation) around = around.Parent!;
        return around is IArgumentOperation { Parent: IInvocationOperation { TargetMethod.Name: "Select", Type: { } sequence } projection }
            && IsTask(ItemOf(sequence)) && IsReadAtOnce(projection);
    }

    private static ITypeSymbol? ItemOf(ITypeSymbol sequence) => sequence is INamedTypeSymbol { TypeArguments.Length: 1 } generic ? generic.TypeArguments[0] : null;

    private static bool IsReadAtOnce(IOperation sequence)
        => Call.Around(sequence) is IArgumentOperation { Parent: IInvocationOperation reader } && (IsWait(reader) || reader.TargetMethod.Name is "ToList" or "ToArray" or "ToHashSet");

    private static IEnumerable<IOperation> ItemsOf(IOperation tasks) => tasks switch
    {
        IArrayCreationOperation { Initializer: { } items } => items.ElementValues,
        _ when tasks.Kind == OperationKind.None || tasks.Kind.ToString() == "CollectionExpression" => tasks.ChildOperations,
        _ => [tasks],
    };

    private static IInvocationOperation? CallOf(IOperation task, MemberAnalysis member)
    {
        task = Call.Unwrap(task);
        if (task is ILocalReferenceOperation local && member.Index.UsesOf(local.Local).OnlyValue is { } value) task = Call.Unwrap(value);
        while (task is IInvocationOperation { TargetMethod.Name: "AsTask" or "ConfigureAwait", Instance: { } inner }) task = Call.Unwrap(inner);
        return task as IInvocationOperation;
    }
}
