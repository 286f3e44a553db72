using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Weft.Analyzers.Reading;
using Weft.Analyzers.Sinks;

namespace Weft.Analyzers.Propagation;

/// <summary>WEFT211: a method hands a delegate of its caller's to another executor, and its parameter does not say so.</summary>
internal sealed class ExecutorWithoutAnnotation() : Rule(_descriptor, CallTraits.Sink, OperationKind.Invocation, OperationKind.ObjectCreation)
{
    private static readonly DiagnosticDescriptor _descriptor = new(
        RuleIds.ExecutorWithoutAnnotation,
        "Executor without annotation",
        "'{0}' is run by another executor ('{1}'): mark it with [{2}], so that callers are told what they capture",
        "Weft.Propagation",
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        description: "The rules know the executors of the base libraries. Of a method that hands its caller's delegate on to one, they know by an attribute of the parameter.",
        helpLinkUri: HelpLink(RuleIds.ExecutorWithoutAnnotation));

    internal override void Examine(IOperation operation, MemberAnalysis member)
    {
        if (!Call.TryGet(operation, out Call call)) return;
        SinkKind kind = member.Sinks.KindOf(call.Method);
        if (AttributeFor(kind) is not { } attribute) return;
        foreach (IArgumentOperation argument in call.Arguments)
        {
            if (Call.Unwrap(argument.Value) is not IParameterReferenceOperation { Parameter: { Type.TypeKind: TypeKind.Delegate } parameter } reference) continue;
            if (parameter.ContainingSymbol is not IMethodSymbol { MethodKind: MethodKind.Ordinary or MethodKind.Constructor } || IsMarked(parameter, member.Weft) || IsAwaiter(parameter.ContainingSymbol) || IsAwaiter(call.Method) || !IsRun(call, argument, kind)) continue;
            member.Report(new Finding(this, reference.Syntax, parameter.Name, call.Name, attribute)
            {
                Others = parameter.DeclaringSyntaxReferences.Take(1).Select(declaration => declaration.GetSyntax(member.CancellationToken)),
                Properties = ImmutableDictionary<string, string?>.Empty.Add("Attribute", attribute),
            });
        }
    }

    private static string? AttributeFor(SinkKind kind) => kind switch
    {
        SinkKind.Concurrent => "RunsConcurrently",
        SinkKind.Deferred or SinkKind.Unflowed or SinkKind.HandOver => "Deferred",
        _ => null,
    };

    private static bool IsMarked(IParameterSymbol parameter, WeftSymbols weft) => WeftSymbols.Has(parameter, weft.RunsConcurrently) || WeftSymbols.Has(parameter, weft.Deferred);

    // The compiler calls it, or an awaiter around it, with the rest of an asynchronous method.
    private static bool IsAwaiter(ISymbol method) => method.Name is "OnCompleted" or "UnsafeOnCompleted";

    // What is put away on a stack is seldom work for another executor; what is handed over as a state is not run by the sink; a parallel query's lambdas are seldom a caller's.
    private static bool IsRun(Call call, IArgumentOperation argument, SinkKind kind) => kind == SinkKind.HandOver
        ? call.Method.ContainingType.Name != "ConcurrentStack"
        : argument.Parameter?.Type.TypeKind == TypeKind.Delegate && call.Method.ContainingType.Name != "ParallelEnumerable";
}
