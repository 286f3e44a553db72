using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Weft.Analyzers.Reading;

/// <summary>What a delegate runs: the body of a lambda, of a local function, or of a method of the same type (one hop, no further).</summary>
internal readonly struct DelegateBody
{
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

    private static DelegateBody? OfLocalFunction(IMethodSymbol function, MemberAnalysis member)
        => member.Index.FunctionOf(function) is { Body: { } body } local
            ? new DelegateBody(body, local.Syntax, isLambda: false)
            : null;

    private static DelegateBody? OfMethod(IMethodSymbol method, MemberAnalysis member)
    {
        if (method.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(member.CancellationToken) is not { } syntax) return null;
        return member.Compilation.GetSemanticModel(syntax.SyntaxTree).GetOperation(syntax, member.CancellationToken) is { } body ? new DelegateBody(body, syntax, isLambda: false) : null;
    }
}
