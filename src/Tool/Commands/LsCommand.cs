using System.CommandLine;
using Weft.Store;

namespace Weft.Tool.Commands;

/// <summary><c>weft ls</c>: the runs, and what one of them has to ask about.</summary>
internal static class LsCommand
{
    internal const string Name = "ls";
    private const int DefaultLimit = 20;

    internal static readonly (string Line, string Meaning)[] Examples =
    [
        ("weft ls", "runs in .weft; outputs and sources of the newest"),
        ("weft ls --run Flights-ba42", "outputs and sources of that run"),
        ("weft ls --dir /var/weft --json", "for a script"),
        ("weft ls --dot | dot -Tsvg > run.svg", "a picture of the ways that records took"),
    ];

    internal static Command Build(ToolEnvironment environment)
    {
        var options = new AskOptions(DefaultLimit, "Most runs, outputs and sources to list");
        var command = new Command(Name, "List runs, and the outputs and sources of the newest or of --run");
        options.AddTo(command);
        command.SetAction(parsed =>
        {
            Listing listing = Progress.During(environment, "reading the recording", () =>
                Listing.Of(options.Folder(parsed, environment), options.Run(parsed), options.Limit(parsed), options.WantsPicture(parsed)));
            options.Renderer(parsed, environment).Print(listing);
            return listing.Detail is { Damages.Count: 0 } ? ExitCode.Exact : ExitCode.NotExact;
        });
        return command;
    }
}
