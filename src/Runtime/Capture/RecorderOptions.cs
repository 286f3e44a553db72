using System.Collections;
using System.Globalization;
using Weft.Activities;
using Weft.Carriers;

namespace Weft.Capture;

/// <summary>The limits of a recording; docs/configuration.md is the table of the environment variables that set them.</summary>
internal sealed record RecorderOptions
{
    /// <summary>Where run folders go; default <c>.weft</c> in the working directory.</summary>
    internal string Directory { get; init; } = ".weft";

    /// <summary>Size at which a segment file is closed and the next one begun, in bytes; default 64 MiB.</summary>
    internal long SegmentBytes { get; init; } = 64L << 20;

    /// <summary>Most memory that may wait for the writer, in bytes; default 256 MiB.</summary>
    internal long BufferBytes { get; init; } = 256L << 20;

    /// <summary>What happens beyond <see cref="BufferBytes"/>; default <see cref="Backpressure.Block"/>.</summary>
    internal Backpressure Backpressure { get; init; } = Backpressure.Block;

    /// <summary>Most outputs that are kept of one site and name; default 1000.</summary>
    internal long OutputsPerSite { get; init; } = 1000;

    /// <summary>Longest time between two visits of the writer; default 50 ms.</summary>
    internal TimeSpan FlushInterval { get; init; } = TimeSpan.FromMilliseconds(50);

    /// <summary>Which duplicates a result follows from; default <see cref="Witnesses.First"/>.</summary>
    internal Witnesses Witnesses { get; init; } = Witnesses.First;

    /// <summary>Whether events are recorded beside the lineage; default yes.</summary>
    internal bool Events { get; init; } = true;

    /// <summary>What is recorded of activities; default nothing.</summary>
    internal ActivitySetting Activities { get; init; } = ActivitySetting.Off;

    /// <summary>Which hosts get headers with lineage, as <see cref="AllowedHosts"/> reads it; default those of this machine and of private networks.</summary>
    internal string Hosts { get; init; } = "private";

    /// <summary>The variables that <see cref="FromEnvironment"/> knows; <c>WEFT</c> itself is <see cref="RecordingSwitch"/>'s.</summary>
    internal static readonly string[] Variables = ["WEFT_DIR", "WEFT_SEGMENT_BYTES", "WEFT_BUFFER_BYTES", "WEFT_BACKPRESSURE", "WEFT_OUTPUTS_PER_SITE", "WEFT_FLUSH_MS", "WEFT_WITNESSES", "WEFT_EVENTS", "WEFT_ACTIVITIES", AllowedHosts.Variable];

    /// <summary>The options that environment variables ask for; what cannot be understood is complained about and has its default.</summary>
    internal static RecorderOptions FromEnvironment(IDictionary variables, Action<string> complain)
    {
        var options = new RecorderOptions();
        foreach (DictionaryEntry variable in variables)
        {
            if (variable.Key is not string name || !name.StartsWith("WEFT_", StringComparison.Ordinal)) continue;
            string text = (variable.Value as string ?? "").Trim();
            if (text.Length == 0) continue;
            options = name switch
            {
                "WEFT_DIR" => options with { Directory = text },
                "WEFT_SEGMENT_BYTES" => options with { SegmentBytes = Bytes(name, text, 64L << 10, 1L << 40, options.SegmentBytes, complain) },
                "WEFT_BUFFER_BYTES" => options with { BufferBytes = Bytes(name, text, 1L << 20, 1L << 40, options.BufferBytes, complain) },
                "WEFT_BACKPRESSURE" => options with { Backpressure = Choice(name, text, options.Backpressure, complain) },
                "WEFT_OUTPUTS_PER_SITE" => options with { OutputsPerSite = Number(name, text, "outputs", 0, int.MaxValue, options.OutputsPerSite, complain) },
                "WEFT_FLUSH_MS" => options with { FlushInterval = TimeSpan.FromMilliseconds(Number(name, text, "milliseconds", 1, 60_000, 50, complain)) },
                "WEFT_WITNESSES" => options with { Witnesses = Choice(name, text, options.Witnesses, complain) },
                "WEFT_EVENTS" => options with { Events = Switch(name, text, complain) },
                "WEFT_ACTIVITIES" => options with { Activities = Choice(name, text, options.Activities, complain) },
                AllowedHosts.Variable => options with { Hosts = CheckedHosts(text, complain) },
                _ => Unknown(name, options, complain),
            };
        }
        return options;
    }

    private static RecorderOptions Unknown(string name, RecorderOptions options, Action<string> complain)
    {
        complain($"{name} is not a variable that Weft knows and is ignored (known: WEFT, {string.Join(", ", Variables)})");
        return options;
    }

    private static string CheckedHosts(string text, Action<string> complain)
    {
        _ = AllowedHosts.Parse(text, complain);
        return text;
    }

    // One of the names of an enumeration, in any case.
    private static T Choice<T>(string name, string text, T otherwise, Action<string> complain) where T : struct, Enum
    {
        foreach (T value in Enum.GetValues<T>())
        {
            if (string.Equals(value.ToString(), text, StringComparison.OrdinalIgnoreCase)) return value;
        }
        string known = string.Join(" or ", Enum.GetNames<T>()).ToLowerInvariant();
        complain($"{name}={text} is not understood: expected {known}; {otherwise.ToString().ToLowerInvariant()} is used");
        return otherwise;
    }

    // On, but for the words that switch off.
    private static bool Switch(string name, string text, Action<string> complain)
    {
        switch (text.ToUpperInvariant())
        {
            case "0" or "OFF" or "FALSE" or "NO":
                return false;
            case "1" or "ON" or "TRUE" or "YES":
                return true;
            default:
                complain($"{name}={text} is not understood: expected 0, off, false or no, or 1, on, true or yes; on is used");
                return true;
        }
    }

    // A number of bytes, or of KiB, MiB or GiB with the suffix K, M or G.
    private static long Bytes(string name, string text, long least, long most, long otherwise, Action<string> complain)
    {
        int shift = char.ToUpperInvariant(text[^1]) switch { 'K' => 10, 'M' => 20, 'G' => 30, _ => 0 };
        string digits = shift == 0 ? text : text[..^1];
        if (long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out long value) && value <= most >> shift && value << shift >= least)
            return value << shift;
        return Refuse(name, text, "bytes (a suffix K, M or G is understood)", least, most, otherwise, complain);
    }

    private static long Number(string name, string text, string unit, long least, long most, long otherwise, Action<string> complain) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long value) && value >= least && value <= most
            ? value
            : Refuse(name, text, unit, least, most, otherwise, complain);

    private static long Refuse(string name, string text, string unit, long least, long most, long otherwise, Action<string> complain)
    {
        complain(string.Create(CultureInfo.InvariantCulture, $"{name}={text} is not understood: expected a number of {unit} from {least} to {most}; the default {otherwise} is used"));
        return otherwise;
    }
}
