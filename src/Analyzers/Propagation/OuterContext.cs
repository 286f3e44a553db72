using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Weft.Analyzers.Reading;

namespace Weft.Analyzers.Propagation;

/// <summary>WEFT202: a call is given the context that a unit began with, though that unit is open and has one of its own.</summary>
internal sealed class OuterContext() : Rule(_descriptor, CallTraits.Context, OperationKind.Invocation, OperationKind.ObjectCreation)
{
    private static readonly DiagnosticDescriptor _descriptor = new(
        RuleIds.OuterContext,
        "Outer context used where an inner one exists",
        "'{0}' is what '{1}' began with: '{1}.Unit.Context' tells where it is now",
        "Weft.Propagation",
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        description: "Who is handed the outer context depends, as far as the recording tells, on nothing that was done since the unit began.",
        helpLinkUri: HelpLink(RuleIds.OuterContext));

    internal override void Examine(IOperation operation, MemberAnalysis member)
    {
        if (!Call.TryGet(operation, out Call call) || member.Weft.IsStart(operation)) return;
        foreach (IArgumentOperation argument in call.Arguments)
            if (argument.ArgumentKind == ArgumentKind.Explicit && member.Weft.IsTraceContext(argument.Parameter?.Type) && Call.VariableOf(argument.Value) is { } context) Examine(argument, context, member);
    }

    private void Examine(IArgumentOperation argument, ISymbol context, MemberAnalysis member)
    {
        if (member.Index.Scopes.BegunWith(context, argument) is not { Scope: { } scope }) return;
        member.Report(new Finding(this, argument.Value.Syntax, context.Name, scope.Name)
        {
            Properties = ImmutableDictionary<string, string?>.Empty.Add(ContextParameters.Argument, scope.Name + ".Unit.Context"),
        });
    }
}
