using Weft.Store.Runs;

namespace Weft.Store.Retention;

/// <summary>Which runs are too many, too old or too large; a run goes when any of the rules says so.</summary>
/// <param name="Keep">How many of the newest runs stay; null for all.</param>
/// <param name="OlderThan">The age, since its end, at which a run goes; null for none.</param>
/// <param name="MostBytes">The size up to which the newest runs stay; null for any.</param>
internal sealed record PruneRules(int? Keep, TimeSpan? OlderThan, long? MostBytes)
{
    /// <summary>The runs that are to go, oldest first.</summary>
    internal IReadOnlyList<RunInfo> Choose(IEnumerable<RunInfo> runs, DateTime now)
    {
        var chosen = new List<RunInfo>();
        int count = 0;
        long bytes = 0;
        foreach (RunInfo run in runs.OrderByDescending(run => run.Started).ThenByDescending(run => run.Name, StringComparer.Ordinal))
        {
            count++;
            bytes += run.Bytes;
            bool isOld = OlderThan is { } age && now - LastWritten(run) > age;
            if (count > Keep || isOld || bytes > MostBytes) chosen.Add(run);
        }
        chosen.Reverse();
        return chosen;
    }

    private static DateTime LastWritten(RunInfo run) => run.Ended ?? Directory.GetFiles(run.Directory).Select(File.GetLastWriteTimeUtc).Append(run.Started).Max();
}
