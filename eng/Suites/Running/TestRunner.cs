namespace Weft.Suites.Running;

/// <summary>Runs the tests of a built assembly and reads the results. An assembly with xunit v3 is its own runner; any other one is run by VSTest.</summary>
internal static class TestRunner
{
    /// <param name="folder">The folder of the test assembly.</param>
    /// <param name="assembly">The test assembly's file name.</param>
    /// <param name="results">The file that the results are written to.</param>
    /// <param name="recordings">The folder for recordings.</param>
    /// <param name="patience">How long the run may take.</param>
    /// <param name="arguments">More arguments for the runner.</param>
    /// <exception cref="SuiteException">The run gave no results, or took too long.</exception>
    public static TestResults Run(string folder, string assembly, string results, string recordings, TimeSpan patience, IEnumerable<string> arguments)
    {
        string[] line = File.Exists(Path.Combine(folder, "xunit.v3.core.dll"))
            ? [assembly, "-noLogo", "-noColor", "-noAutoReporters", "-trx", results]
            : ["vstest", assembly, $"--logger:trx;LogFileName={results}"];
        File.Delete(results);
        ProcessResult process = ChildProcess.Run(
            ChildProcess.DotNet, [.. line, .. arguments], folder, patience, new Dictionary<string, string> { ["WEFT_DIR"] = recordings });
        if (!File.Exists(results)) throw new SuiteException($"the tests of {assembly} gave no results (exit code {process.ExitCode}). The runner said:\n{process.Output}");
        return TestResults.Read(results);
    }
}
