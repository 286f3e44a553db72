using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Weft.Analyzers.Reading;

/// <summary>What is around the operations of a member: found once for each operation on the way out, since calls may stand in each other as deep as a chain is long.</summary>
internal sealed class Surroundings
{
    private readonly Dictionary<IOperation, (IOperation? Function, bool IsInTree, bool IsInLoop)> _known = [];

    /// <summary>The lambda or local function that an operation belongs to; null for the member itself.</summary>
    internal IOperation? FunctionOf(IOperation operation) => Of(operation).Function;

    /// <summary>Whether an operation is part of an expression tree: data for somebody else to read, which the weaver does not touch.</summary>
    internal bool IsInExpressionTree(IOperation operation) => Of(operation).IsInTree;

    /// <summary>Whether an operation is inside of a <c>foreach</c>, in a lambda or not.</summary>
    internal bool IsInLoop(IOperation operation) => Of(operation).IsInLoop;

    private (IOperation? Function, bool IsInTree, bool IsInLoop) Of(IOperation operation)
    {
        var inside = new Stack<IOperation>();
        (IOperation? Function, bool IsInTree, bool IsInLoop) found = default;
        for (IOperation? outer = operation; outer is not null && !_known.TryGetValue(outer, out found); outer = outer.Parent) inside.Push(outer);
        while (inside.Count > 0)
        {
            IOperation inner = inside.Pop();
            if (inner.Parent is IAnonymousFunctionOperation lambda) found = (lambda, found.IsInTree || lambda.Parent is IConversionOperation { Type: { } type } && IsExpression(type), found.IsInLoop);
            else if (inner.Parent is ILocalFunctionOperation function) found = (function, found.IsInTree, found.IsInLoop);
            else if (inner.Parent is IForEachLoopOperation) found.IsInLoop = true;
            _known.Add(inner, found);
        }
        return found;
    }

    private static bool IsExpression(ITypeSymbol type)
    {
        for (ITypeSymbol? ancestor = type; ancestor is not null; ancestor = ancestor.BaseType)
            if (ancestor is { Name: "Expression" or "LambdaExpression", ContainingNamespace: { Name: "Expressions", ContainingNamespace.Name: "Linq" } }) return true;
        return false;
    }
}
