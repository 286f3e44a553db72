using System.Diagnostics;

namespace Weft.Tool.Tests.Harness;

/// <summary>What a process returned and wrote.</summary>
internal sealed record ProcessResult(int ExitCode, string Out, string Error);

/// <summary>Runs assemblies as processes of their own.</summary>
internal static class Processes
{
    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(2);

    /// <summary>Starts <c>dotnet assembly arguments</c> with nothing of Weft in its environment but what is given.</summary>
    internal static Process Start(string assembly, IEnumerable<string> arguments, string workingDirectory, params (string Name, string Value)[] environment)
    {
        Assert.True(File.Exists(assembly), $"{assembly} has not been built.");
        var start = new ProcessStartInfo("dotnet", [assembly, .. arguments])
        {
            WorkingDirectory = workingDirectory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        foreach (string inherited in start.Environment.Keys.Where(name => name.StartsWith("WEFT", StringComparison.Ordinal)).ToArray()) start.Environment.Remove(inherited);
        foreach ((string name, string value) in environment) start.Environment[name] = value;
        return Process.Start(start)!;
    }

    /// <summary>Runs <c>dotnet assembly arguments</c> to its end.</summary>
    internal static ProcessResult Run(string assembly, IEnumerable<string> arguments, string workingDirectory, params (string Name, string Value)[] environment)
    {
        using Process process = Start(assembly, arguments, workingDirectory, environment);
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> error = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(_patience))
        {
            process.Kill();
            Assert.Fail($"{Path.GetFileName(assembly)} {string.Join(' ', arguments)} did not end within {_patience.TotalSeconds:0} seconds.");
        }
        return new ProcessResult(process.ExitCode, output.GetAwaiter().GetResult(), error.GetAwaiter().GetResult());
    }
}
