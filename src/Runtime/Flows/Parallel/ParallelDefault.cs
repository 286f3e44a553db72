using Weft.Capture;

namespace Weft.Flows.Parallel;

/// <summary>DefaultIfEmpty.</summary>
internal static class ParallelDefault
{
    /// <summary>The result of the operator, as a query that is known to carry spans.</summary>
    internal static ParallelQuery<T> Of<T>(ParallelQuery<T> query, ParallelQuery<T> source, T defaultValue, int site)
        => ParallelPass.Of(
            query, source, (defaultValue, site), static (records, state) => records.DefaultIfEmpty(new Chosen<T>(state.defaultValue, 0)).Select(record => record.Found ? record : Added(record.Value, state.site)), site);

    // The default value, a fresh root of the call.
    private static Chosen<T> Added<T>(T value, int site) => new(value, Recorder.RootRange(Sources.Value(site), 0, 1));
}
