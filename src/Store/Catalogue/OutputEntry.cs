using System.Globalization;
using Weft.Segments;

namespace Weft.Store.Catalogue;

/// <summary>An output of a run: everything that was kept under one name at one place.</summary>
/// <param name="Name">The name to ask it by.</param>
/// <param name="IsNamedInCode">Whether <c>Lineage.Output</c> gave the name, rather than the variable that received the result.</param>
/// <param name="Site">The operator that made it; null when it was named in code.</param>
/// <param name="IsScalar">Whether it is one value rather than a collection.</param>
/// <param name="Occurrences">How often it was made, kept or not.</param>
/// <param name="IsAtLeast">Whether it may have been made more often: the recording has no end.</param>
/// <param name="Kept">The occurrences whose records are in the recording.</param>
internal sealed record OutputEntry(
    string Name, bool IsNamedInCode, LineageSite? Site, bool IsScalar, long Occurrences, bool IsAtLeast, IReadOnlyList<OutputOccurrence> Kept)
{
    /// <summary>How often it was made: <c>5</c>, or <c>at least 5</c>.</summary>
    internal string HowOften => string.Create(CultureInfo.InvariantCulture, $"{(IsAtLeast ? "at least " : "")}{Occurrences:N0}");

    /// <summary>The name with the place behind it, which tells outputs of one name apart: <c>report@Program.cs:26</c>.</summary>
    internal string QualifiedName => Site is null ? Name : $"{Name}@{Site.Place}";

    /// <summary>What a person would call an occurrence: <c>report</c>, or <c>report#2</c> when there are several.</summary>
    internal string LabelOf(OutputOccurrence occurrence) =>
        Occurrences > 1 ? string.Create(CultureInfo.InvariantCulture, $"{Name}#{occurrence.Number}") : Name;

    /// <summary>What a person would call a record: <c>report[3]</c>, <c>report#2[3]</c> when there are several occurrences, <c>total</c> for a scalar.</summary>
    internal string LabelOf(OutputOccurrence occurrence, long index) =>
        IsScalar ? LabelOf(occurrence) : string.Create(CultureInfo.InvariantCulture, $"{LabelOf(occurrence)}[{index}]");
}

/// <summary>One time that an output was made.</summary>
/// <param name="Recorded">What the recording holds of it.</param>
internal sealed record OutputOccurrence(RecordedOutput Recorded)
{
    /// <summary>1-based: the first time is 1.</summary>
    internal long Number => Recorded.Block.Occurrence + 1;

    /// <summary>The number of records.</summary>
    internal int Count => Recorded.Block.Count;
}
