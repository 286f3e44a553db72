using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Weft.Analyzers.Reading;

namespace Weft.Analyzers.Lineage;

/// <summary>WEFT302: a call takes records and gives records, and nobody follows which came from which. Said once in a member of one kind of collection, and of one that is filled in a loop.</summary>
internal sealed class LineageLostHere() : Rule(_descriptor, CallTraits.FlowEnd | CallTraits.Fill, [OperationKind.Invocation, OperationKind.ObjectCreation, Spreads.Kind, .. Fills.Stores])
{
    private static readonly DiagnosticDescriptor _descriptor = new(
        RuleIds.LineageLostHere,
        "Lineage lost here",
        "'{0}' is not woven: records lose their lineage here, and an answer from here on is incomplete",
        "Weft.Lineage",
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        description: "An operator that Weft does not weave hands out records whose origin is not recorded. Why() of such a record says incomplete and names this place.",
        helpLinkUri: HelpLink(RuleIds.LineageLostHere));

    internal override void Examine(IOperation operation, MemberAnalysis member)
    {
        if (!member.IsWoven || operation.IsImplicit || Find(operation, member) is not var (name, collection)) return;
        if (member.Weft.IsBoundary(member.Symbol) || member.Surroundings.IsInExpressionTree(operation)) return;
        bool isRequired = member.Weft.IsRequired(member.Symbol);
        member.Report(new Finding(this, Call.NameOf(operation.Syntax), name)
        {
            Properties = isRequired ? ImmutableDictionary<string, string?>.Empty.Add("Required", "true") : ImmutableDictionary<string, string?>.Empty,
            Severity = isRequired ? DiagnosticSeverity.Warning : null,
            Once = collection,
            Others = operation.Syntax.AncestorsAndSelf().Where(node => node is MemberDeclarationSyntax).Take(1),
        });
    }

    private static (string Name, ISymbol? Once)? Find(IOperation operation, MemberAnalysis member)
    {
        string? name = operation.Kind == Spreads.Kind ? Spreads.NameOf(operation, member)
            : Call.TryGet(operation, out Call call) && (member.Knowledge.Calls.Of(call.Method) & CallTraits.FlowEnd) != CallTraits.None ? FlowEnds.NameOf(operation, member) : null;
        return name is not null ? (name, CollectionOf(operation)) : Fills.Of(operation, member);
    }

    // A collection that is built up by many calls loses the lineage of its records once; of operators and functions each is a place of its own.
    private static ISymbol? CollectionOf(IOperation operation)
        => operation is IInvocationOperation { TargetMethod: { IsStatic: false, ContainingType: { } collection } } ? collection.OriginalDefinition : null;
}
