using System.CommandLine;
using Weft.Store;
using Weft.Store.Runs;

namespace Weft.Tool.Commands;

/// <summary><c>weft trace</c>: the traces of runs, and the events of one.</summary>
internal static class TraceCommand
{
    internal const string Name = "trace";
    private const int DefaultLimit = 200;

    internal static readonly (string Line, string Meaning)[] Examples =
    [
        ("weft trace", "the traces of the newest run"),
        ("weft trace --since 10m", "those of all runs that began in the last ten minutes"),
        ("weft trace 0198c1f2", "the events of the trace whose id begins so, over all processes"),
        ("weft trace 0198c1f2 --with ../sender/.weft", "with the recordings of another folder"),
    ];

    internal static Command Build(ToolEnvironment environment)
    {
        var options = new AskOptions(DefaultLimit, "Most traces or events to list");
        var id = new Argument<string?>("ID") { Description = "A trace: its id, or the beginning of it; without, the traces are listed", Arity = ArgumentArity.ZeroOrOne };
        var window = new WindowOptions();
        var command = new Command(Name, "List traces, or the events of one in the order of time, over execution units and processes") { id };
        options.AddEventsTo(command);
        window.AddTo(command);
        command.SetAction(parsed =>
        {
            string? asked = parsed.GetValue(id);
            TimeWindow times = window.Of(parsed);
            return Progress.During(environment, "reading recordings", () =>
            {
                using var runs = TraceRuns.Open(options.Folders(parsed, environment), options.Run(parsed), asked, times);
                if (asked is null) return Print(options, parsed, environment, TraceListing.Of(runs.Runs, times, options.Limit(parsed)));
                return Print(options, parsed, environment, TraceAnswer.Ask(runs.Runs, runs.TraceId(asked), options.Limit(parsed)));
            });
        });
        return command;
    }

    private static int Print(AskOptions options, ParseResult parsed, ToolEnvironment environment, TraceListing listing)
    {
        options.EventRenderer(parsed, environment).Print(listing);
        return ExitCode.Exact;
    }

    private static int Print(AskOptions options, ParseResult parsed, ToolEnvironment environment, TraceAnswer answer)
    {
        options.EventRenderer(parsed, environment).Print(answer);
        return answer.Reasons.Count == 0 ? ExitCode.Exact : ExitCode.NotExact;
    }
}
