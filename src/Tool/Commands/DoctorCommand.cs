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
        DoctorExamination examination = Examine(environment, project)
            ?? throw new AskException(AskFault.Question, $"{project} does not use Weft. Add it with: dotnet add {Path.GetFileName(project)} package Weft");
        if (json) DoctorJson.Print(environment.Out, examination);
        else DoctorText.Print(environment.Out, examination);
        return CodeOf(examination.LosesRequired);
    }

    private static int OfSolution(ToolEnvironment environment, string solution, bool json)
    {
        DoctorExamination[] examinations = [.. DoctorProjects.Of(solution).Select(project => Examine(environment, project)).OfType<DoctorExamination>()];
        if (examinations.Length == 0) throw new AskException(AskFault.Question, $"No project of {solution} uses Weft. Add it to one with: dotnet add PROJECT package Weft");
        if (json) DoctorJson.Print(environment.Out, solution, examinations);
        else
        {
            for (int i = 0; i < examinations.Length; i++)
            {
                if (i > 0) environment.Out.WriteLine();
                DoctorText.Print(environment.Out, examinations[i]);
            }
        }
        return CodeOf(examinations.Any(each => each.LosesRequired));
    }

    private static DoctorExamination? Examine(ToolEnvironment environment, string project)
    {
        IReadOnlyList<string?> frameworks = Progress.During(environment, "looking at " + Path.GetFileName(project), () => DoctorBuild.FrameworksWithWeft(project));
        return frameworks.Count == 0 ? null : new DoctorExamination(project,
        [
            .. frameworks.Select(framework => (framework, Progress.During(environment, $"building {Path.GetFileName(project)} {framework}".TrimEnd(), () => DoctorBuild.Run(project, framework)))),
        ]);
    }

    private static int CodeOf(bool losesRequired) => losesRequired ? ExitCode.NotExact : ExitCode.Exact;
}
