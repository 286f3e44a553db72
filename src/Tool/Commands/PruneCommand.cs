using System.CommandLine;
using System.CommandLine.Parsing;
using Weft.Store.Retention;
using Weft.Store.Runs;
using Weft.Tool.Rendering;

namespace Weft.Tool.Commands;

/// <summary><c>weft prune</c>: removes the runs that are too many, too old or too large.</summary>
internal static class PruneCommand
{
    internal const string Name = "prune";

    internal static readonly (string Line, string Meaning)[] Examples =
    [
        ("weft prune --keep 20", "keep the 20 newest runs"),
        ("weft prune --older-than 30d --dry-run", "what ended more than 30 days ago?"),
        ("weft prune --max-size 2G", "keep the newest runs that take 2 GiB"),
    ];

    internal static Command Build(ToolEnvironment environment)
    {
        var options = new RemoveOptions();
        var keep = new Option<int?>("--keep") { Description = "Keep the N newest runs", HelpName = "N" };
        var olderThan = new Option<string>("--older-than") { Description = "Remove runs that ended longer ago: 45m, 12h, 30d, 2w", HelpName = "DURATION" };
        var mostBytes = new Option<string>("--max-size") { Description = "Keep the newest runs that together take no more: 64K, 500M, 2G", HelpName = "SIZE" };
        var command = new Command(Name, "Remove runs that are too many, too old or too large; those still being recorded are not touched") { keep, olderThan, mostBytes };
        options.AddTo(command);
        keep.Validators.Add(result => Require(result, text => int.TryParse(text, out int number) && number >= 0, "--keep has to be a number of runs, 0 or more."));
        olderThan.Validators.Add(result => Require(result, text => Quantity.Duration(text) is not null, "--older-than has to be a number with m, h, d or w behind it, for example 30d."));
        mostBytes.Validators.Add(result => Require(result, text => Quantity.Size(text) is not null, "--max-size has to be a number with K, M, G or T behind it, for example 2G."));
        command.Validators.Add(result =>
        {
            if (((Option[])[keep, olderThan, mostBytes]).All(option => result.GetResult(option) is null)) result.AddError("Say what to keep: --keep N, --older-than DURATION or --max-size SIZE.");
        });
        command.SetAction(parsed =>
        {
            RunsFolder folder = options.Folder(parsed, environment);
            var rules = new PruneRules(
                parsed.GetValue(keep),
                parsed.GetValue(olderThan) is { } duration ? Quantity.Duration(duration) : null,
                parsed.GetValue(mostBytes) is { } size ? Quantity.Size(size) : null);
            bool isDry = options.IsDry(parsed);
            Removal[] removals = [.. rules.Choose(folder.Runs(), DateTime.UtcNow).Select(run => Removal.Of(run, isDry))];
            RemovalText.Print(environment, removals, folder.Count, isDry);
            return Array.Exists(removals, removal => removal.Outcome == RemovalOutcome.Failed) ? ExitCode.NotExact : ExitCode.Exact;
        });
        return command;
    }

    private static void Require(OptionResult result, Predicate<string> isUnderstood, string otherwise)
    {
        if (result.Tokens.Count == 1 && !isUnderstood(result.Tokens[0].Value)) result.AddError(otherwise);
    }
}
