namespace Weft.Store.Catalogue;

/// <summary>A source of a run.</summary>
/// <param name="Id">Its number in the recording.</param>
/// <param name="Source">What it is.</param>
internal sealed record SourceEntry(int Id, LineageSource Source)
{
    /// <summary>The name with the place behind it, which tells sources of one name apart: <c>numbers@Program.cs:12</c>.</summary>
    internal string QualifiedName => Source.Kind switch
    {
        LineageSourceKind.File => Source.Path,
        LineageSourceKind.Collection when Source.Site is { } site => $"{Source.Name}@{site.Place}",
        _ => Source.Name,
    };
}
