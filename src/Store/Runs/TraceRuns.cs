namespace Weft.Store.Runs;

/// <summary>The runs that a question about traces is about, opened.</summary>
internal sealed class TraceRuns : IDisposable
{
    private TraceRuns(IReadOnlyList<OpenRun> runs) => Runs = runs;

    /// <summary>The runs, the one with most to say first; one or more.</summary>
    internal IReadOnlyList<OpenRun> Runs { get; }

    /// <summary>Opens the runs.</summary>
    /// <param name="folders">The folder of runs, and further ones.</param>
    /// <param name="name">The run that was asked for; null for none.</param>
    /// <param name="trace">The trace, or the beginning of its id: only runs that have it are opened. Null for all traces.</param>
    /// <param name="window">Which time is asked about: when it says so, all runs of that time count, else the newest.</param>
    internal static TraceRuns Open(IReadOnlyList<RunsFolder> folders, string? name, string? trace, TimeWindow window)
    {
        RunInfo first = folders[0].Find(name);
        bool isAll = name is null && (trace is not null || window != default);
        RunInfo[] infos = [.. (isAll ? folders.SelectMany(folder => folder.Runs()) : folders.Skip(1).SelectMany(folder => folder.Runs()).Prepend(first)).Where(window.MayHold)];
        IEnumerable<RunInfo> wanted = infos.DistinctBy(info => info.Process?.Id ?? info.Directory).Where(info => info.Process is not null && (trace is null || TraceSearch.Holds(info, trace)));
        OpenRun[] runs = [.. wanted.OrderBy(info => info.Started).Select(OpenRun.Open)];
        return new TraceRuns(runs.Length > 0 ? runs : [OpenRun.Open(first)]);
    }

    /// <summary>The trace that a text names: its id, or the beginning of the only one that begins so. Throws <see cref="AskException"/>.</summary>
    internal TraceId TraceId(string text)
    {
        if (Weft.TraceId.TryParse(text, out TraceId id)) return id;
        TraceId[] known = [.. Runs.SelectMany(run => run.Recording.Units).Select(unit => unit.Trace).Where(trace => !trace.IsNone).Distinct()];
        TraceId[] matches = [.. known.Where(trace => trace.ToString().StartsWith(text, StringComparison.OrdinalIgnoreCase))];
        return matches.Length switch
        {
            1 => matches[0],
            0 => throw new AskException(AskFault.NotFound, known.Length == 0
                ? $"no trace '{text}': {(Runs.All(run => run.Recording.EventCount == 0) ? $"run {Runs[0].Info.Name} has no events (WEFT_EVENTS=0 when the program ran, or it did nothing that makes one)." : "no unit of these runs has one.")}"
                : $"no trace '{text}'. The newest are:\n{Lines.Of([.. known.OrderDescending().Select(trace => trace.ToString())])}"),
            _ => throw new AskException(AskFault.Question, $"'{text}' is the beginning of {matches.Length} traces. Say more of the id:\n{Lines.Of([.. matches.Select(trace => trace.ToString())])}"),
        };
    }

    public void Dispose()
    {
        foreach (OpenRun run in Runs) run.Dispose();
    }
}
