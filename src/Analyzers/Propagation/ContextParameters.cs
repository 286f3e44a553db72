using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Weft.Analyzers.Reading;

namespace Weft.Analyzers.Propagation;

/// <summary>The parameters of methods that take a context.</summary>
internal static class ContextParameters
{
    /// <summary>The code fix's argument, as C#.</summary>
    internal const string Argument = nameof(Argument);

    /// <summary>The name of the parameter that it is for.</summary>
    internal const string Parameter = nameof(Parameter);

    /// <summary>Whether a method, as it is declared, takes a context, or has an overload that takes one more.</summary>
    internal static bool MayConcern(IMethodSymbol method, WeftSymbols weft, ContextOverloads overloads)
        => method.Parameters.Any(parameter => IsContext(parameter, weft)) || overloads.Of(method).Count > 0;

    /// <summary>The parameter that a call leaves out: an optional one, or the one more of an overload.</summary>
    internal static IParameterSymbol? MissingOf(Call call, MemberAnalysis member)
    {
        foreach (IArgumentOperation argument in call.Arguments)
            if (argument.Parameter is { } parameter && IsContext(parameter, member.Weft)) return argument.ArgumentKind == ArgumentKind.DefaultValue ? parameter : null;
        return OverloadOf(call, member)?.Parameters.Last();
    }

    internal static bool IsContext(IParameterSymbol parameter, WeftSymbols weft)
        => parameter.RefKind is RefKind.None or RefKind.In && (weft.IsTraceContext(parameter.Type) || weft.IsLineageContext(parameter.Type));

    private static IMethodSymbol? OverloadOf(Call call, MemberAnalysis member)
    {
        if (call.Arguments.Any(argument => argument.ArgumentKind == ArgumentKind.ParamArray)) return null;
        foreach (IMethodSymbol overload in member.Knowledge.ContextOverloads.Of(Call.Declared(call.Method)))
            if (!SymbolEqualityComparer.Default.Equals(overload, member.Symbol.OriginalDefinition) && member.Compilation.IsSymbolAccessibleWithin(overload, member.Symbol.ContainingType)) return overload;
        return null;
    }
}
