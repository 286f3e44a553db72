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

    /// <summary>The statements of the same block that come after the one that holds an operation.</summary>
    internal static IEnumerable<IOperation> After(IOperation operation)
    {
        IOperation statement = operation;
        while (statement.Parent is not (null or IBlockOperation)) statement = statement.Parent;
        return statement.Parent is IBlockOperation block ? block.Operations.SkipWhile(other => other != statement).Skip(1) : [];
    }

    /// <summary>Whether an operation is part of an expression tree: data for somebody else to read, which the weaver does not touch.</summary>
    internal static bool IsInExpressionTree(IOperation operation)
    {
        for (IOperation? outer = operation.Parent; outer is not null; outer = outer.Parent)
            if (outer is IAnonymousFunctionOperation { Parent: IConversionOperation { Type: { } type } } && IsExpression(type)) return true;
        return false;
    }

    private static bool IsExpression(ITypeSymbol type)
    {
        for (ITypeSymbol? ancestor = type; ancestor is not null; ancestor = ancestor.BaseType)
            if (ancestor is { Name: "Expression" or "LambdaExpression", ContainingNamespace: { Name: "Expressions", ContainingNamespace.Name: "Linq" } }) return true;
        return false;
    }
}
