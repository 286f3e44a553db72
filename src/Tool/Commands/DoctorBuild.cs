using System.Diagnostics;
using Weft.Store;

namespace Weft.Tool.Commands;

/// <summary>Builds a project so that it says all it has to say of lineage: the compiler's log of diagnostics, those of the level Info too, and what the weaver tells.</summary>
internal static class DoctorBuild
{
    private const int MostErrors = 10;

    /// <summary>Builds, and reads what was said.</summary>
    /// <param name="project">A project file.</param>
    /// <param name="framework">One of those that it is built for; null where it is built for one alone.</param>
    /// <exception cref="AskException">The project does not build.</exception>
    internal static DoctorReport Run(string project, string? framework)
    {
        string folder = Directory.CreateTempSubdirectory("weft-doctor-").FullName;
        string[] chosen = framework is null ? [] : ["-f", framework];
        try
        {
            // What the project depends on is built first: its diagnostics would be written to the same file.
            Build(project, chosen);
            string log = Path.Combine(folder, "diagnostics.sarif");
            string output = Build(project, [.. chosen, "--no-restore", "--no-dependencies", "--no-incremental", "-v:n", $"-p:ErrorLog={log}%2Cversion=2.1"]);
            if (!File.Exists(log)) throw new AskException(AskFault.Question, $"{project} was built, and the compiler wrote no log of diagnostics: only C# projects can be examined.");
            return DoctorReport.Read(File.ReadAllText(log), output);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>
    /// The frameworks for which a project has the package, itself or by its Directory.Build.props: null for that of a project that is built for one alone. It is restored first, by which the package's
    /// properties come in.
    /// </summary>
    /// <exception cref="AskException">The project cannot be restored.</exception>
    internal static IReadOnlyList<string?> FrameworksWithWeft(string project)
    {
        DotNet(project, ["restore", project, "-nologo", "-verbosity:quiet"]);
        string[] several = Property(project, "TargetFrameworks").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return several.Length == 0
            ? Property(project, "WeftWeaver").Length > 0 ? [null] : []
            : [.. several.Distinct(StringComparer.OrdinalIgnoreCase).Where(framework => Property(project, "WeftWeaver", $"-p:TargetFramework={framework}").Length > 0)];
    }

    /// <summary>Runs the command dotnet beside a file, and gives its output.</summary>
    /// <exception cref="AskException">It fails.</exception>
    internal static string DotNet(string file, string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Path.GetDirectoryName(file)! };
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en"; // what the weaver says is read
        start.Environment["DOTNET_NOLOGO"] = "1";
        using Process command = Process.Start(start) ?? throw new AskException(AskFault.Question, "The command dotnet cannot be started: the doctor builds with it.");
        Task<string> complaints = command.StandardError.ReadToEndAsync();
        string output = command.StandardOutput.ReadToEnd();
        command.WaitForExit();
        return command.ExitCode == 0 ? output : throw new AskException(AskFault.Question, $"{file} does not build:\n{ErrorsIn(output + complaints.Result)}");
    }

    private static string Property(string project, string name, params string[] arguments) => DotNet(project, ["msbuild", project, "-nologo", "-nodeReuse:false", $"-getProperty:{name}", .. arguments]).Trim();

    private static string Build(string project, string[] arguments) => DotNet(project, ["build", project, "-nologo", "-nodeReuse:false", .. arguments]);

    private static string ErrorsIn(string output)
    {
        string[] lines = [.. output.Split('\n').Select(line => line.TrimEnd()).Where(line => line.Length > 0)];
        string[] errors = [.. lines.Where(line => line.Contains("error", StringComparison.OrdinalIgnoreCase)).Distinct().Take(MostErrors)];
        return string.Join('\n', errors.Length > 0 ? errors : lines.TakeLast(MostErrors));
    }
}
