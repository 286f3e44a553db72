using System.Globalization;
using Weft.Store.Events;
using Weft.Store.Runs;

namespace Weft.Tool.Rendering;

/// <summary>Numbers and times as a person reads them.</summary>
internal static class Figures
{
    /// <summary>A count: <c>12,345</c>.</summary>
    internal static string Count(long count) => count.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>A count with its noun: <c>1 record</c>, <c>12,345 records</c>.</summary>
    internal static string Count(long count, string noun) => $"{Count(count)} {noun}{(count == 1 ? "" : "s")}";

    /// <summary>A size: <c>115.4 KiB</c>.</summary>
    internal static string Bytes(long bytes)
    {
        if (bytes < 1024) return Count(bytes) + " B";
        double size = bytes;
        int unit = -1;
        for (; size >= 1024 && unit < 3; unit++) size /= 1024;
        return string.Create(CultureInfo.InvariantCulture, $"{size:0.0} {"KMGT"[unit]}iB");
    }

    /// <summary>A time in the reader's zone.</summary>
    internal static string Moment(DateTime utc) => utc.ToLocalTime().ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    /// <summary>The kind of an event: <c>start</c>, <c>receive</c>.</summary>
    internal static string EventName(TimedEvent each) => each.Kind.ToString().ToLowerInvariant();

    /// <summary>The value of an annotation.</summary>
    internal static string Value(object? value) => value switch
    {
        null => "null",
        bool truth => truth ? "true" : "false",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    /// <summary>A version without the hash behind it.</summary>
    internal static string Version(string version) => version.Split('+')[0];

    /// <summary>How far a recording has got.</summary>
    internal static string State(RunState state) => state switch
    {
        RunState.Ended => "ended",
        RunState.Failed => "ended by an unhandled exception",
        RunState.Abrupt => "ended abruptly",
        RunState.Recording => "recording",
        RunState.Unfinished => "has no end",
        _ => "unreadable",
    };
}
