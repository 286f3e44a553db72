namespace Weft.Capture;

/// <summary>Where root records come from. The values are part of the segment format.</summary>
internal enum SourceKind : byte
{
    /// <summary>A collection that nobody traced.</summary>
    Untraced = 1,

    /// <summary>The lines of a file.</summary>
    File = 2,

    /// <summary>Untraced sequences inside a traced one, for example the inner sequences of SelectMany.</summary>
    Inner = 3,

    /// <summary>A value that the call itself adds: appended, prepended or a default.</summary>
    Value = 4,

    /// <summary>A sequence that passed through code that Weft does not understand.</summary>
    Cut = 5,

    /// <summary>A traced collection that was changed since, in a way that leaves its spans unusable.</summary>
    Changed = 6,

    /// <summary>Records of earlier passes, or of other loops, that a loop or iterator made its own of.</summary>
    Kept = 7,

    /// <summary>Records of a collection with lineage of its own that a lambda, loop or iterator looked up.</summary>
    LookedUp = 8,
}

/// <summary>One source of roots.</summary>
/// <param name="Id">The source's number, from 1.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Site">The number of the site where its records entered; 0 is none.</param>
/// <param name="CutSite">For <see cref="SourceKind.Cut"/>: the number of the site whose code was not understood; otherwise 0.</param>
/// <param name="Argument">For <see cref="SourceKind.Untraced"/>: which sequence of the call it was, 0-based: 1 for the inner one of a Join; otherwise 0.</param>
/// <param name="Type">The full name of the element type, or empty.</param>
/// <param name="Description">What a person would call it (a type of collection), or the full path of a file.</param>
/// <param name="Length">For a file: its length in bytes; otherwise 0.</param>
/// <param name="Modified">For a file: its last write time; otherwise the least value.</param>
internal sealed record SourceRow(int Id, SourceKind Kind, int Site, int CutSite, int Argument, string Type, string Description, long Length, DateTime Modified);
