using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Weft.Analyzers.Reading;

/// <summary>Where one function ends and another begins: lambdas and local functions run at times of their own.</summary>
internal static class Functions
{
    /// <summary>An operation and those below it that run with it: not those of lambdas and local functions.</summary>
    internal static IEnumerable<IOperation> OwnOperations(IOperation operation) => Below(operation, isOwn: true);

    /// <summary>An operation and all below it, in the order of the source.</summary>
    internal static IEnumerable<IOperation> All(IOperation operation) => Below(operation, isOwn: false);

    private static IEnumerable<IOperation> Below(IOperation operation, bool isOwn)
    {
        var left = new Stack<IOperation>();
        left.Push(operation);
        while (left.Count > 0)
        {
            IOperation next = left.Pop();
            yield return next;
            foreach (IOperation child in next.ChildOperations.Reverse())
                if (!isOwn || child is not IAnonymousFunctionOperation and not ILocalFunctionOperation and not IDelegateCreationOperation { Target: IAnonymousFunctionOperation })
                    left.Push(child);
        }
    }

    /// <summary>The lambda or local function that an operation belongs to; null for the member itself.</summary>
    internal static IOperation? Around(IOperation operation)
    {
        for (IOperation? outer = operation.Parent; outer is not null; outer = outer.Parent)
            if (outer is IAnonymousFunctionOperation or ILocalFunctionOperation) return outer;
        return null;
    }

    /// <summary>The operation that a function, or the member, consists of.</summary>
    internal static IOperation Root(IOperation operation)
    {
        IOperation root = operation;
        while (root.Parent is { } parent && root is not IAnonymousFunctionOperation and not ILocalFunctionOperation) root = parent;
        return root;
    }

    /// <summary>Whether a symbol is declared inside of a piece of source.</summary>
    internal static bool IsDeclaredIn(ISymbol symbol, SyntaxNode source)
        => symbol.DeclaringSyntaxReferences.Any(declaration => declaration.SyntaxTree == source.SyntaxTree && source.Span.Contains(declaration.Span));
}
