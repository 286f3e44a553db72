using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Weft.Analyzers.Reading;

namespace Weft.Analyzers.ExecutionUnits;

/// <summary>WEFT106: a unit that says it is a thread is open across an await or a yield.</summary>
internal sealed class ThreadBoundAcrossAwait() : Rule(_descriptor, CallTraits.Unit, OperationKind.Invocation)
{
    private static readonly DiagnosticDescriptor _descriptor = new(
        RuleIds.ThreadBoundAcrossAwait,
        "Thread-bound unit used across await or yield",
        "A unit of the kind Thread is open across '{0}', behind which another thread may go on: start one of the kind Task",
        "Weft.ExecutionUnits",
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "Behind an await or a yield the code may go on on another thread, and the recording would say that one thread did the work of two.",
        helpLinkUri: HelpLink(RuleIds.ThreadBoundAcrossAwait));

    internal override void Examine(IOperation operation, MemberAnalysis member)
    {
        if (!member.Weft.IsStart(operation)) return;
        var start = (IInvocationOperation)operation;
        if (Scopes.KindOf(start) is not { Field.Name: "Thread" } kind || HandOverWithin(start, member) is not { } word) return;
        member.Report(this, kind.Syntax, word);
    }

    // While the unit that the call starts is open, as far as the same block tells.
    private static string? HandOverWithin(IInvocationOperation start, MemberAnalysis member)
    {
        for (IOperation? outer = start.Parent; outer is not null and not IBlockOperation; outer = outer.Parent)
            if (outer is IUsingOperation { Body: { } body }) return Functions.OwnOperations(body).Select(Statements.HandOverOf).FirstOrDefault(word => word is not null);
        if (Statements.Of(start) is not var (statement, block)) return null;
        int position = member.Index.Statements.PositionOf(statement);
        return member.Index.Statements.HandOverBehind(block, position) is var (handOver, word) && handOver <= EndBehind(block, position, start, member) ? word : null;
    }

    // The scope's own Dispose, where it is not declared with using.
    private static int EndBehind(IOperation block, int position, IInvocationOperation start, MemberAnalysis member)
    {
        if (start.Parent is not IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator }) return int.MaxValue;
        return member.Index.UsesOf(declarator.Symbol).References
            .Where(scope => scope.Parent is IInvocationOperation { TargetMethod.Name: "Dispose", Parent: IExpressionStatementOperation { Parent: var around } } && around == block)
            .Select(scope => member.Index.Statements.PositionOf(scope.Parent!.Parent!)).Where(end => end > position).DefaultIfEmpty(int.MaxValue).Min();
    }
}
