using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Weft.Analyzers.Reading;

/// <summary>What a delegate runs: the body of a lambda, of a local function, or of a method of the same type (one hop, no further).</summary>
internal sealed class DelegateBody
{
    private IReadOnlyList<(IOperation Reference, ISymbol Unit)>? _units;
    private (IOperation? Found, bool IsKnown) _ambientUse;

    private DelegateBody(IOperation body, SyntaxNode syntax, bool isLambda)
    {
        Body = body;
        Syntax = syntax;
        IsLambda = isLambda;
    }

    internal IOperation Body { get; }

    /// <summary>The lambda or method.</summary>
    internal SyntaxNode Syntax { get; }

    /// <summary>Whether it is written where it is handed over.</summary>
    internal bool IsLambda { get; }

    /// <summary>The units that it uses and that are made outside of it, each at its first use; found once, however often it is handed over.</summary>
    internal IReadOnlyList<(IOperation Reference, ISymbol Unit)> UnitsOfOthers(WeftSymbols weft) => _units ??= UnitReferences.In(this, weft).ToArray();

    /// <summary>The first place that depends on which unit is the current one; null where there is none.</summary>
    internal IOperation? AmbientUse(WeftSymbols weft)
    {
        if (!_ambientUse.IsKnown) _ambientUse = (Propagation.AmbientUse.FirstIn(this, weft), true);
        return _ambientUse.Found;
    }

    /// <summary>The bodies of a value: of a delegate one, of an array of delegates (<c>params</c>) those of its items.</summary>
    internal static IEnumerable<DelegateBody> Of(IOperation value, MemberAnalysis member)
    {
        switch (Call.Unwrap(value))
        {
            case IDelegateCreationOperation creation:
                if (Of(creation, member) is { } body) yield return body;
                break;
            case IArrayCreationOperation { Initializer: { } items }:
                foreach (IOperation item in items.ElementValues)
                    foreach (DelegateBody inner in Of(item, member))
                        yield return inner;
                break;
        }
    }

    private static DelegateBody? Of(IDelegateCreationOperation creation, MemberAnalysis member) => creation.Target switch
    {
        IAnonymousFunctionOperation lambda => new DelegateBody(lambda.Body, lambda.Syntax, isLambda: true),
        IMethodReferenceOperation { Method.MethodKind: MethodKind.LocalFunction } reference => OfLocalFunction(reference.Method, member),
        IMethodReferenceOperation { Instance: null or IInstanceReferenceOperation } reference
            when SymbolEqualityComparer.Default.Equals(reference.Method.ContainingType, member.Symbol.ContainingType) => OfMethod(reference.Method, member),
        _ => null,
    };

    private static DelegateBody? OfLocalFunction(IMethodSymbol function, MemberAnalysis member) => member.Index.BodyOf(function, static operation
        => operation.Body is { } body ? new DelegateBody(body, operation.Syntax, isLambda: false) : null);

    private static DelegateBody? OfMethod(IMethodSymbol method, MemberAnalysis member) => member.Knowledge.MethodBodies.GetOrAdd(method, _ =>
    {
        if (method.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(member.CancellationToken) is not { } syntax) return null;
        return member.Compilation.GetSemanticModel(syntax.SyntaxTree).GetOperation(syntax, member.CancellationToken) is { } body ? new DelegateBody(body, syntax, isLambda: false) : null;
    });
}
