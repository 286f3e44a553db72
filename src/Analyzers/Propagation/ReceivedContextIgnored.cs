using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Weft.Analyzers.Reading;

namespace Weft.Analyzers.Propagation;

/// <summary>WEFT204: a unit is started for a message that carries a context, without it.</summary>
internal sealed class ReceivedContextIgnored() : Rule(_descriptor, CallTraits.Unit, OperationKind.Invocation)
{
    private static readonly DiagnosticDescriptor _descriptor = new(
        RuleIds.ReceivedContextIgnored,
        "Received context ignored",
        "'{0}' came with the message, and the unit that handles it does not depend on it",
        "Weft.Propagation",
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        description: "Without its cause, the unit goes on from whatever the receiving code did before, and the trace of the sender ends at the message.",
        helpLinkUri: HelpLink(RuleIds.ReceivedContextIgnored));

    internal override void Examine(IOperation operation, MemberAnalysis member)
    {
        if (!member.Weft.IsStart(operation)) return;
        var start = (IInvocationOperation)operation;
        if (member.Weft.CauseOf(start) is not null || MessageAround(start, member) is not { } message) return;
        string context = message.Variable.Name + "." + message.Context.Name + (member.Weft.IsLineageContext(WeftSymbols.TypeOf(message.Context)) ? ".Trace" : "");
        member.Report(new Finding(this, Call.NameOf(start.Syntax), context)
        {
            Others = [start.Syntax],
            Properties = ImmutableDictionary<string, string?>.Empty.Add(ContextParameters.Argument, context).Add(ContextParameters.Parameter, "cause"),
        });
    }

    // The record of the loop around, else a parameter: one whose context nobody reads.
    private static (ISymbol Variable, ISymbol Context)? MessageAround(IOperation start, MemberAnalysis member)
    {
        for (IOperation? outer = start.Parent; outer is not null; outer = outer.Parent)
        {
            IEnumerable<ISymbol> variables = outer switch
            {
                IForEachLoopOperation loop => loop.Locals,
                IAnonymousFunctionOperation lambda => lambda.Symbol.Parameters,
                ILocalFunctionOperation function => function.Symbol.Parameters,
                _ => [],
            };
            foreach (ISymbol variable in variables)
                if (UnreadContextOf(variable, outer.Syntax, member) is { } context) return (variable, context);
            if (outer is IAnonymousFunctionOperation or ILocalFunctionOperation) return null;
        }
        foreach (IParameterSymbol parameter in (member.Symbol as IMethodSymbol)?.Parameters ?? ImmutableArray<IParameterSymbol>.Empty)
            if (UnreadContextOf(parameter, around: null, member) is { } context) return (parameter, context);
        return null;
    }

    private static ISymbol? UnreadContextOf(ISymbol variable, SyntaxNode? around, MemberAnalysis member)
    {
        WeftSymbols weft = member.Weft;
        ITypeSymbol type = variable is ILocalSymbol local ? local.Type : ((IParameterSymbol)variable).Type;
        if (type is not INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct } || weft.IsOwn(type)) return null;
        ISymbol[] contexts = weft.ValuesOf(type).Lineage.Where(member => !member.IsImplicitlyDeclared || member is IPropertySymbol)
            .Where(member => weft.IsTraceContext(WeftSymbols.TypeOf(member)) || weft.IsLineageContext(WeftSymbols.TypeOf(member))).ToArray();
        if (contexts.Length != 1) return null;
        return member.Index.Lineage.IsUsed(contexts[0], around) ? null : contexts[0];
    }
}
