using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Weft.Analyzers.Reading;

/// <summary>The scopes of units that a member declares with <c>using</c>, by the block or statement that they are open in.</summary>
// Design: of a block the scopes are kept in the order of the source, all, those of handlers and those begun with one variable apart: what is open at a place is found by halving.
internal sealed class OpenScopes
{
    private readonly Dictionary<IOperation, List<OpenScope>> _all = [];
    private readonly Dictionary<IOperation, List<OpenScope>> _handlers = [];
    private readonly Dictionary<ISymbol, Dictionary<IOperation, List<OpenScope>>> _byCause = new(SymbolEqualityComparer.Default);

    /// <summary>Adds what a declaration opens.</summary>
    internal void Add(IOperation extent, IOperation declaration, WeftSymbols weft)
    {
        if (declaration is not IVariableDeclarationGroupOperation group) return;
        foreach (IVariableDeclaratorOperation variable in group.Declarations.SelectMany(each => each.Declarators))
        {
            if (variable.GetVariableInitializer()?.Value is not { } value || Call.Unwrap(value) is not IInvocationOperation start || !weft.IsStart(start)) continue;
            var scope = new OpenScope(variable.Symbol, start);
            Add(_all, extent, scope);
            if (Scopes.KindOf(start) is { Field.Name: "Handler" }) Add(_handlers, extent, scope);
            if (weft.CauseOf(start) is not { } cause || Call.VariableOf(cause) is not { } context) continue;
            if (!_byCause.TryGetValue(context, out Dictionary<IOperation, List<OpenScope>>? begunWith)) _byCause.Add(context, begunWith = []);
            Add(begunWith, extent, scope);
        }
    }

    /// <summary>The innermost one that is open at an operation, in its own function.</summary>
    internal OpenScope? At(IOperation operation) => Find(_all, operation);

    /// <summary>The innermost one of the kind Handler.</summary>
    internal OpenScope? HandlerAt(IOperation operation) => Find(_handlers, operation);

    /// <summary>The innermost one that began with the context that a variable holds.</summary>
    internal OpenScope? BegunWith(ISymbol context, IOperation operation) => _byCause.TryGetValue(context, out Dictionary<IOperation, List<OpenScope>>? begunWith) ? Find(begunWith, operation) : null;

    private static void Add(Dictionary<IOperation, List<OpenScope>> extents, IOperation extent, OpenScope scope)
    {
        if (!extents.TryGetValue(extent, out List<OpenScope>? scopes)) extents.Add(extent, scopes = []);
        scopes.Add(scope);
    }

    private static OpenScope? Find(Dictionary<IOperation, List<OpenScope>> extents, IOperation operation)
    {
        if (extents.Count == 0) return null;
        IOperation inner = operation;
        for (IOperation? outer = operation.Parent; outer is not (null or IAnonymousFunctionOperation or ILocalFunctionOperation); inner = outer, outer = outer.Parent)
        {
            if (!extents.TryGetValue(outer, out List<OpenScope>? scopes) || (outer is IUsingOperation use && use.Body != inner)) continue;
            int open = outer is IUsingOperation ? scopes.Count : SourceOrder.CountBefore(scopes, static scope => scope.Start.Syntax, inner.Syntax.SpanStart);
            if (open > 0) return scopes[open - 1];
        }
        return null;
    }
}
