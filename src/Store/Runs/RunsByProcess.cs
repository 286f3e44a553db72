using System.Globalization;

namespace Weft.Store.Runs;

/// <summary>The runs of several folders by the random ids of their processes, opened when an answer comes to them.</summary>
/// <param name="folders">The folders; of two copies of a run the first counts.</param>
internal sealed class RunsByProcess(IReadOnlyList<RunsFolder> folders) : IDisposable
{
    private readonly Dictionary<string, OpenRun?> _runs = [];
    private readonly Dictionary<string, HashSet<ulong>> _senders = [];
    private Dictionary<string, RunInfo>? _infos;

    /// <summary>What the listing says of the runs that were opened.</summary>
    internal IReadOnlyList<RunInfo> Opened => [.. OpenedRuns.Select(run => run.Info)];

    /// <summary>The runs that were opened.</summary>
    internal IReadOnlyList<OpenRun> OpenedRuns => [.. _runs.Values.OfType<OpenRun>()];

    /// <summary>The run of a process; null when there is none, or when it cannot be read.</summary>
    internal OpenRun? Find(ulong process) => Find(process.ToString("x16", CultureInfo.InvariantCulture));

    /// <summary>One of <see cref="Infos"/>; null when it cannot be read.</summary>
    internal OpenRun? Find(RunInfo info) => Find(info.Process!.Id);

    /// <summary>What the listing says of the runs that can be read.</summary>
    internal IReadOnlyCollection<RunInfo> Infos => (_infos ??= Peek()).Values;

    /// <summary>The random ids of the processes that one of <see cref="Infos"/> has received records from; it need not be opened for that.</summary>
    internal IReadOnlySet<ulong> SendersOf(RunInfo info)
    {
        if (!_senders.TryGetValue(info.Directory, out HashSet<ulong>? senders)) _senders.Add(info.Directory, senders = SenderSearch.SendersOf(info));
        return senders;
    }

    public void Dispose()
    {
        foreach (OpenRun? run in _runs.Values) run?.Dispose();
        _runs.Clear();
    }

    private OpenRun? Find(string id)
    {
        if (_runs.TryGetValue(id, out OpenRun? run)) return run;
        _infos ??= Peek();
        if (_infos.TryGetValue(id, out RunInfo? info))
        {
            try
            {
                run = OpenRun.Open(info);
            }
            catch (AskException unreadable) when (unreadable.Fault == AskFault.Unreadable)
            {
                run = null;
            }
        }
        _runs.Add(id, run);
        return run;
    }

    private Dictionary<string, RunInfo> Peek()
    {
        var infos = new Dictionary<string, RunInfo>();
        foreach (RunInfo info in folders.SelectMany(folder => folder.Runs()))
            if (info.Process is { } process) infos.TryAdd(process.Id, info);
        return infos;
    }
}
