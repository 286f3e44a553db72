using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Weft.Analyzers.Reading;
using Weft.Analyzers.Sinks;

namespace Weft.Analyzers.Propagation;

/// <summary>WEFT203: traced code sends a message of its own making that has no room for a context, or whose room is left empty.</summary>
internal sealed class MessageWithoutContext() : Rule(_descriptor, CallTraits.Sink, OperationKind.Invocation)
{
    /// <summary>The code fix's member of the message, where it has one that is left unset.</summary>
    internal const string Member = nameof(Member);

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
        if (kind is not (SinkKind.HandOver or SinkKind.Table or SinkKind.Broker) || member.IsFollowed(call.TargetMethod)) return;
        if (TracedCode.ContextAt(call, member) is not { } context || MessageOf(call, member) is not { } message) return;
        member.Report(new Finding(this, message.Item.Syntax, message.Item.Type!.Name, call.TargetMethod.Name)
        {
            Severity = kind == SinkKind.Broker ? DiagnosticSeverity.Warning : null,
            Others = message.Item.Type.DeclaringSyntaxReferences.Take(1).Select(declaration => declaration.GetSyntax(member.CancellationToken)),
            Properties = ImmutableDictionary<string, string?>.Empty.Add(ContextParameters.Argument, context).Add(Member, message.Unset?.Name),
        });
    }

    // Of a type of this project: what others declare cannot be given a member.
    private static (IOperation Item, ISymbol? Unset)? MessageOf(IInvocationOperation call, MemberAnalysis member)
    {
        WeftSymbols weft = member.Weft;
        foreach (IArgumentOperation argument in call.Arguments)
        {
            IOperation item = Call.Unwrap(argument.Value);
            if (item.Type is not INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct, IsTupleType: false, IsAnonymousType: false } type || !member.IsOfThisProject(type)) continue;
            if (weft.ValuesOf(type).Units.Count > 0) continue;
            IReadOnlyList<ISymbol> lineage = weft.ValuesOf(type).Lineage;
            if (lineage.Count == 0) return (item, null);
            if (lineage.Count == 1 && item is IObjectCreationOperation creation && IsLeftUnset(creation, lineage[0], weft)) return (item, lineage[0]);
        }
        return null;
    }

    // Made in the call, so that nobody can set it later; by a constructor that does not, of a type that does not by itself.
    private static bool IsLeftUnset(IObjectCreationOperation creation, ISymbol context, WeftSymbols weft)
        => weft.IsTraceContext(WeftSymbols.TypeOf(context)) && context is IPropertySymbol { SetMethod: not null } or IFieldSymbol { IsReadOnly: false }
        && creation.Constructor is { } constructor && !constructor.DeclaringSyntaxReferences.Any(declaration => declaration.GetSyntax() is ConstructorDeclarationSyntax)
        && !creation.Arguments.Any(argument => weft.IsLineage(argument.Parameter?.Type))
        && !context.DeclaringSyntaxReferences.Any(declaration => declaration.GetSyntax() is PropertyDeclarationSyntax { Initializer: not null } or VariableDeclaratorSyntax { Initializer: not null })
        && creation.Initializer?.Initializers.Any(initializer => initializer is ISimpleAssignmentOperation { Target: IMemberReferenceOperation target } && SymbolEqualityComparer.Default.Equals(target.Member, context)) != true;
}
