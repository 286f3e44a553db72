using Weft.Store;
using Weft.Store.Catalogue;

namespace Weft.Tool.Rendering;

/// <summary>Draws the ways that the records of a run took.</summary>
internal static class ListingPicture
{
    internal static Picture Of(Listing listing)
    {
        if (listing.Detail?.Flow is not { } flow) throw new AskException(AskFault.Unreadable, listing.Runs[0].Problem ?? $"{listing.Runs[0].Name} cannot be read.");
        return new Picture([.. flow.Nodes.Select(NodeOf)], [.. flow.Edges.Select(edge => new PictureEdge(edge.From, edge.To, ""))]);
    }

    private static PictureNode NodeOf(object node) => node switch
    {
        SourceEntry source => new PictureNode(PictureShape.Root, $"{source.Source.Name}\n{Figures.Count(source.Records, "record")}"),
        OutputEntry output => new PictureNode(PictureShape.Asked, $"{output.Name}\n{(output.Occurrences > 1 ? Figures.Count(output.Occurrences, "occurrence") : output.IsScalar ? "scalar" : Figures.Count(output.Kept[0].Count, "record"))}"),
        _ => new PictureNode(PictureShape.Derived, ((LineageSite)node).ToString()),
    };
}
