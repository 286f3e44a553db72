using Weft.Capture;
using Weft.Segments;

namespace Weft.Answers;

/// <summary>The sites at which code looked up in collections with lineage of their own, or kept records: what passed them may be made of more than an answer names.</summary>
internal sealed class DoubtfulSites
{
    private readonly RunRecording _recording;
    private readonly Places _places;
    private readonly Dictionary<LineageSite, string> _reasons = [];
    private readonly HashSet<int> _visited = []; // steps

    internal DoubtfulSites(RunRecording recording, Places places)
    {
        _recording = recording;
        _places = places;
        foreach (SourceRow source in recording.Sources.Values)
        {
            if (source.Kind is SourceKind.LookedUp or SourceKind.Kept && places.Site(source.Site) is { } site) _reasons[site] = ReasonOf(source.Kind, site);
        }
    }

    /// <summary>Whether there is any.</summary>
    internal bool AreThere => _reasons.Count > 0;

    /// <summary>Why a root of such a source says incomplete.</summary>
    internal static string ReasonOf(SourceKind kind, LineageSite? site) => kind == SourceKind.Kept
        ? $"kept at {Places.Name(site)}: the record may be made of others than the one that the code there is at, of earlier passes or of other loops, which are not named"
        : $"looked up at {Places.Name(site)}: the code there takes records from a collection with lineage of its own; which ones is not recorded";

    /// <summary>The reasons of the sites that a step and those before it passed, each step once.</summary>
    internal IEnumerable<string> Pass(int step)
    {
        if (!AreThere) yield break;
        var rest = new Stack<int>([step]);
        while (rest.TryPop(out int next))
        {
            if (next == 0 || !_visited.Add(next) || !_recording.Steps.TryGetValue(next, out Step? found)) continue;
            if (_places.Site(found.Site) is { } site && _reasons.TryGetValue(site, out string? reason)) yield return reason;
            rest.Push(found.Input);
            rest.Push(found.Second);
        }
    }
}
