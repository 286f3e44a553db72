using System.CommandLine;
using System.Globalization;
using Weft.Store;

namespace Weft.Tool.Commands;

/// <summary>The options that say which time a question is about.</summary>
internal sealed class WindowOptions
{
    private readonly Option<string> _since = new("--since") { Description = "Since when: 45m, 12h, 30d ago, or a time: 2026-11-22T14:00 (local, or UTC with Z)", HelpName = "TIME" };
    private readonly Option<string> _until = new("--until") { Description = "Until when, likewise", HelpName = "TIME" };

    /// <summary>Gives the options to a command.</summary>
    internal void AddTo(Command command)
    {
        foreach (Option<string> option in (Option<string>[])[_since, _until])
        {
            command.Add(option);
            option.Validators.Add(result =>
            {
                if (result.Tokens.Count == 1 && TimeOf(result.Tokens[0].Value) is null) result.AddError($"{option.Name} has to be a number with m, h, d or w behind it, for example 10m, or a time, for example 2026-11-22T14:00.");
            });
        }
    }

    /// <summary>The time that was asked for.</summary>
    internal TimeWindow Of(ParseResult parsed) => new(parsed.GetValue(_since) is { } since ? TimeOf(since) : null, parsed.GetValue(_until) is { } until ? TimeOf(until) : null);

    private static DateTime? TimeOf(string text)
    {
        if (text.Length > 1 && Quantity.Duration(text) is { } ago) return DateTime.UtcNow - ago;
        return DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeLocal | DateTimeStyles.AdjustToUniversal, out DateTime time) ? time : null;
    }
}
