using Weft.Catalog;
using Weft.Segments;
using Weft.Store.Runs;

namespace Weft.Store.Catalogue;

/// <summary>The outputs and sources of a run, as a person would list them.</summary>
internal sealed class RunCatalogue
{
    private static readonly HashSet<string> _scalarOperators =
        [.. OperatorCatalog.Rows.Where(row => row is { Result: OperatorResult.Scalar or OperatorResult.Text, Rule: not LineageRule.Control }).Select(row => row.Title)];

    private readonly Lazy<IReadOnlyList<SourceEntry>> _sources;

    internal RunCatalogue(OpenRun run)
    {
        Outputs =
        [
            .. run.Recording.Outputs
                .GroupBy(output => (output.Block.Name, output.Block.Site))
                .Select(group => Output(run, group.Key.Name, group.Key.Site, [.. group])),
        ];
        UnkeptOutputs = run.Recording.Counts.Count - Outputs.Count;
        _sources = new Lazy<IReadOnlyList<SourceEntry>>(() => SourceCounter.Sources(run));
    }

    /// <summary>How many outputs were made of which the recording holds no occurrence.</summary>
    internal int UnkeptOutputs { get; }

    /// <summary>The outputs, in the order of their first record.</summary>
    internal IReadOnlyList<OutputEntry> Outputs { get; }

    /// <summary>The sources, in the order in which they were first read; inner sequences last. Counted when first asked for.</summary>
    internal IReadOnlyList<SourceEntry> Sources => _sources.Value;

    private static OutputEntry Output(OpenRun run, string? name, int site, RecordedOutput[] kept)
    {
        LineageSite? place = run.Places.Site(site);
        return new OutputEntry(
            name ?? run.Recording.Site(site)?.OutputName ?? place?.Operator ?? "output",
            IsNamedInCode: name is not null,
            place,
            IsScalar: place is not null && _scalarOperators.Contains(place.Operator),
            run.Recording.Counts[(name, site)],
            IsAtLeast: run.Recording.End is null,
            [.. kept.OrderBy(output => output.Block.Occurrence).Select(output => new OutputOccurrence(output))]);
    }
}
