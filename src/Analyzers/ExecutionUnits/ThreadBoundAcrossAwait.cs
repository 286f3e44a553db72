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
        if (Scopes.KindOf(start) is not { Field.Name: "Thread" } kind) return;
        foreach (IOperation statement in Scopes.Extent(start))
        {
            foreach (IOperation inner in Functions.OwnOperations(statement))
            {
                if (HandOverOf(inner) is not { } word) continue;
                member.Report(this, kind.Syntax, word);
                return;
            }
            if (IsEndOf(statement, start)) return;
        }
    }

    private static string? HandOverOf(IOperation operation) => operation switch
    {
        IAwaitOperation => "await",
        IForEachLoopOperation { IsAsynchronous: true } => "await foreach",
        IUsingOperation { IsAsynchronous: true } or IUsingDeclarationOperation { IsAsynchronous: true } => "await using",
        IReturnOperation { Kind: OperationKind.YieldReturn } => "yield return",
        _ => null,
    };

    // The scope's own Dispose, where it is not declared with using.
    private static bool IsEndOf(IOperation statement, IInvocationOperation start)
        => statement is IExpressionStatementOperation { Operation: IInvocationOperation { TargetMethod.Name: "Dispose", Instance: ILocalReferenceOperation scope } }
        && start.Parent is IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator }
        && SymbolEqualityComparer.Default.Equals(declarator.Symbol, scope.Local);
}
