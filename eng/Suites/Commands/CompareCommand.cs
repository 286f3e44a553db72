using System.CommandLine;
using Weft.Suites.Comparison;

namespace Weft.Suites.Commands;

/// <summary><c>suites compare</c>: a built test suite, unwoven and woven.</summary>
internal static class CompareCommand
{
    public static Command Create()
    {
        var folder = new Argument<DirectoryInfo>("folder") { Description = "The output folder of a built test project. It is copied, never changed." };
        folder.AcceptExistingOnly();
        var tests = new Option<string>("--tests") { Description = "The test assembly in it, such as Shop.Tests.dll.", Required = true };
        var weave = new Option<string[]>("--weave") { Description = "Another assembly in it that is woven too; may be repeated." };
        var name = new Option<string>("--name") { Description = "What the suite is called in the table. Default: the name of the test assembly." };
        var modes = new Option<string[]>("--mode") { Description = "Only this mode; may be repeated. Default: Record, then NoOp." };
        modes.AcceptOnlyFromAmong(Suite.AllModes);
        var work = new Option<DirectoryInfo>("--work") { Description = "Where the copies, recordings and results go. Default: a temporary folder, removed afterwards." };
        var timeout = new Option<int>("--timeout") { Description = "Minutes that one run may take.", DefaultValueFactory = _ => 30 };
        var arguments = new Argument<string[]>("arguments") { Description = "After --: handed to the test runner, for instance a filter.", Arity = ArgumentArity.ZeroOrMore };

        var command = new Command("compare", "Runs a test suite twice unwoven, then woven in each mode, and compares test by test.")
        {
            folder, tests, weave, name, modes, work, timeout, arguments,
        };
        command.SetAction(parsed =>
        {
            string assembly = parsed.GetValue(tests)!;
            var suite = new Suite(
                parsed.GetValue(name) ?? Path.GetFileNameWithoutExtension(assembly), parsed.GetValue(folder)!.FullName, assembly,
                [assembly, .. parsed.GetValue(weave) ?? []], parsed.GetValue(modes) is { Length: > 0 } chosen ? chosen : Suite.AllModes,
                TimeSpan.FromMinutes(parsed.GetValue(timeout)), parsed.GetValue(arguments) ?? []);
            return Run(suite, parsed.GetValue(work)?.FullName);
        });
        return command;
    }

    private static int Run(Suite suite, string? work)
    {
        string folder = work ?? Directory.CreateTempSubdirectory("weft-suites-").FullName;
        try
        {
            SuiteResult result = new SuiteRun(suite, folder, Console.Error).Run();
            result.Print(Console.Out);
            return result.Differs ? ExitCode.Different : ExitCode.Equal;
        }
        finally
        {
            if (work is null) Directory.Delete(folder, recursive: true);
        }
    }
}
