using Weft.Capture;
using Weft.Segments;
using Weft.Sites;

namespace Weft.Answers;

/// <summary>Turns the numbers of a recording into sites and sources that a person can read.</summary>
internal sealed class Places(RunRecording recording)
{
    private const int MostPassed = 32;

    private readonly Dictionary<int, LineageSite?> _sites = [];
    private readonly Dictionary<(bool IsInner, int Operation), LineageSource> _sources = [];
    private readonly Dictionary<int, IReadOnlyList<LineageSite>> _ways = [];

    /// <summary>The site with a number, or null.</summary>
    internal LineageSite? Site(int number)
    {
        if (_sites.TryGetValue(number, out LineageSite? site)) return site;
        if (recording.ModuleOf(number) is { } module)
        {
            SiteRow row = module.Table.Rows[number - module.Block.FirstNumber];
            site = new LineageSite(row.Operator, row.Method, row.File, row.Line, row.Column, module.Table.Module);
        }
        _sites.Add(number, site);
        return site;
    }

    /// <summary>The site of a step, or null.</summary>
    internal LineageSite? SiteOfStep(int step) => recording.Steps.TryGetValue(step, out Step? known) ? Site(known.Site) : null;

    /// <summary>The step that fed an input (1 or 2) of a step; 0 for none.</summary>
    internal int InputOf(int step, byte input) => !recording.Steps.TryGetValue(step, out Step? known) ? 0 : input == 2 ? known.Second : known.Input;

    /// <summary>The sites that a record passed by a step and the steps before it, first to last, each once.</summary>
    internal IReadOnlyList<LineageSite> Way(int step)
    {
        if (step == 0) return [];
        if (_ways.TryGetValue(step, out IReadOnlyList<LineageSite>? known)) return known;

        // From the newest step back; a step with two inputs (Concat) was reached by either, so both are followed.
        var newestFirst = new List<LineageSite>();
        var seen = new HashSet<int>();
        var rest = new Stack<int>([step]);
        while (rest.TryPop(out int next))
        {
            if (next == 0 || !seen.Add(next) || !recording.Steps.TryGetValue(next, out Step? found)) continue;
            if (Site(found.Site) is { } site && !newestFirst.Contains(site))
            {
                if (newestFirst.Count == MostPassed)
                {
                    newestFirst.Add(new LineageSite("", "earlier operators", "", 0, 0, ""));
                    break;
                }
                newestFirst.Add(site);
            }
            rest.Push(found.Input);
            rest.Push(found.Second);
        }
        newestFirst.Reverse();
        _ways.Add(step, newestFirst);
        return newestFirst;
    }

    /// <summary>The source of a root definition.</summary>
    internal LineageSource Source(int operation, bool isInner)
    {
        if (_sources.TryGetValue((isInner, operation), out LineageSource? known)) return known;
        LineageSource source = operation < 0
            ? Message(recording.SenderOf(operation))
            : isInner
            ? Inner(recording.Steps.TryGetValue(operation, out Step? step) ? Site(step.Site) : null)
            : recording.Sources.TryGetValue(operation, out SourceRow? row) ? Describe(row) : Unknown(operation);
        _sources.Add((isInner, operation), source);
        return source;
    }

    /// <summary>A source as a person would see it.</summary>
    internal LineageSource Describe(SourceRow row)
    {
        LineageSite? site = Site(row.Site);
        LineageSource Of(LineageSourceKind kind, string name, LineageSite? cut = null, string path = "") =>
            new(kind, name, path, row.Type, site, cut, row.Length, row.Modified);
        switch (row.Kind)
        {
            case SourceKind.File:
                return Of(LineageSourceKind.File, LineageSite.FileName(row.Description), path: row.Description);
            case SourceKind.Inner:
                return Inner(site);
            case SourceKind.Value:
                return Of(LineageSourceKind.Value, $"value of {Name(site)}");
            case SourceKind.Cut:
                LineageSite? cut = Site(row.CutSite);
                return Of(LineageSourceKind.Cut, $"result of {Name(cut)}", cut);
            case SourceKind.Changed:
                return Of(LineageSourceKind.Changed, $"changed collection at {Name(site)}");
            case SourceKind.Kept:
                return Of(LineageSourceKind.Kept, $"records kept at {Name(site)}");
            case SourceKind.LookedUp:
                return Of(LineageSourceKind.LookedUp, $"records looked up at {Name(site)}");
            default:
                // The site row names the call's first sequence.
                string? name = row.Argument == 0 ? recording.Site(row.Site)?.SourceName : null;
                string which = row.Argument == 0 ? "" : $", sequence {row.Argument + 1}";
                return Of(LineageSourceKind.Collection, name ?? (site is null ? row.Description : $"{site.Operator}@{site.Place}{which}"));
        }
    }

    /// <summary>A site's name, known or not.</summary>
    internal static string Name(LineageSite? site) => site?.ToString() ?? "an unknown place";

    private static LineageSource Inner(LineageSite? site) =>
        new(LineageSourceKind.Inner, $"inner sequence of {Name(site)}", "", "", site, null, 0, default);

    private static LineageSource Message(ulong process) =>
        new(LineageSourceKind.Message, process == 0 ? "message" : LineageSource.NameOfProcess(process), "", "", null, null, 0, default) { Process = process };

    private static LineageSource Unknown(int id) =>
        new(LineageSourceKind.Unknown, $"source {id}, which the recording does not describe", "", "", null, null, 0, default);
}
