using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Weft.Analyzers.Reading;
using Weft.Analyzers.Sinks;

namespace Weft.Analyzers.Propagation;

/// <summary>WEFT203: traced code sends a message of its own making that has no room for a context.</summary>
internal sealed class MessageWithoutContext() : Rule(_descriptor, CallTraits.Sink, OperationKind.Invocation)
{
    private static readonly DiagnosticDescriptor _descriptor = new(
        RuleIds.MessageWithoutContext,
        "Message type carries no context",
        "'{0}' carries no context: who receives it from '{1}' cannot tell what it depends on",
        "Weft.Propagation",
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        description: "A message crosses from one executor to another. Without a context in it, the receiver's unit begins a trace of its own.",
        helpLinkUri: HelpLink(RuleIds.MessageWithoutContext));

    internal override void Examine(IOperation operation, MemberAnalysis member)
    {
        var call = (IInvocationOperation)operation;
        SinkKind kind = member.Sinks.KindOf(call.TargetMethod);
        if (kind is not (SinkKind.HandOver or SinkKind.Broker) || member.IsFollowed(call.TargetMethod)) return;
        if (TracedCode.ContextAt(call, member) is not { } context || MessageOf(call, member.Weft) is not { } message) return;
        member.Report(new Finding(this, message.Syntax, message.Type!.Name, call.TargetMethod.Name)
        {
            Severity = kind == SinkKind.Broker ? DiagnosticSeverity.Warning : null,
            Others = message.Type.DeclaringSyntaxReferences.Take(1).Select(declaration => declaration.GetSyntax(member.CancellationToken)),
            Properties = ImmutableDictionary<string, string?>.Empty.Add(ContextParameters.Argument, context),
        });
    }

    // Of a type of this project: what others declare cannot be given a member.
    private static IOperation? MessageOf(IInvocationOperation call, WeftSymbols weft)
    {
        foreach (IArgumentOperation argument in call.Arguments)
        {
            IOperation item = Call.Unwrap(argument.Value);
            if (item.Type is INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct, IsTupleType: false, IsAnonymousType: false } type
                && type.Locations.Any(location => location.IsInSource)
                && !weft.LineageMembers(type).Any()
                && !WeftSymbols.InstanceValues(type).Any(value => weft.IsUnitOrScope(WeftSymbols.TypeOf(value)))) return item;
        }
        return null;
    }
}
