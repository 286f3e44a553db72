using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Weft.Analyzers.Reading;

/// <summary>The trace context that an operation could hand on.</summary>
internal static class ContextInScope
{
    /// <summary>C# that gives a context of a type: of the innermost open unit, else of the function's one parameter that has one. Null when there is none, or more than one.</summary>
    /// <param name="operation">Where it is wanted.</param>
    /// <param name="member">The member around it.</param>
    /// <param name="wanted">The trace context, or the context of a message.</param>
    internal static string? Find(IOperation operation, MemberAnalysis member, ITypeSymbol wanted)
    {
        WeftSymbols weft = member.Weft;
        if (weft.IsTraceContext(wanted) && member.Index.Scopes.At(operation) is { Scope: { } scope }) return scope.Name + ".Unit.Context";
        return OfParameters(operation, member, parameter => Expression(parameter, weft, wanted));
    }

    /// <summary>What the parameters of the functions around an operation give, up to the first lambda.</summary>
    internal static string? OfParameters(IOperation operation, MemberAnalysis member, Func<IParameterSymbol, string?> expression)
    {
        for (IOperation? function = Functions.Around(operation); function is not null; function = Functions.Around(function))
        {
            IMethodSymbol symbol = function is ILocalFunctionOperation local ? local.Symbol : ((IAnonymousFunctionOperation)function).Symbol;
            if (Only(symbol, expression) is { Length: > 0 } own) return own;
            if (function is IAnonymousFunctionOperation || symbol.IsStatic) return null;
        }
        return member.Symbol is IMethodSymbol method && Only(method, expression) is { Length: > 0 } found ? found : null;
    }

    private static string? Expression(IParameterSymbol parameter, WeftSymbols weft, ITypeSymbol wanted)
    {
        if (parameter.RefKind == RefKind.Out) return null;
        if (SymbolEqualityComparer.Default.Equals(parameter.Type, wanted)) return parameter.Name;
        if (!weft.IsTraceContext(wanted)) return null;
        if (weft.IsUnit(parameter.Type)) return parameter.Name + ".Context";
        return weft.IsLineageContext(parameter.Type) ? parameter.Name + ".Trace" : null;
    }

    private static string? Only(IMethodSymbol method, Func<IParameterSymbol, string?> expression)
    {
        string[] found = method.Parameters.Select(expression).OfType<string>().Take(2).ToArray();
        return found.Length == 1 ? found[0] : null;
    }
}
