using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Weft.Analyzers.Reading;

/// <summary>Where the statements of a member stand in their blocks, and what stands in them that a rule asks for of all that comes behind or before a place.</summary>
internal sealed class Statements
{
    private static readonly Comparer<(int Position, string Word)> _byPosition = Comparer<(int Position, string Word)>.Create(static (left, right) => left.Position.CompareTo(right.Position));

    private readonly Dictionary<IOperation, int> _positions = [];
    private readonly Dictionary<IOperation, List<(int Position, string Word)>> _handOvers = [];
    private readonly Dictionary<IOperation, int> _suppressed = [];

    /// <summary>Takes note of an operation; of one around others first.</summary>
    internal void Add(IOperation operation)
    {
        ImmutableArray<IOperation> statements = In(operation);
        for (int i = 0; i < statements.Length; i++) _positions[statements[i]] = i;
        if (HandOverOf(operation) is { } word) AddHandOver(operation, word);
        if (operation is IInvocationOperation { TargetMethod: { Name: "SuppressFlow", ContainingType.Name: "ExecutionContext" } }) AddSuppression(operation);
    }

    /// <summary>The statement that an operation is part of, and its block, which may be a section of a switch; null where it is part of none.</summary>
    internal static (IOperation Statement, IOperation Block)? Of(IOperation operation)
    {
        IOperation statement = operation;
        while (statement.Parent is not (null or IBlockOperation or ISwitchCaseOperation)) statement = statement.Parent;
        return statement.Parent is { } block && In(block).Contains(statement) ? (statement, block) : null;
    }

    /// <summary>The place of a statement in its block.</summary>
    internal int PositionOf(IOperation statement) => _positions.TryGetValue(statement, out int position) ? position : 0;

    /// <summary>The statement in front of the one that an operation is part of; null where there is none.</summary>
    internal IOperation? Before(IOperation operation) => Of(operation) is var (statement, block) && PositionOf(statement) is > 0 and var position ? In(block)[position - 1] : null;

    /// <summary>Where, behind a position of a block, the code may first go on on another thread, and by what; null where it never does.</summary>
    internal (int Position, string Word)? HandOverBehind(IOperation block, int position)
    {
        if (!_handOvers.TryGetValue(block, out List<(int Position, string Word)>? handOvers)) return null;
        int found = handOvers.BinarySearch((position + 1, ""), _byPosition);
        if (found < 0) found = ~found;
        return found < handOvers.Count ? handOvers[found] : null;
    }

    /// <summary>Whether the flow of the execution context is suppressed around an operation: <c>using (ExecutionContext.SuppressFlow()) { ... }</c>, and the same as a declaration further up in the block.</summary>
    internal bool IsFlowSuppressed(IOperation operation)
    {
        if (_suppressed.Count == 0) return false;
        IOperation inner = operation;
        for (IOperation? outer = operation.Parent; outer is not (null or IAnonymousFunctionOperation or ILocalFunctionOperation); inner = outer, outer = outer.Parent)
        {
            if (!_suppressed.TryGetValue(outer, out int first)) continue;
            if (outer is IUsingOperation use ? use.Body == inner : first < PositionOf(inner)) return true;
        }
        return false;
    }

    /// <summary>The word by which code may go on on another thread; null where it does not.</summary>
    internal static string? HandOverOf(IOperation operation) => operation switch
    {
        IAwaitOperation => "await",
        IForEachLoopOperation { IsAsynchronous: true } => "await foreach",
        IUsingOperation { IsAsynchronous: true } or IUsingDeclarationOperation { IsAsynchronous: true } => "await using",
        IReturnOperation { Kind: OperationKind.YieldReturn } => "yield return",
        _ => null,
    };

    private static ImmutableArray<IOperation> In(IOperation block) => block switch
    {
        IBlockOperation statements => statements.Operations,
        ISwitchCaseOperation section => section.Body,
        _ => ImmutableArray<IOperation>.Empty,
    };

    // For each block around it, in its own function.
    private void AddHandOver(IOperation operation, string word)
    {
        IOperation inner = operation;
        for (IOperation? outer = operation.Parent; outer is not (null or IAnonymousFunctionOperation or ILocalFunctionOperation); inner = outer, outer = outer.Parent)
        {
            if (outer is not (IBlockOperation or ISwitchCaseOperation)) continue;
            int position = PositionOf(inner);
            if (!_handOvers.TryGetValue(outer, out List<(int Position, string Word)>? handOvers)) _handOvers.Add(outer, handOvers = []);
            if (handOvers.Count > 0 && handOvers[handOvers.Count - 1].Position == position) return; // those around have it, too
            handOvers.Add((position, word));
        }
    }

    private void AddSuppression(IOperation call)
    {
        IOperation inner = call;
        for (IOperation? outer = call.Parent; outer is not (null or IBlockOperation or ISwitchCaseOperation or IAnonymousFunctionOperation or ILocalFunctionOperation); inner = outer, outer = outer.Parent)
        {
            if (outer is IUsingOperation use && use.Body != inner) _suppressed[outer] = 0;
            if (outer is not IUsingDeclarationOperation || outer.Parent is not { } block) continue;
            if (!_suppressed.ContainsKey(block)) _suppressed.Add(block, PositionOf(outer));
        }
    }
}
