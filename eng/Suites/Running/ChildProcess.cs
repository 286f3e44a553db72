using System.Diagnostics;
using System.Text;
using Weft.Suites.Weaving;

namespace Weft.Suites.Running;

/// <summary>How a process ended, and what it said on both streams.</summary>
internal sealed record ProcessResult(int ExitCode, string Output);

internal static class ChildProcess
{
    public static string DotNet => Path.Combine(ReferenceFolders.DotNetRoot, OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet");

    /// <summary>Runs a process to its end, without the WEFT variables of this one.</summary>
    /// <exception cref="SuiteException">It took longer than <paramref name="patience"/>; it and its children are ended.</exception>
    public static ProcessResult Run(string command, IEnumerable<string> arguments, string folder, TimeSpan patience, IReadOnlyDictionary<string, string>? environment = null)
    {
        var start = new ProcessStartInfo(command, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        foreach (string name in start.Environment.Keys.Where(key => key.StartsWith("WEFT", StringComparison.OrdinalIgnoreCase)).ToList()) start.Environment.Remove(name);
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        foreach ((string name, string value) in environment ?? new Dictionary<string, string>()) start.Environment[name] = value;

        using Process process = Process.Start(start)!;
        process.StandardInput.Close();
        var output = new StringBuilder();
        process.OutputDataReceived += Collect;
        process.ErrorDataReceived += Collect;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        if (!process.WaitForExit(patience))
        {
            process.Kill(entireProcessTree: true);
            throw new SuiteException($"'{command} {string.Join(' ', start.ArgumentList)}' took longer than {patience.TotalMinutes:0} minutes; --timeout grants more. It said:\n{Text()}");
        }
        process.WaitForExit(); // without a timeout it also waits for the last lines
        return new ProcessResult(process.ExitCode, Text());

        void Collect(object sender, DataReceivedEventArgs line)
        {
            if (line.Data is null) return; // the end of one of the two streams
            lock (output) output.Append(line.Data).Append('\n');
        }

        string Text()
        {
            lock (output) return output.ToString();
        }
    }
}
