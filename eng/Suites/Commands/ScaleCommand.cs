using System.CommandLine;
using Weft.Suites.Validity;

namespace Weft.Suites.Commands;

/// <summary><c>suites scale</c>: large assemblies, woven and checked.</summary>
internal static class ScaleCommand
{
    public static Command Create()
    {
        var assemblies = new Argument<FileInfo[]>("assemblies") { Description = "The assemblies. They are not changed.", Arity = ArgumentArity.OneOrMore };
        assemblies.AcceptExistingOnly();
        var mode = new Option<string>("--mode") { Description = "The weaver's mode.", DefaultValueFactory = _ => "Record" };
        mode.AcceptOnlyFromAmong("Record", "NoOp");
        var crossgen = new Option<FileInfo>("--crossgen") { Description = "The crossgen2 program: compiles each assembly ahead of time, too, woven and unwoven." };
        crossgen.AcceptExistingOnly();
        var work = new Option<DirectoryInfo>("--work") { Description = "Where the woven assemblies stay. Default: a temporary folder, removed afterwards." };

        var command = new Command("scale", "Weaves large assemblies, reports sites, time and memory, and has every method compiled.") { assemblies, mode, crossgen, work };
        command.SetAction(parsed =>
        {
            string folder = parsed.GetValue(work)?.FullName ?? Directory.CreateTempSubdirectory("weft-scale-").FullName;
            Directory.CreateDirectory(folder);
            try
            {
                var run = new ScaleRun(folder, parsed.GetValue(mode)!, parsed.GetValue(crossgen)?.FullName, Console.Error);
                ScaleResult[] results = [.. run.Run([.. parsed.GetValue(assemblies)!.Select(file => file.FullName)])];
                ScaleTable.Print(results, Console.Out);
                return results.Any(result => result.IsInvalid) ? ExitCode.Different : ExitCode.Equal;
            }
            finally
            {
                if (parsed.GetValue(work) is null) Directory.Delete(folder, recursive: true);
            }
        });
        return command;
    }
}
