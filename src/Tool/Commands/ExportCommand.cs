using System.CommandLine;
using Weft.Store;
using Weft.Store.Events;
using Weft.Store.Events.Export;
using Weft.Store.Runs;
using Weft.Tool.Rendering;

namespace Weft.Tool.Commands;

/// <summary><c>weft export</c>: events for the viewers of others.</summary>
internal static class ExportCommand
{
    internal const string Name = "export";

    internal static readonly (string Line, string Meaning)[] Examples =
    [
        ("weft export --format perfetto -o run.pftrace", "for ui.perfetto.dev"),
        ("weft export --format chrome -o run.json", "for chrome://tracing and what reads its files"),
        ("weft export --format otlp-json > run.jsonl", "for an OpenTelemetry collector"),
        ("weft export --trace 0198c1f2 --format chrome", "one trace, of all runs that have it"),
    ];

    private static readonly string[] _formats = ["perfetto", "chrome", "otlp-json"];

    internal static Command Build(ToolEnvironment environment)
    {
        var options = new AskOptions();
        var format = new Option<string>("--format") { Description = "perfetto, chrome or otlp-json", HelpName = "FORMAT", Required = true };
        var file = new Option<string?>("--output", "-o") { Description = "The file to write; default: standard output", HelpName = "FILE" };
        var trace = new Option<string?>("--trace") { Description = "Only this trace, of all runs that have it: its id, or the beginning of it", HelpName = "ID" };
        var command = new Command(Name, "Write the events of a run in the format of a viewer: execution units as tracks, what they waited for as arrows") { format, file, trace };
        options.AddFoldersTo(command);
        format.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && !_formats.Contains(result.Tokens[0].Value)) result.AddError($"--format has to be {string.Join(", ", _formats[..^1])} or {_formats[^1]}.");
        });
        command.SetAction(parsed =>
        {
            string? asked = parsed.GetValue(trace);
            string? path = parsed.GetValue(file);
            using var runs = TraceRuns.Open(options.Folders(parsed, environment), options.Run(parsed), asked, default);
            var events = new AskedEvents(runs.Runs);
            if (events.WhyNone() is { } reason) throw new AskException(AskFault.NotFound, reason);
            TraceId id = asked is null ? default : runs.TraceId(asked);
            if (path is null && environment.IsOutTerminal && parsed.GetValue(format) == _formats[0]) throw new AskException(AskFault.Question, "perfetto is a binary format: name a file with --output, or redirect.");

            using Stream output = path is null ? environment.OpenOut() : File.Create(Path.GetFullPath(path, environment.WorkingDirectory));
            long count = Progress.During(environment, "exporting", report =>
            {
                using var buffered = new BufferedStream(output, 1 << 16);
                return EventExport.Write(events, id, ExportOf(parsed.GetValue(format)!, buffered), done => report($"{Figures.Count(done)} events"));
            });
            if (path is not null) environment.Error.WriteLine($"{Figures.Count(count, "event")} written to {path}");
            string[] damages = [.. runs.Runs.SelectMany(run => run.Damages)];
            foreach (string line in damages.Concat(events.Alignment.Describe())) environment.Error.WriteLine(line);
            return damages.Length == 0 ? ExitCode.Exact : ExitCode.NotExact;
        });
        return command;
    }

    private static IEventExport ExportOf(string format, Stream output) => format switch
    {
        "perfetto" => new PerfettoExport(output),
        "chrome" => new ChromeExport(output),
        _ => new OtlpExport(output),
    };
}
