namespace Weft.Capture;

/// <summary>Joins dropped events to runs: what follows on a unit's last run lengthens it.</summary>
internal sealed class LostEventRuns
{
    private readonly Dictionary<ulong, int> _last = [];     // index of each unit's last run

    /// <summary>The runs so far.</summary>
    internal List<LostEvents> Runs { get; } = [];

    internal void Add(LostEvents lost)
    {
        if (_last.TryGetValue(lost.Unit, out int at) && Runs[at].First + Runs[at].Count == lost.First)
        {
            Runs[at] = Runs[at] with { Count = Runs[at].Count + lost.Count };
            return;
        }
        _last[lost.Unit] = Runs.Count;
        Runs.Add(lost);
    }

    internal void Clear()
    {
        _last.Clear();
        Runs.Clear();
    }
}
