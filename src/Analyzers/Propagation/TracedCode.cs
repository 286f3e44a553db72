using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Weft.Analyzers.Reading;

namespace Weft.Analyzers.Propagation;

/// <summary>Code that has a trace to lose: a unit is open around it, or its method was given one, or a context.</summary>
internal static class TracedCode
{
    /// <summary>C# for the context that is at hand; null where code is not traced as far as one can see.</summary>
    internal static string? ContextAt(IOperation operation, MemberAnalysis member) => ContextInScope.Find(operation, member, member.Weft.TraceContext);

    /// <summary>Whether an argument of a call is a unit or a context.</summary>
    internal static bool IsGivenTrace(IInvocationOperation call, WeftSymbols weft)
        => call.Arguments.Any(argument => argument.ArgumentKind == ArgumentKind.Explicit && (weft.IsUnitOrScope(argument.Value.Type) || weft.IsTraceContext(argument.Value.Type)));
}
