using System.CommandLine;
using Weft.Store.Runs;

namespace Weft.Tool.Commands;

/// <summary>The options of the commands that remove runs.</summary>
internal sealed class RemoveOptions
{
    private readonly Option<bool> _dryRun = new("--dry-run") { Description = "Only say what would be removed" };
    private readonly Option<string> _directory = new("--dir")
    {
        Description = "The folder of runs; default: WEFT_DIR, else .weft here or in the nearest folder above",
        HelpName = "FOLDER",
    };

    /// <summary>Gives the options to a command.</summary>
    internal void AddTo(Command command)
    {
        command.Add(_directory);
        command.Add(_dryRun);
    }

    /// <summary>The folder of runs that was asked for.</summary>
    internal RunsFolder Folder(ParseResult parsed, ToolEnvironment environment) =>
        RunsFolder.Open(parsed.GetValue(_directory), environment.Variable("WEFT_DIR"), environment.WorkingDirectory);

    /// <summary>Whether nothing is to be removed.</summary>
    internal bool IsDry(ParseResult parsed) => parsed.GetValue(_dryRun);
}
