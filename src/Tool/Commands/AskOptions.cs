using System.CommandLine;
using Weft.Store.Runs;
using Weft.Tool.Rendering;

namespace Weft.Tool.Commands;

/// <summary>The options that every command has.</summary>
internal sealed class AskOptions
{
    private readonly Option<string> _run = new("--run") { Description = "The run: its name, a part of it that fits only one, or latest (default)", HelpName = "NAME" };
    private readonly Option<string> _directory = new("--dir")
    {
        Description = "The folder of runs; default: WEFT_DIR, else .weft here or in the nearest folder above",
        HelpName = "FOLDER",
    };

    private readonly Option<string[]> _with = new("--with")
    {
        Description = "A further folder of runs, of processes that messages came from or went to; may be given several times",
        HelpName = "FOLDER",
        DefaultValueFactory = _ => [],
    };

    private readonly Option<bool> _json = new("--json") { Description = "Print JSON (schema in docs/tool.md)" };
    private readonly Option<bool> _dot = new("--dot") { Description = "Print a graph for Graphviz" };
    private readonly Option<bool> _mermaid = new("--mermaid") { Description = "Print a graph for Mermaid" };
    private readonly Option<int> _limit;

    /// <summary>Options without a limit: of a command whose answers are not listed.</summary>
    internal AskOptions() : this(limit: 1, "")
    {
    }

    internal AskOptions(int limit, string limitMeaning) =>
        _limit = new Option<int>("--limit") { Description = limitMeaning, HelpName = "N", DefaultValueFactory = _ => limit };

    /// <summary>Gives the options to a command whose answers go on in other runs.</summary>
    internal void AddAcrossTo(Command command)
    {
        AddTo(command);
        command.Add(_with);
    }

    /// <summary>Gives the options that say which recordings are asked to a command.</summary>
    internal void AddFoldersTo(Command command)
    {
        foreach (Option option in (Option[])[_run, _directory, _with]) command.Add(option);
    }

    /// <summary>Gives the options to a command that asks about events: its answers are no graphs of records.</summary>
    internal void AddEventsTo(Command command)
    {
        foreach (Option option in (Option[])[_run, _directory, _with, _json, _limit]) command.Add(option);
        ValidateLimit();
    }

    /// <summary>Gives the options to a command.</summary>
    internal void AddTo(Command command)
    {
        foreach (Option option in (Option[])[_run, _directory, _json, _dot, _mermaid, _limit]) command.Add(option);
        ValidateLimit();
        command.Validators.Add(result =>
        {
            int formats = ((Option<bool>[])[_json, _dot, _mermaid]).Count(option => result.GetResult(option) is not null);
            if (formats > 1) result.AddError("Only one of --json, --dot and --mermaid can be given.");
        });
    }

    private void ValidateLimit() =>
        _limit.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && int.TryParse(result.Tokens[0].Value, out int limit) && limit < 1) result.AddError("--limit has to be 1 or more.");
        });

    /// <summary>The folder of runs that was asked for.</summary>
    internal RunsFolder Folder(ParseResult parsed, ToolEnvironment environment) =>
        RunsFolder.Open(parsed.GetValue(_directory), environment.Variable("WEFT_DIR"), environment.WorkingDirectory);

    /// <summary>The runs in which an answer may go on: those of the folder, and of <c>--with</c>.</summary>
    internal RunsByProcess Others(ParseResult parsed, ToolEnvironment environment) =>
        new(Folders(parsed, environment));

    /// <summary>The folder of runs, and those of <c>--with</c>.</summary>
    internal IReadOnlyList<RunsFolder> Folders(ParseResult parsed, ToolEnvironment environment) =>
        [Folder(parsed, environment), .. (parsed.GetValue(_with) ?? []).Select(folder => RunsFolder.Open(folder, environment: null, environment.WorkingDirectory))];

    /// <summary>The name of the run that was asked for, or null.</summary>
    internal string? Run(ParseResult parsed) => parsed.GetValue(_run);

    /// <summary>The value of --limit.</summary>
    internal int Limit(ParseResult parsed) => parsed.GetValue(_limit);

    /// <summary>Whether a graph was asked for.</summary>
    internal bool WantsPicture(ParseResult parsed) => parsed.GetValue(_dot) || parsed.GetValue(_mermaid);

    /// <summary>Prints answers about events in the form that was asked for.</summary>
    internal IEventRenderer EventRenderer(ParseResult parsed, ToolEnvironment environment) =>
        parsed.GetValue(_json) ? new JsonRenderer(environment.Out, Limit(parsed)) : new TextRenderer(environment, Limit(parsed));

    /// <summary>Prints in the form that was asked for.</summary>
    internal IRenderer Renderer(ParseResult parsed, ToolEnvironment environment) =>
        parsed.GetValue(_json) ? new JsonRenderer(environment.Out, Limit(parsed))
        : parsed.GetValue(_dot) ? new DotRenderer(environment.Out)
        : parsed.GetValue(_mermaid) ? new MermaidRenderer(environment.Out)
        : new TextRenderer(environment, Limit(parsed));
}
