using System.CommandLine;
using System.Text.Json;
using Weft.Suites.Weaving;

namespace Weft.Suites.Commands;

/// <summary><c>suites weave</c>: one assembly, in place. The other commands start it in a process of its own, whose memory is what weaving took.</summary>
internal static class WeaveCommand
{
    public static Command Create()
    {
        var assembly = new Argument<FileInfo>("assembly") { Description = "The assembly; a portable pdb beside it is woven too. Its references are looked for in its folder and in the reference packs." };
        assembly.AcceptExistingOnly();
        var mode = new Option<string>("--mode") { Description = "The weaver's mode.", DefaultValueFactory = _ => "Record" };
        mode.AcceptOnlyFromAmong("Record", "NoOp");
        var output = new Option<FileInfo>("--output") { Description = "Where the woven assembly goes. Default: in place." };

        var command = new Command("weave", "Weaves one assembly and prints what was done, as JSON.") { assembly, mode, output };
        command.SetAction(parsed =>
        {
            string path = parsed.GetValue(assembly)!.FullName;
            WeaveReport report = AssemblyWeaving.Run(path, parsed.GetValue(output)?.FullName ?? path, parsed.GetValue(mode)!);
            Console.WriteLine(JsonSerializer.Serialize(report));
            return report.Errors.Count == 0 ? ExitCode.Equal : ExitCode.Different;
        });
        return command;
    }

    /// <summary>Weaves in a process of its own.</summary>
    public static WeaveReport InProcessOfItsOwn(string assembly, string output, string mode)
    {
        Running.ProcessResult process = Running.ChildProcess.Run(
            Running.ChildProcess.DotNet, [typeof(WeaveCommand).Assembly.Location, "weave", assembly, "--output", output, "--mode", mode], Path.GetDirectoryName(output)!, TimeSpan.FromMinutes(10));
        if (process.Output.Split('\n').LastOrDefault(line => line.StartsWith('{')) is not { } json)
            throw new SuiteException($"weaving {assembly} ended with exit code {process.ExitCode}:\n{process.Output}");
        return JsonSerializer.Deserialize<WeaveReport>(json)!;
    }
}
