using System.CommandLine;
using Weft.Store;
using Weft.Store.Addresses;
using Weft.Store.Runs;

namespace Weft.Tool.Commands;

/// <summary><c>weft why</c>: which inputs an output record stands on, and by which operators.</summary>
internal static class WhyCommand
{
    internal const string Name = "why";
    private const int DefaultLimit = 200;

    internal static readonly (string Line, string Meaning)[] Examples =
    [
        ("weft why report[3]", "why is the fourth row of the report there?"),
        ("weft why report[3] --show-lines", "with the text of the input lines"),
        ("weft why report#2[3]", "in the second report that was made"),
        ("weft why report@Program.cs:26[3]", "of the report made there, when several have the name"),
        ("weft why total", "a scalar"),
        ("weft why report[3] --with ../sender/.weft", "what came by messages, too: back into the runs of their sender"),
        ("weft why report[3] --when", "when each record was there, and what it waited for"),
        ("weft why report[3] --mermaid", "a graph to paste into Markdown"),
    ];

    internal static Command Build(ToolEnvironment environment)
    {
        var options = new AskOptions(DefaultLimit, "Ancestors beyond which they are counted by operator and source instead of listed");
        var record = new Argument<string>("OUTPUT[INDEX]") { Description = "An output record: name and 0-based index, as weft ls lists them (quote it where the shell expands [ ])" };
        var showLines = new Option<bool>("--show-lines") { Description = "Print the text of input lines, where the file is unchanged" };
        var when = new Option<bool>("--when") { Description = "Say of each record when it was there, and what it waited for since its inputs were" };
        var command = new Command(Name, "Why is this output record there? Prints its inputs and the operators between") { record, showLines, when };
        options.AddAcrossTo(command);
        command.SetAction(parsed =>
        {
            RunInfo info = options.Folder(parsed, environment).Find(options.Run(parsed));
            WhyAnswer answer = Progress.During(environment, $"reading {info.Name}", () =>
            {
                using OpenRun run = OpenRun.Open(info);
                using RunsByProcess others = options.Others(parsed, environment);
                return WhyAnswer.Ask(run, OutputRecord.Find(run, parsed.GetRequiredValue(record)), options.Limit(parsed), parsed.GetValue(showLines), others, parsed.GetValue(when));
            });
            options.Renderer(parsed, environment).Print(answer);
            return answer.Graph.Verdict == LineageVerdict.Exact ? ExitCode.Exact : ExitCode.NotExact;
        });
        return command;
    }
}
