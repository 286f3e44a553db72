using System.CommandLine;
using Weft.Store;

namespace Weft.Tool.Commands;

/// <summary><c>weft doctor</c>: builds a project and says where lineage ends in it, why, and what mends it.</summary>
internal static class DoctorCommand
{
    internal const string Name = "doctor";

    internal static readonly (string Line, string Meaning)[] Examples =
    [
        ("weft doctor", "the project in the working directory"),
        ("weft doctor src/Shop/Shop.csproj", "that project"),
        ("weft doctor --json", "for a script; exit code 1 where [LineageRequired] code loses lineage"),
    ];

    internal static Command Build(ToolEnvironment environment)
    {
        var project = new Argument<string?>("PROJECT") { Description = "A C# project, or its folder; the working directory when left out", Arity = ArgumentArity.ZeroOrOne };
        var json = new Option<bool>("--json") { Description = "Print JSON" };
        var command = new Command(Name, "Build a project, and say where lineage ends in it, why, and what mends it") { project, json };
        command.SetAction(parsed =>
        {
            string file = ProjectAt(Path.GetFullPath(parsed.GetValue(project) ?? ".", environment.WorkingDirectory));
            DoctorReport report = Progress.During(environment, "building", () => DoctorBuild.Run(file));
            if (parsed.GetValue(json)) DoctorJson.Print(environment.Out, file, report);
            else DoctorText.Print(environment.Out, file, report);
            return report.LosesRequired ? ExitCode.NotExact : ExitCode.Exact;
        });
        return command;
    }

    private static string ProjectAt(string path)
    {
        if (File.Exists(path)) return path;
        string[] projects = Directory.Exists(path) ? Directory.GetFiles(path, "*.csproj") : [];
        return projects.Length switch
        {
            1 => projects[0],
            0 => throw new AskException(AskFault.NotFound, $"There is no C# project at {path}."),
            _ => throw new AskException(AskFault.Question, $"There are several projects in {path}: {string.Join(", ", projects.Select(Path.GetFileName))}. Name one."),
        };
    }
}
