using System.CommandLine;
using Weft.Store;
using Weft.Store.Addresses;
using Weft.Store.Runs;

namespace Weft.Tool.Commands;

/// <summary><c>weft path</c>: what an output had to wait for.</summary>
internal static class PathCommand
{
    internal const string Name = "path";
    private const int DefaultLimit = 200;

    internal static readonly (string Line, string Meaning)[] Examples =
    [
        ("weft path report", "what did the report wait for?"),
        ("weft path report#2 --limit 1000", "the second report, step by step"),
        ("weft path report --with ../sender/.weft", "into the processes that it waited for, too"),
    ];

    internal static Command Build(ToolEnvironment environment)
    {
        var options = new AskOptions(DefaultLimit, "Steps beyond which they are counted by what and where instead of listed");
        var record = new Argument<string>("OUTPUT[INDEX]") { Description = "An output, as weft ls lists them; of a collection all records were there at once, and the index may be left out" };
        var command = new Command(Name, "What did this output wait for? Prints the critical path: the chain of events without which it would have been made earlier") { record };
        options.AddEventsTo(command);
        command.SetAction(parsed =>
        {
            RunInfo info = options.Folder(parsed, environment).Find(options.Run(parsed));
            PathAnswer answer = Progress.During(environment, $"reading {info.Name}", () =>
            {
                using OpenRun run = OpenRun.Open(info);
                using RunsByProcess others = options.Others(parsed, environment);
                return PathAnswer.Ask(run, OutputRecord.FindAny(run, parsed.GetRequiredValue(record)), options.Limit(parsed), others);
            });
            options.EventRenderer(parsed, environment).Print(answer);
            return answer.Path.Verdict == LineageVerdict.Exact ? ExitCode.Exact : ExitCode.NotExact;
        });
        return command;
    }
}
