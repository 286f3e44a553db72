using System.Globalization;
using Weft.Segments;
using Weft.Store.Catalogue;
using Weft.Store.Runs;

namespace Weft.Store.Addresses;

/// <summary>Records of one source, or of one file that was read at several places.</summary>
/// <param name="Sources">The source; several when one file was read at several places.</param>
/// <param name="Index">The 0-based index of the record; null for all records.</param>
internal sealed record SourceRecords(IReadOnlyList<SourceEntry> Sources, long? Index)
{
    /// <summary>The source, for its name.</summary>
    internal LineageSource Source => Sources[0].Source;

    /// <summary>What a person would call the records.</summary>
    internal string Label => Index is { } index ? Source.NameOf(index) : Source.Name;

    /// <summary>Finds the records that a text names. Throws <see cref="AskException"/> that says what there is instead.</summary>
    internal static SourceRecords Find(OpenRun run, string text)
    {
        IReadOnlyList<SourceEntry> sources = run.Catalogue.Sources;
        foreach (RecordAddress address in RecordAddress.Readings(text))
        {
            if (address.Occurrence is not null) continue;
            SourceEntry[] named = [.. sources.Where(source => IsNamed(source.Source, address.Name) && IsAt(source.Source, address.Place))];
            if (address.Line is not null) named = [.. named.Where(source => source.Source.Kind == LineageSourceKind.File)];
            if (Array.Exists(named, source => source.Records > 0)) named = [.. named.Where(source => source.Records > 0)]; // one that gave nothing is not meant
            if (named.Length > 0) return In(OnlyOne(named, address), address);
        }
        throw NotFound(run, text, sources);
    }

    /// <summary>The spans of the records, as runs.</summary>
    internal List<(ulong First, ulong Count)> Spans(RunRecording recording)
    {
        var finder = new SpanFinder(recording.UsedRoots(), Sources.SelectMany(source => source.Issuers).ToHashSet(), Index);
        recording.VisitAll(finder, SourceCounter.DefinesRoots);
        return finder.Spans;
    }

    private static bool IsNamed(LineageSource source, string name) =>
        source.Name == name || (source.Kind == LineageSourceKind.File && (source.Path == name || IsEndOf(name, source.Path)));

    // flights.csv and data/flights.csv name /home/me/data/flights.csv, on machines with either kind of path.
    private static bool IsEndOf(string name, string path)
    {
        string end = name.Replace('\\', '/');
        string whole = path.Replace('\\', '/');
        return end.StartsWith("./", StringComparison.Ordinal) ? IsEndOf(end[2..], whole) : whole.EndsWith("/" + end, StringComparison.Ordinal);
    }

    private static bool IsAt(LineageSource source, string? place) => place is null || source.Site?.Place == place;

    private static SourceEntry[] OnlyOne(SourceEntry[] named, RecordAddress address)
    {
        string[] names = [.. named.Select(source => source.QualifiedName).Distinct(StringComparer.Ordinal)];
        if (names.Length == 1) return named;
        string rest = address switch
        {
            { Line: { } line } => string.Create(CultureInfo.InvariantCulture, $":{line}"),
            { Index: { } index } => string.Create(CultureInfo.InvariantCulture, $"[{index}]"),
            _ => "",
        };
        throw new AskException(AskFault.Question, $"'{address.Name}' is the name of {names.Length} sources. Say which:\n{Lines.Of([.. names.Select(name => name + rest)])}");
    }

    private static SourceRecords In(SourceEntry[] sources, RecordAddress address)
    {
        long? index = address.Line is { } line ? line - 1 : address.Index;
        long end = sources.Max(source => source.IndexEnd);
        var found = new SourceRecords(sources, index);
        string name = found.Source.Name;
        if (end == 0) throw new AskException(AskFault.NotFound, $"no record of {name} entered a woven operator.");
        if (index is null || (index >= 0 && index < end)) return found;
        throw new AskException(AskFault.NotFound, found.Source.Kind == LineageSourceKind.File
            ? $"{found.Source.NameOf(index.Value)} did not enter the program: of {name}, the lines {1} to {end} did (lines count from 1, [ ] from 0)."
            : $"{name} has no record {index}: the recording knows {name}[0] to {name}[{end - 1}].");
    }

    private static AskException NotFound(OpenRun run, string text, IReadOnlyList<SourceEntry> sources)
    {
        string? damage = run.Recording.DescribeDamage();
        if (sources.Count == 0) return new AskException(AskFault.NotFound, $"run {run.Info.Name} has no sources: {damage ?? "no record entered a woven operator."}");
        string doubt = damage is null ? "" : "\n" + damage;
        string name = RecordAddress.Readings(text).Last().Name;
        IReadOnlyList<string> nearest = NearestNames.To(name, sources.Select(source => source.Source.Name));
        return new AskException(AskFault.NotFound, nearest.Count > 0
            ? $"no source '{name}' in run {run.Info.Name}. Did you mean {string.Join(" or ", nearest)}?{doubt}"
            : $"no source '{name}' in run {run.Info.Name}. Its sources are:\n{Lines.Of([.. sources.Select(source => source.Source.Name).Distinct()])}{doubt}");
    }

    private sealed class SpanFinder(IReadOnlyDictionary<ulong, ulong> used, HashSet<RootIssuer> issuers, long? index) : IDefinitionVisitor
    {
        internal List<(ulong First, ulong Count)> Spans { get; } = [];

        void IDefinitionVisitor.TakeRoots(int operation, bool isInner, ulong firstSpan, ulong firstIndex, ulong count)
        {
            if (!issuers.Contains(new RootIssuer(operation, isInner))) return;
            if (!isInner && used.TryGetValue(firstSpan, out ulong known)) count = Math.Min(known, count);
            if (index is null) Spans.Add((firstSpan, count));
            else if ((ulong)index - firstIndex < count) Spans.Add((firstSpan + ((ulong)index - firstIndex), 1));
        }

        void IDefinitionVisitor.TakeChildren(int step, bool isCoarse, ulong firstChild, ulong count, List<ParentRun> parents)
        {
            // Not a root.
        }

        void IDefinitionVisitor.TakeAliases(int step, ulong firstAlias, ReadOnlySpan<ulong> originals)
        {
            // Not a root.
        }
    }
}
