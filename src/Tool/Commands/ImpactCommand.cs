using System.CommandLine;
using Weft.Store;
using Weft.Store.Addresses;
using Weft.Store.Runs;

namespace Weft.Tool.Commands;

/// <summary><c>weft impact</c>: which outputs an input record reached, and by which operators.</summary>
internal static class ImpactCommand
{
    internal const string Name = "impact";
    private const int DefaultLimit = 200;

    internal static readonly (string Line, string Meaning)[] Examples =
    [
        ("weft impact flights.csv:17", "where did line 17 of the file go?"),
        ("weft impact flights.csv[16]", "the same line: [ ] counts from 0"),
        ("weft impact data/flights.csv:17", "when several files have the name"),
        ("weft impact flights.csv", "all of its lines"),
        ("weft impact numbers[0] --json", "a record of a collection, as weft ls lists them"),
    ];

    internal static Command Build(ToolEnvironment environment)
    {
        var options = new AskOptions(DefaultLimit, "Records beyond which they are counted by operator instead of listed; most ranges to list of an output");
        var record = new Argument<string>("SOURCE[INDEX]") { Description = "Input records: a file with :LINE (from 1) or a source with [INDEX] (from 0), as weft ls lists them; without either, all of its records" };
        var showLines = new Option<bool>("--show-lines") { Description = "Print the text of the input line, where the file is unchanged" };
        var command = new Command(Name, "Where did this input go? Prints the outputs that it reached and the operators between") { record, showLines };
        options.AddAcrossTo(command);
        command.SetAction(parsed =>
        {
            RunInfo info = options.Folder(parsed, environment).Find(options.Run(parsed));
            ImpactAnswer answer = Progress.During(environment, $"reading {info.Name}", () =>
            {
                using OpenRun run = OpenRun.Open(info);
                using RunsByProcess others = options.Others(parsed, environment);
                return ImpactAnswer.Ask(run, SourceRecords.Find(run, parsed.GetRequiredValue(record)), options.Limit(parsed), parsed.GetValue(showLines), others);
            });
            options.Renderer(parsed, environment).Print(answer);
            return answer.Verdict == LineageVerdict.Exact ? ExitCode.Exact : ExitCode.NotExact;
        });
        return command;
    }
}
