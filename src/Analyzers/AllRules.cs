using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Weft.Analyzers.Cost;
using Weft.Analyzers.ExecutionUnits;
using Weft.Analyzers.Lineage;
using Weft.Analyzers.Propagation;

namespace Weft.Analyzers;

/// <summary>The rules, in the order of their ids.</summary>
internal static class AllRules
{
    internal static readonly ImmutableArray<Rule> InOrder = ImmutableArray.CreateRange(new Rule[]
    {
        new CapturedByConcurrentWork(),
        new SharedBySeveralTasks(),
        new SharedState(),
        new HandedOverAsData(),
        new UsedAfterCompletion(),
        new ThreadBoundAcrossAwait(),
        new NeverCompleted(),
        new ForwardContext(),
        new OuterContext(),
        new MessageWithoutContext(),
        new ReceivedContextIgnored(),
        new DeferredWithoutContext(),
        new FlowSuppressed(),
        new LongLivedWork(),
        new DroppedWork(),
        new SilentSignal(),
        new NoHeaders(),
        new ExecutorWithoutAnnotation(),
        new CopiedByHand(),
        new LineageLostHere(),
        new RebuiltFromIndex(),
        new DroppedBySerializer(),
        new SpanInEquality(),
        new EnumeratedTwice(),
        new EagerPayload(),
    });

    /// <summary>The rules about declared types.</summary>
    internal static readonly ImmutableArray<Rule> OfDeclarations = ImmutableArray.CreateRange(InOrder.Where(rule => rule.Kinds.IsEmpty));

    private static readonly Rule[][] _byKind = Group();

    /// <summary>The rules that look at operations of a kind.</summary>
    internal static Rule[] For(OperationKind kind) => (int)kind < _byKind.Length ? _byKind[(int)kind] : [];

    private static Rule[][] Group()
    {
        var byKind = new Rule[InOrder.Max(rule => rule.Kinds.IsEmpty ? 0 : rule.Kinds.Max(kind => (int)kind)) + 1][];
        for (int kind = 0; kind < byKind.Length; kind++)
            byKind[kind] = InOrder.Where(rule => rule.Kinds.Contains((OperationKind)kind)).ToArray();
        return byKind;
    }
}
