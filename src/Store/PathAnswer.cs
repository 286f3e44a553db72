using Weft.Store.Addresses;
using Weft.Store.Events;
using Weft.Store.Runs;

namespace Weft.Store;

/// <summary>What an output had to wait for.</summary>
/// <param name="Run">The run.</param>
/// <param name="Record">The record asked about.</param>
/// <param name="Path">The critical path to the moment at which the output was made.</param>
/// <param name="Others">Runs of other processes that the path goes through.</param>
/// <param name="Clocks">How sure the times are that span processes.</param>
internal sealed record PathAnswer(RunInfo Run, OutputRecord Record, CriticalPath Path, IReadOnlyList<RunInfo> Others, IReadOnlyList<string> Clocks)
{
    /// <summary>Asks the recording of a run. Throws <see cref="AskException"/> where no event tells when the output was made.</summary>
    /// <param name="run">The run.</param>
    /// <param name="record">The record.</param>
    /// <param name="limit">Steps beyond which they are counted by what and where instead of listed.</param>
    /// <param name="others">Runs of other processes; null when there are none.</param>
    internal static PathAnswer Ask(OpenRun run, OutputRecord record, int limit, RunsByProcess? others)
    {
        var events = new AskedEvents(RunsInTouch.Of(run, others));
        if (events.Runs[0].Recording.EventCount == 0) throw new AskException(AskFault.NotFound, events.WhyNone() ?? $"run {run.Info.Name} has no events.");
        TimedEvent end = OutputEvent.Of(events, events.Runs[0], record)
            ?? throw new AskException(AskFault.NotFound, $"no event tells when {record.Label} was made: the thread that made it has none, or they are not in the recording.");
        var path = CriticalPath.To(events, end, limit: limit);
        bool isAcross = path.Runs.Count > 1;
        return new PathAnswer(
            run.Info, record, path, [.. path.Runs.Where(each => each != events.Runs[0]).Select(each => each.Run.Info)],
            isAcross ? events.Alignment.Describe() : []);
    }
}
