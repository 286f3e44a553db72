using System.CommandLine;
using System.Text.Json;
using Weft.Suites.Running;
using Weft.Suites.Validity;

namespace Weft.Suites.Commands;

/// <summary><c>suites jit</c>: has the JIT compile every method of an assembly. A process of its own each, since no assembly can be loaded twice for this.</summary>
internal static class JitCommand
{
    public static Command Create()
    {
        var assembly = new Argument<FileInfo>("assembly") { Description = "The assembly, woven or not." };
        assembly.AcceptExistingOnly();
        var beside = new Option<DirectoryInfo[]>("--beside") { Description = "Another folder in which its references are looked for; may be repeated." };
        var command = new Command("jit", "Has the JIT compile every method of an assembly and prints what was compiled and what failed, as JSON.") { assembly, beside };
        command.SetAction(parsed =>
        {
            string path = parsed.GetValue(assembly)!.FullName;
            JitReport report = MethodCompiler.Compile(path, [Path.GetDirectoryName(path)!, .. (parsed.GetValue(beside) ?? []).Select(folder => folder.FullName)]);
            Console.WriteLine(JsonSerializer.Serialize(report));
            return report.Failures.Count == 0 ? ExitCode.Equal : ExitCode.Different;
        });
        return command;
    }

    /// <summary>Compiles in a process of its own, in which nothing is recorded.</summary>
    public static JitReport InProcessOfItsOwn(string assembly, string beside)
    {
        ProcessResult process = ChildProcess.Run(
            ChildProcess.DotNet, [typeof(JitCommand).Assembly.Location, "jit", assembly, "--beside", beside], Path.GetDirectoryName(assembly)!, TimeSpan.FromMinutes(20),
            new Dictionary<string, string>
            {
                ["WEFT"] = "0",
                // A native image that the assembly brings would be taken in place of its IL, and methods compiled quickly are compiled less thoroughly.
                ["DOTNET_ReadyToRun"] = "0",
                ["DOTNET_TieredCompilation"] = "0",
            });
        if (process.Output.Split('\n').LastOrDefault(line => line.StartsWith('{')) is not { } json)
            throw new SuiteException($"compiling the methods of {assembly} ended with exit code {process.ExitCode}:\n{process.Output}");
        return JsonSerializer.Deserialize<JitReport>(json)!;
    }
}
