namespace Weft.Store.Catalogue;

/// <summary>What issues root spans in a recording: a source, or a step that took untraced inner sequences.</summary>
/// <param name="Number">The number of the source or step.</param>
/// <param name="IsInner">Whether it is a step.</param>
internal readonly record struct RootIssuer(int Number, bool IsInner);

/// <summary>A source of a run.</summary>
/// <param name="Source">What it is.</param>
/// <param name="Issuers">Under which numbers the recording has it.</param>
/// <param name="Records">Records that entered from it; one that was read twice counts twice.</param>
/// <param name="IndexEnd">One more than the greatest index of a record.</param>
internal sealed record SourceEntry(LineageSource Source, IReadOnlyList<RootIssuer> Issuers, long Records, long IndexEnd)
{
    /// <summary>The name with the place behind it, which tells sources of one name apart: <c>numbers@Program.cs:12</c>.</summary>
    internal string QualifiedName => Source.Kind switch
    {
        LineageSourceKind.File => Source.Path,
        LineageSourceKind.Collection when Source.Site is { } site => $"{Source.Name}@{site.Place}",
        _ => Source.Name,
    };
}
