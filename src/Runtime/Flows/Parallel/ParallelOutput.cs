using Weft.Capture;

namespace Weft.Flows.Parallel;

/// <summary>Scalar results of parallel queries.</summary>
internal static class ParallelOutput
{
    /// <summary>Whether an operator with one result reads records with their spans: because the result is an output, or because its lambdas may be handed groups.</summary>
    internal static bool IsTraced<TLineage>(ParallelQuery? source, int site) where TLineage : struct, ILineage
        => TLineage.IsRecording && source is not null && (SiteRegistry.IsOutput(site) || SeesGroups<TLineage>(source));

    /// <summary>Whether the lambdas of an operator may be handed groups, which carry the spans of their members.</summary>
    internal static bool SeesGroups<TLineage>(ParallelQuery? source) where TLineage : struct, ILineage
        => TLineage.IsRecording && source is not null && ParallelFlows.Find(source) is { HandsOutGroups: true };

    /// <summary>The record that an operator chooses, which as an output is that record.</summary>
    /// <param name="source">The records.</param>
    /// <param name="state">The operator's other arguments.</param>
    /// <param name="choose">PLINQ's operator over records with their spans.</param>
    /// <param name="site">The call's site.</param>
    internal static T Choose<T, TState>(ParallelQuery<T> source, TState state, Func<ParallelQuery<Chosen<T>>, TState, Chosen<T>> choose, int site)
    {
        Chosen<T> chosen = choose(source.AsFlow(site).Open(out Way way), state);
        if (SiteRegistry.IsOutput(site)) OutputRow.Witness(chosen.Span, way.Step, site);
        return chosen.Value;
    }
}
