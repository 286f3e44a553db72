using Weft.Store.Catalogue;
using Weft.Store.Runs;

namespace Weft.Store.Flow;

/// <summary>The ways that the records of a run took: from sources by operators to outputs.</summary>
/// <param name="Nodes">A <see cref="SourceEntry"/>, <see cref="LineageSite"/> or <see cref="OutputEntry"/> each.</param>
/// <param name="Edges">From where records come to where they go, by position of the nodes.</param>
internal sealed record RunFlow(IReadOnlyList<object> Nodes, IReadOnlyList<(int From, int To)> Edges)
{
    internal static RunFlow Of(OpenRun run)
    {
        var issuers = new IssuersByPage();
        run.Recording.VisitAll(issuers);
        var finder = new FeedFinder(run.Recording, issuers, run.Places);
        run.Recording.VisitAll(finder);
        for (int i = 0; i < run.Catalogue.Outputs.Count; i++)
            foreach (OutputOccurrence occurrence in run.Catalogue.Outputs[i].Kept) finder.TakeOutput(i, run.Recording.ReadColumn(occurrence.Recorded));

        var builder = new RunFlowBuilder(run);
        foreach ((Issuer from, Taker to) in finder.Feeds) builder.AddFeed(from, to);
        return builder.Finish();
    }
}
