using Weft.Answers;
using Weft.Segments;
using Weft.Store.Runs;

namespace Weft.Store.Impact;

/// <summary>What follows from given records in one run.</summary>
/// <param name="Run">The run.</param>
/// <param name="Map">Its page map.</param>
/// <param name="Walk">The walk to the descendants.</param>
internal sealed record ImpactInRun(OpenRun Run, PageMap Map, DescendantWalk Walk);

/// <summary>Follows records to their last descendants in any run: where one was sent to another process, in what that received.</summary>
// Design: the inverse of the ancestors' walk over recordings. The runs take turns until none reaches more, so that messages in a circle end.
internal sealed class ImpactAcross
{
    private readonly RunsByProcess? _others;
    private readonly List<ImpactInRun> _runs = [];
    private readonly Queue<ImpactInRun> _grown = new();
    private readonly SortedSet<string> _coarse = new(StringComparer.Ordinal);

    private ImpactAcross(RunsByProcess? others) => _others = others;

    /// <summary>The runs that were reached, that of the records asked about first.</summary>
    internal IReadOnlyList<ImpactInRun> Runs => _runs;

    /// <summary>Why records that were reached may not follow: messages of another number of records than were sent.</summary>
    internal IReadOnlyCollection<string> Coarse => _coarse;

    internal static ImpactAcross Walk(OpenRun first, List<(ulong First, ulong Count)> spans, RunsByProcess? others)
    {
        var across = new ImpactAcross(others);
        across.Reach(across.Of(first), spans);
        while (across._grown.TryDequeue(out ImpactInRun? sender))
        {
            foreach (OpenRun receiver in across.Receivers(first, sender.Run)) across.Send(sender, receiver);
        }
        return across;
    }

    // Only runs that have received something from the sender are opened.
    private IEnumerable<OpenRun> Receivers(OpenRun first, OpenRun sender)
    {
        yield return first;
        if (_others is null) yield break;
        foreach (RunInfo info in _others.Infos)
        {
            if (info.Process!.Id == first.Info.Process!.Id) continue;
            if (_others.SendersOf(info).Contains(sender.Recording.ProcessId) && _others.Find(info) is { } run) yield return run;
        }
    }

    private void Send(ImpactInRun sender, OpenRun receiver)
    {
        var spans = new List<(ulong First, ulong Count)>();
        var found = new List<(ulong First, ulong Count)>();
        foreach (ReceivedRange range in receiver.Recording.Received)
        {
            if (range.Process != sender.Run.Recording.ProcessId || range.Kind == ReceivedKind.Untraced) continue;
            found.Clear();
            sender.Walk.Reached.Intersect(range.From, range.FromCount, found);
            if (found.Count == 0) continue;
            if (range.Kind == ReceivedKind.Each) spans.AddRange(found.Select(run => (range.First + (run.First - range.From), run.Count)));
            else spans.Add((range.First, range.Count));
            if (range.Kind == ReceivedKind.Any)
                _coarse.Add($"a message to {AskedRecordings.NameOf(receiver.Recording)} had {range.Count} records where {range.FromCount} were sent, so that any of them may follow");
        }
        if (spans.Count > 0) Reach(Of(receiver), spans);
    }

    private void Reach(ImpactInRun run, List<(ulong First, ulong Count)> spans)
    {
        ulong before = run.Walk.Reached.Count;
        run.Walk.Run(spans);
        if (run.Walk.Reached.Count > before) _grown.Enqueue(run);
    }

    private ImpactInRun Of(OpenRun run)
    {
        if (_runs.Find(known => known.Run.Info.Directory == run.Info.Directory) is { } found) return found;
        PageMap map = PageMapFile.Of(run);
        _runs.Add(new ImpactInRun(run, map, new DescendantWalk(run.Recording, map, run.Places)));
        return _runs[^1];
    }
}
