using System.Diagnostics;
using Weft.Store;

namespace Weft.Tool.Commands;

/// <summary>Builds a project so that it says all it has to say of lineage: the compiler's log of diagnostics, those of the level Info too, and what the weaver tells.</summary>
internal static class DoctorBuild
{
    /// <summary>Builds, and reads what was said.</summary>
    /// <param name="project">A project file.</param>
    /// <exception cref="AskException">The project does not build.</exception>
    internal static DoctorReport Run(string project)
    {
        string folder = Directory.CreateTempSubdirectory("weft-doctor-").FullName;
        try
        {
            // What the project depends on is built first: its diagnostics would be written to the same file.
            DotNet(project, []);
            string log = Path.Combine(folder, "diagnostics.sarif");
            string output = DotNet(project, ["--no-restore", "--no-dependencies", "--no-incremental", "-v:n", $"-p:ErrorLog={log}%2Cversion=2.1"]);
            if (!File.Exists(log)) throw new AskException(AskFault.Question, $"{project} was built, and the compiler wrote no log of diagnostics: only C# projects can be examined.");
            return DoctorReport.Read(File.ReadAllText(log), output);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string DotNet(string project, string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", ["build", project, "-nologo", "-nodeReuse:false", .. arguments]) { RedirectStandardOutput = true, WorkingDirectory = Path.GetDirectoryName(project)! };
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en"; // what the weaver says is read
        start.Environment["DOTNET_NOLOGO"] = "1";
        using Process build = Process.Start(start) ?? throw new AskException(AskFault.Question, "The command dotnet cannot be started: the doctor builds with it.");
        string output = build.StandardOutput.ReadToEnd();
        build.WaitForExit();
        if (build.ExitCode != 0)
            throw new AskException(AskFault.Question, $"{project} does not build:\n{string.Join('\n', output.Split('\n').Where(line => line.Contains("error", StringComparison.OrdinalIgnoreCase)).Distinct().Take(10))}");
        return output;
    }
}
