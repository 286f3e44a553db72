using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Weft.Flights.Tests;

/// <summary>One run of the sample in a working directory of its own: the report's rows and the answer below them.</summary>
internal sealed partial class FlightsRun
{
    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(1);

    private FlightsRun(string output, bool recorded)
    {
        string[] parts = output.Split("\n\n", 2);
        Report = parts[0].Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Answer = parts.Length == 2 ? parts[1].TrimEnd() : "";
        Recorded = recorded;
    }

    /// <summary>The printed rows.</summary>
    internal IReadOnlyList<string> Report { get; }

    /// <summary>Why the first row is what it is, as printed.</summary>
    internal string Answer { get; }

    /// <summary>Whether the run left a recording in its working directory.</summary>
    internal bool Recorded { get; }

    /// <summary>The lines that the answer names: file and 1-based number, each once.</summary>
    internal IReadOnlySet<(string File, int Number)> NamedLines =>
        FileAndLine().Matches(Answer).Select(match => (match.Groups["file"].Value, int.Parse(match.Groups["line"].Value))).ToHashSet();

    /// <summary>The folder of the data that the sample brings along.</summary>
    internal static string SampleData { get; } = Path.Combine(AppContext.BaseDirectory, "data");

    /// <summary>Runs a build of the sample.</summary>
    /// <param name="build">The program: Flights, Flights.Off or Flights.NoOp.</param>
    /// <param name="data">The folder of its data; null for the data beside the program.</param>
    /// <param name="environment">Variables to set.</param>
    internal static FlightsRun Start(string build = "Flights", string? data = null, params (string Name, string Value)[] environment)
    {
        string directory = Directory.CreateTempSubdirectory("weft-flights-").FullName;
        try
        {
            var start = new ProcessStartInfo("dotnet") { WorkingDirectory = directory, RedirectStandardOutput = true, RedirectStandardError = true };
            start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, build + ".dll"));
            if (data is not null) start.ArgumentList.Add(data);
            foreach (string name in start.Environment.Keys.Where(name => name.StartsWith("WEFT", StringComparison.Ordinal)).ToList()) start.Environment.Remove(name);
            foreach ((string name, string value) in environment) start.Environment[name] = value;

            using Process process = Process.Start(start)!;
            Task<string> output = process.StandardOutput.ReadToEndAsync();
            Task<string> errors = process.StandardError.ReadToEndAsync();
            if (!process.WaitForExit(_patience))
            {
                process.Kill();
                Assert.Fail($"{build} was still running after {_patience}.");
            }
            Assert.True(process.ExitCode == 0 && errors.Result.Length == 0, $"{build} ended with exit code {process.ExitCode}: {errors.Result}");
            return new FlightsRun(output.Result.ReplaceLineEndings("\n"), Directory.Exists(Path.Combine(directory, ".weft")));
        }
        finally
        {
            Directory.Delete(directory, recursive: true);
        }
    }

    [GeneratedRegex(@"(?<file>\w+\.csv):(?<line>\d+)")]
    private static partial Regex FileAndLine();
}
