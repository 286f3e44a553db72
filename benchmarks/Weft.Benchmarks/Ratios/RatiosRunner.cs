using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace Weft.Benchmarks.Ratios;

/// <summary>Measures every scenario in every mode, prints a table, and says by the exit code whether the figures count.</summary>
internal static class RatiosRunner
{
    /// <summary>Most pairs in the mode activity, each of which takes many times as long.</summary>
    internal const int ActivityPairs = 5;

    private static readonly JsonSerializerOptions _indented = new() { WriteIndented = true };

    internal static int Run(RatiosPlan plan, string? json)
    {
        string recordings = Directory.CreateTempSubdirectory("weft-ratios-").FullName;
        try
        {
            var measured = new List<Measurement>();
            foreach (string scenario in plan.Scenarios)
            {
                foreach (string mode in plan.Modes)
                {
                    measured.Add(Measure(plan, scenario, mode, recordings));
                    // A run of all takes its time, and may be cut off: what is known by then is not lost.
                    Console.Error.WriteLine(RatiosTable.Summary(measured[^1]));
                    if (json is not null) File.WriteAllText(json, JsonSerializer.Serialize(new { Machine = Machine.Describe(), Measurements = measured }, _indented));
                }
            }
            Console.WriteLine(Machine.Describe());
            Console.WriteLine();
            Console.Write(RatiosTable.Print(measured));
            return Judge(measured);
        }
        finally
        {
            Directory.Delete(recordings, recursive: true);
        }
    }

    private static Measurement Measure(RatiosPlan plan, string scenario, string mode, string recordings)
    {
        int pairs = mode == "activity" ? Math.Min(plan.Pairs, ActivityPairs) : plan.Pairs;
        int processes = mode == "activity" ? 1 : Math.Min(plan.Processes, pairs);
        var measured = new List<ProcessMeasurement>();
        for (int process = 0; process < processes; process++)
        {
            int share = (pairs * (process + 1) / processes) - (pairs * process / processes);
            measured.Add(MeasureInProcess(plan.Edges, scenario, mode, share, recordings));
        }
        return Measurement.Over(measured);
    }

    private static ProcessMeasurement MeasureInProcess(string? edges, string scenario, string mode, int pairs, string recordings)
    {
        string program = Environment.ProcessPath ?? throw new InvalidOperationException("The path of this process is not known.");
        var start = new ProcessStartInfo(program) { RedirectStandardOutput = true };
        if (Path.GetFileNameWithoutExtension(program) == "dotnet") start.ArgumentList.Add(typeof(RatiosRunner).Assembly.Location);
        foreach (string argument in new[] { "measure", "--scenario", scenario, "--mode", mode, "--pairs", pairs.ToString(CultureInfo.InvariantCulture) })
            start.ArgumentList.Add(argument);
        if (edges is not null)
        {
            start.ArgumentList.Add("--edges");
            start.ArgumentList.Add(edges);
        }
        // Weft's defaults, whatever is set outside, but every run's output is kept: by default those of one site beyond a thousand are only counted.
        foreach (string name in start.Environment.Keys.Where(IsSettingOfWeft).ToList()) start.Environment.Remove(name);
        start.Environment["WEFT_DIR"] = recordings;
        if (SharesCodeWithUnwoven(mode)) start.Environment["DOTNET_TieredPGO"] = "0";
        start.Environment["WEFT_OUTPUTS_PER_SITE"] = int.MaxValue.ToString(CultureInfo.InvariantCulture);

        using Process process = Process.Start(start) ?? throw new InvalidOperationException($"{program} could not be started.");
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0) throw new InvalidOperationException($"Measuring {scenario} in mode {mode} failed with exit code {process.ExitCode}; see above.");
        return JsonSerializer.Deserialize<ProcessMeasurement>(output) ?? throw new InvalidDataException($"Expected the figures of {scenario} in mode {mode} as JSON, found {output}");
    }

    // Both builds run the very same LINQ methods there. The JIT's profile would inline the lambdas of one build into them and leave the other, with
    // the same code, three times as slow: a lottery, not a measurement. Without profile neither is preferred.
    private static bool SharesCodeWithUnwoven(string mode) => mode is "noop" or "off";

    private static bool IsSettingOfWeft(string name) => name == "WEFT" || name.StartsWith("WEFT_", StringComparison.Ordinal);

    private static int Judge(List<Measurement> measured)
    {
        foreach (Measurement bad in measured.Where(m => !m.ResultsAreEqual)) Console.Error.WriteLine($"{bad.Scenario} {bad.Mode}: the results differ from the unwoven build's.");
        foreach (Measurement bad in measured.Where(m => m.Drops != 0)) Console.Error.WriteLine($"{bad.Scenario} {bad.Mode}: {bad.Drops} rows or columns were dropped.");
        return measured.Exists(m => !m.ResultsAreEqual || m.Drops != 0) ? 1 : 0;
    }
}
