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
        ("weft doctor Shop.slnx", "all projects of a solution that use Weft"),
        ("weft doctor --json", "for a script; exit code 1 where [LineageRequired] code loses lineage"),
    ];

    internal static Command Build(ToolEnvironment environment)
    {
        var project = new Argument<string?>("PROJECT") { Description = "A C# project or a solution, or its folder; the working directory when left out", Arity = ArgumentArity.ZeroOrOne };
        var json = new Option<bool>("--json") { Description = "Print JSON" };
        var command = new Command(Name, "Build a project, and say where lineage ends in it, why, and what mends it") { project, json };
        command.SetAction(parsed =>
        {
            string file = DoctorProjects.FileAt(Path.GetFullPath(parsed.GetValue(project) ?? ".", environment.WorkingDirectory));
            return DoctorProjects.IsSolution(file) ? OfSolution(environment, file, parsed.GetValue(json)) : OfProject(environment, file, parsed.GetValue(json));
        });
        return command;
    }

    private static int OfProject(ToolEnvironment environment, string project, bool json)
    {
        DoctorReport report = Progress.During(environment, "building", () => DoctorBuild.UsesWeft(project)
            ? DoctorBuild.Run(project)
            : throw new AskException(AskFault.Question, $"{project} does not use Weft. Add it with: dotnet add {Path.GetFileName(project)} package Weft"));
        if (json) DoctorJson.Print(environment.Out, project, report);
        else DoctorText.Print(environment.Out, project, report);
        return CodeOf([report]);
    }

    private static int OfSolution(ToolEnvironment environment, string solution, bool json)
    {
        List<(string Project, DoctorReport Report)> reports = [];
        foreach (string project in DoctorProjects.Of(solution))
            if (Progress.During(environment, "looking at " + Path.GetFileName(project), () => DoctorBuild.UsesWeft(project)))
                reports.Add((project, Progress.During(environment, "building " + Path.GetFileName(project), () => DoctorBuild.Run(project))));
        if (reports.Count == 0) throw new AskException(AskFault.Question, $"No project of {solution} uses Weft. Add it to one with: dotnet add PROJECT package Weft");
        if (json) DoctorJson.Print(environment.Out, solution, reports);
        else
        {
            for (int i = 0; i < reports.Count; i++)
            {
                if (i > 0) environment.Out.WriteLine();
                DoctorText.Print(environment.Out, reports[i].Project, reports[i].Report);
            }
        }
        return CodeOf(reports.Select(each => each.Report));
    }

    private static int CodeOf(IEnumerable<DoctorReport> reports) => reports.Any(report => report.LosesRequired) ? ExitCode.NotExact : ExitCode.Exact;
}
