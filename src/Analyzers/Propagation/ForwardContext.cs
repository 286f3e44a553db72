using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Weft.Analyzers.Reading;

namespace Weft.Analyzers.Propagation;

/// <summary>WEFT201: a call leaves out the trace context that it could be given, though one is at hand.</summary>
internal sealed class ForwardContext() : Rule(_descriptor, CallTraits.Context, OperationKind.Invocation, OperationKind.ObjectCreation)
{
    private static readonly DiagnosticDescriptor _descriptor = new(
        RuleIds.ForwardContext,
        "Forward the trace context",
        "'{0}' can be given '{1}': pass it, or TraceContext.None to say that the trace ends here",
        "Weft.Propagation",
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "A method that takes a context, or has an overload that does, wants to know what it depends on. Left out, the trace breaks here.",
        helpLinkUri: HelpLink(RuleIds.ForwardContext));

    internal override void Examine(IOperation operation, MemberAnalysis member)
    {
        if (!Call.TryGet(operation, out Call call) || operation.IsImplicit) return;
        if (call.Method.ContainingType is null || member.Weft.IsOwn(call.Method.ContainingType) && !member.Weft.IsStart(operation)) return;
        if (ContextParameters.MissingOf(call, member) is not { } parameter) return;
        string? context = member.Weft.IsStart(operation) ? UnusedContext(operation, member) : ContextInScope.Find(operation, member, parameter.Type);
        if (context is null || IsDecidedBy(context, operation)) return;
        member.Report(new Finding(this, call.Place, call.Method.MethodKind == MethodKind.Constructor ? call.Name : call.Method.Name, context)
        {
            Others = [call.Syntax],
            Properties = ImmutableDictionary<string, string?>.Empty.Add(ContextParameters.Argument, context).Add(ContextParameters.Parameter, parameter.Name),
        });
    }

    // context == default ? Send(text) : Send(text, context), and the same as an if: who asks for the context knows of it.
    private static bool IsDecidedBy(string context, IOperation call)
    {
        string variable = context.Split('.')[0];
        IOperation inner = call;
        for (IOperation? outer = call.Parent; outer is not (null or IAnonymousFunctionOperation or ILocalFunctionOperation); inner = outer, outer = outer.Parent)
        {
            if (outer is IConditionalOperation { Condition: { } condition } && condition != inner && condition.DescendantsAndSelf().Any(operation => operation is IParameterReferenceOperation parameter && parameter.Parameter.Name == variable)) return true;
        }
        return false;
    }

    // A unit without a cause goes on from the current one, which is right but where the method was given a context and does nothing with it.
    private static string? UnusedContext(IOperation start, MemberAnalysis member) => ContextInScope.OfParameters(start, member, parameter =>
        (member.Weft.IsTraceContext(parameter.Type) || member.Weft.IsLineageContext(parameter.Type)) && !member.Index.IsUsed(parameter)
            ? member.Weft.IsLineageContext(parameter.Type) ? parameter.Name + ".Trace" : parameter.Name
            : null);
}
