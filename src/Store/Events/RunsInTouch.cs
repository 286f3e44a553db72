using Weft.Segments;
using Weft.Store.Runs;

namespace Weft.Store.Events;

/// <summary>Finds the runs of other processes that events of a run refer to, and those that theirs refer to, and so on.</summary>
// Design: a reference names an execution unit, not a process. Which run holds it is told by the blocks that name units, so that runs that were not in touch are not opened.
internal static class RunsInTouch
{
    // Clocks of machines differ.
    private static readonly TimeSpan _margin = TimeSpan.FromMinutes(15);

    /// <summary>A run, then those that it was in touch with.</summary>
    internal static IReadOnlyList<OpenRun> Of(OpenRun first, RunsByProcess? others)
    {
        var found = new List<OpenRun> { first };
        if (others is null) return found;
        List<RunInfo> rest = [.. others.Infos.Where(info => info.Process!.Id != first.Info.Process?.Id)];
        for (int i = 0; i < found.Count && rest.Count > 0; i++)
        {
            HashSet<ulong> units = UnitsElsewhere(found[i]);
            for (int each = rest.Count - 1; each >= 0 && units.Count > 0; each--)
            {
                if (!MayMeet(found[i].Info, rest[each]) || !UnitSearch.HoldsAny(rest[each], units)) continue;
                if (others.Find(rest[each]) is { } run) found.Add(run);
                rest.RemoveAt(each);
            }
        }
        return found;
    }

    /// <summary>Whether two runs may have been in touch: they went on at the same time, as far as clocks tell.</summary>
    internal static bool MayMeet(RunInfo left, RunInfo right) =>
        (right.Ended is not { } rightEnd || rightEnd + _margin >= left.Started) && (left.Ended is not { } leftEnd || leftEnd + _margin >= right.Started);

    private static HashSet<ulong> UnitsElsewhere(OpenRun run)
    {
        var units = new HashSet<ulong>();
        var seen = new HashSet<ulong>(); // of a section only what is new is looked up
        foreach (RecordedUnit unit in run.Recording.Units)
        {
            foreach (StoredEvents section in run.Recording.SectionsOf(unit.Id))
            {
                seen.Clear();
                foreach (RecordedEvent each in run.Recording.Read(section))
                    if (!each.Reference.IsNone && seen.Add(each.Reference.Unit.Value) && run.Recording.Unit(each.Reference.Unit) is null) units.Add(each.Reference.Unit.Value);
            }
        }
        return units;
    }
}
