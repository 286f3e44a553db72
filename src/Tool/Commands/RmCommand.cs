using System.CommandLine;
using Weft.Store.Retention;
using Weft.Store.Runs;
using Weft.Tool.Rendering;

namespace Weft.Tool.Commands;

/// <summary><c>weft rm</c>: removes runs by name.</summary>
internal static class RmCommand
{
    internal const string Name = "rm";

    internal static readonly (string Line, string Meaning)[] Examples =
    [
        ("weft rm 20260102-030405-678-Flights-ba42", "remove that run"),
        ("weft rm ba42 17c0 --dry-run", "what would be removed of these two"),
    ];

    internal static Command Build(ToolEnvironment environment)
    {
        var options = new RemoveOptions();
        var names = new Argument<string[]>("RUN") { Description = "Runs: the name of each, or a part of it that fits only one", Arity = ArgumentArity.OneOrMore };
        var command = new Command(Name, "Remove runs; one that is still being recorded is not touched") { names };
        options.AddTo(command);
        command.SetAction(parsed =>
        {
            RunsFolder folder = options.Folder(parsed, environment);
            RunInfo[] runs = [.. parsed.GetRequiredValue(names).Select(name => folder.Find(name)).DistinctBy(run => run.Directory)]; // all are understood before any is removed
            bool isDry = options.IsDry(parsed);
            Removal[] removals = [.. runs.Select(run => Removal.Of(run, isDry))];
            RemovalText.Print(environment, removals, folder.Count, isDry);
            return removals.All(removal => removal.IsRemoved) ? ExitCode.Exact : ExitCode.NotExact;
        });
        return command;
    }
}
