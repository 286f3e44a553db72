using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;

namespace Weft.Package.Tests;

/// <summary>Runs the dotnet command, and tools it installed, as a user at a prompt would: without what this test run put into the environment.</summary>
internal static class DotNet
{
    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(3);

    internal static CommandResult Run(string folder, IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? environment = null)
        => Run("dotnet", folder, arguments, environment);

    internal static CommandResult Run(string command, string folder, IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? environment = null)
    {
        var start = new ProcessStartInfo(command, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        foreach (string name in start.Environment.Keys.Where(IsOfThisTestRun).ToList()) start.Environment.Remove(name);
        start.Environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["DOTNET_NOLOGO"] = "1";
        start.Environment["DOTNET_ROOT"] = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..")); // where a tool finds its runtime
        foreach ((string name, string value) in environment ?? new Dictionary<string, string>()) start.Environment[name] = value;

        using Process process = Process.Start(start)!;
        process.StandardInput.Close();
        var output = new StringBuilder();
        void Collect(object sender, DataReceivedEventArgs line)
        {
            if (line.Data is null) return; // the end of one of the two streams
            lock (output) output.AppendLine(line.Data);
        }
        process.OutputDataReceived += Collect;
        process.ErrorDataReceived += Collect;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        if (!process.WaitForExit(_patience))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"'{command} {string.Join(' ', arguments)}' in {folder} took longer than {_patience}:\n{output}");
        }
        process.WaitForExit(); // without a timeout it also waits for the last lines
        return new CommandResult($"{command} {string.Join(' ', arguments)}", process.ExitCode, output.ToString());
    }

    // The test host's MSBuild paths would send a child to the wrong SDK; WEFT* would change what the product does.
    private static bool IsOfThisTestRun(string variable)
        => variable.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)
        || variable.StartsWith("WEFT", StringComparison.OrdinalIgnoreCase)
        || variable.StartsWith("DOTNET_HOST", StringComparison.OrdinalIgnoreCase)
        || variable is "CI";
}
