using System.Globalization;

namespace Weft;

/// <summary>What kind of source root records come from.</summary>
public enum LineageSourceKind
{
    /// <summary>A collection that nobody traced.</summary>
    Collection,

    /// <summary>The lines of a file.</summary>
    File,

    /// <summary>Untraced sequences inside traced records, for example the inner sequences of SelectMany; the index is the one in its sequence.</summary>
    Inner,

    /// <summary>A value that a call itself adds: appended, prepended or a default.</summary>
    Value,

    /// <summary>A sequence that passed through code that Weft does not understand.</summary>
    Cut,

    /// <summary>A traced collection that was changed in a way that leaves its lineage unusable.</summary>
    Changed,

    /// <summary>The recording says nothing about it.</summary>
    Unknown,

    /// <summary>A message: the index is the record's span in <see cref="LineageSource.Process"/>, or a running number where its sender said nothing of spans.</summary>
    Message,

    /// <summary>Records that a loop or iterator kept from earlier passes, or took from other loops, and made a record of.</summary>
    Kept,

    /// <summary>Records that a lambda, loop or iterator looked up in a collection with lineage of its own.</summary>
    LookedUp,
}

/// <summary>Where root records come from.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Name">What a person would call it: a file name, the variable that held a collection, or the operator and place where it entered.</param>
/// <param name="Path">For a file: its full path; otherwise empty.</param>
/// <param name="Type">The element type's full name, or empty.</param>
/// <param name="Site">Where its records entered, when known.</param>
/// <param name="CutSite">For <see cref="LineageSourceKind.Cut"/>: the call that was not understood.</param>
/// <param name="Length">For a file: its length in bytes when it was read; otherwise 0.</param>
/// <param name="Modified">For a file: its last write time (UTC) when it was read.</param>
public sealed record LineageSource(
    LineageSourceKind Kind, string Name, string Path, string Type, LineageSite? Site, LineageSite? CutSite, long Length, DateTime Modified)
{
    /// <summary>For a <see cref="LineageSourceKind.Message"/>: the random id of the process that sent it; 0 where it said nothing of spans, and for other sources.</summary>
    public ulong Process { get; init; }

    /// <summary>What a person would call the record at a 0-based index: <c>flights.csv:17</c> (lines count from 1) or <c>numbers[16]</c>.</summary>
    public string NameOf(long index) => Kind switch
    {
        LineageSourceKind.File => string.Create(CultureInfo.InvariantCulture, $"{Name}:{index + 1}"),
        LineageSourceKind.Value or LineageSourceKind.Kept or LineageSourceKind.LookedUp => Name,
        LineageSourceKind.Message when Process != 0 => string.Create(CultureInfo.InvariantCulture, $"{Name}, span #{index}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{Name}[{index}]"),
    };

    /// <summary>What a person would call a process by its random id: <c>process 0123456789abcdef</c>.</summary>
    internal static string NameOfProcess(ulong process) => string.Create(CultureInfo.InvariantCulture, $"process {process:x16}");

    /// <summary>What a person would call consecutive records: <c>flights.csv:2-17</c> or <c>numbers[1..16]</c>, both ends included.</summary>
    internal string NameOf(long firstIndex, long count) => count == 1 ? NameOf(firstIndex) : Kind switch
    {
        LineageSourceKind.File => string.Create(CultureInfo.InvariantCulture, $"{Name}:{firstIndex + 1}-{firstIndex + count}"),
        LineageSourceKind.Value or LineageSourceKind.Kept or LineageSourceKind.LookedUp => Name,
        LineageSourceKind.Message when Process != 0 => string.Create(CultureInfo.InvariantCulture, $"{Name}, spans #{firstIndex} to #{firstIndex + count - 1}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{Name}[{firstIndex}..{firstIndex + count - 1}]"),
    };
}
