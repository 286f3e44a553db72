using Microsoft.CodeAnalysis;
using Weft.Analyzers.Reading;

namespace Weft.Analyzers.ExecutionUnits;

/// <summary>WEFT101: a delegate that another executor runs uses the unit of the one that hands it over. Waiting at once, or a lock, is no excuse: the order of the unit's events says nothing any more.</summary>
internal sealed class CapturedByConcurrentWork() : Rule(_descriptor, CallTraits.Sink, OperationKind.Invocation, OperationKind.ObjectCreation)
{
    private static readonly DiagnosticDescriptor _descriptor = new(
        RuleIds.CapturedByConcurrentWork,
        "Execution unit captured by concurrent work",
        "'{0}' is used by work that '{1}' runs apart from it: take its Context before, and start a unit inside",
        "Weft.ExecutionUnits",
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "An execution unit is one sequential executor. Where two of them record events under one unit, the order of its events does not say any more what depended on what.",
        helpLinkUri: HelpLink(RuleIds.CapturedByConcurrentWork));

    internal override void Examine(IOperation operation, MemberAnalysis member)
    {
        foreach (HandedDelegate handed in member.HandedDelegates(operation))
        {
            if (!handed.RunsApart) continue;
            foreach ((IOperation reference, ISymbol unit) in handed.Body.UnitsOfOthers(member.Weft))
            {
                member.Report(handed.Body.IsLambda
                    ? new Finding(this, reference.Syntax, unit.Name, handed.Call.Name) { Others = [handed.Body.Syntax, handed.Call.Syntax] }
                    : new Finding(this, handed.Argument, unit.Name, handed.Call.Name));
            }
        }
    }
}
