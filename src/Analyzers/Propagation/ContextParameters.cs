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

    /// <summary>Whether a method, as it is declared, takes a context, or has an overload that may take one more.</summary>
    internal static bool MayConcern(IMethodSymbol method, WeftSymbols weft)
        => method.Parameters.Any(parameter => IsContext(parameter, weft))
        || (HasOverloads(method) && method.ContainingType.GetMembers(method.Name).Any(other => other is IMethodSymbol overload && IsLonger(overload, method, weft)));

    /// <summary>The parameter that a call leaves out: an optional one, or the one more of an overload.</summary>
    internal static IParameterSymbol? MissingOf(Call call, MemberAnalysis member)
    {
        foreach (IArgumentOperation argument in call.Arguments)
            if (argument.Parameter is { } parameter && IsContext(parameter, member.Weft)) return argument.ArgumentKind == ArgumentKind.DefaultValue ? parameter : null;
        return OverloadOf(call, member)?.Parameters.Last();
    }

    private static IMethodSymbol? OverloadOf(Call call, MemberAnalysis member)
    {
        IMethodSymbol called = call.Method.ReducedFrom ?? call.Method;
        if (!HasOverloads(called) || call.Arguments.Any(argument => argument.ArgumentKind == ArgumentKind.ParamArray)) return null;
        foreach (ISymbol other in called.ContainingType.GetMembers(called.Name))
        {
            if (other is not IMethodSymbol overload || !IsLonger(overload, called, member.Weft) || !HasSameParameters(overload.OriginalDefinition, called.OriginalDefinition) || IsObsolete(overload)) continue;
            if (SymbolEqualityComparer.Default.Equals(overload, member.Symbol) || !member.Compilation.IsSymbolAccessibleWithin(overload, member.Symbol.ContainingType)) continue;
            return overload;
        }
        return null;
    }

    private static bool HasOverloads(IMethodSymbol method) => method.MethodKind is MethodKind.Ordinary or MethodKind.Constructor;

    private static bool IsLonger(IMethodSymbol overload, IMethodSymbol method, WeftSymbols weft)
        => overload.Parameters.Length == method.Parameters.Length + 1 && overload.Arity == method.Arity && overload.IsStatic == method.IsStatic
        && IsContext(overload.Parameters[overload.Parameters.Length - 1], weft);

    private static bool HasSameParameters(IMethodSymbol overload, IMethodSymbol called)
    {
        for (int i = 0; i < called.Parameters.Length; i++)
        {
            (IParameterSymbol left, IParameterSymbol right) = (overload.Parameters[i], called.Parameters[i]);
            if (left.RefKind != right.RefKind || left.Name != right.Name || left.Type.ToDisplayString() != right.Type.ToDisplayString()) return false;
        }
        return true;
    }

    private static bool IsContext(IParameterSymbol parameter, WeftSymbols weft)
        => parameter.RefKind is RefKind.None or RefKind.In && (weft.IsTraceContext(parameter.Type) || weft.IsLineageContext(parameter.Type));

    private static bool IsObsolete(ISymbol symbol) => symbol.GetAttributes().Any(attribute => attribute.AttributeClass is { Name: "ObsoleteAttribute" });
}
