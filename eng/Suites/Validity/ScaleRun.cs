using Weft.Suites.Commands;
using Weft.Suites.Weaving;

namespace Weft.Suites.Validity;

/// <summary>A large assembly: what weaving did, and what is wrong with the woven one that is not with the unwoven.</summary>
internal sealed record ScaleResult(string Assembly, WeaveReport Woven, JitReport Jit, IReadOnlyList<string> JitFailures, AheadOfTimeReport? AheadOfTime, IReadOnlyList<string> AheadOfTimeComplaints)
{
    public bool IsInvalid => Woven.Errors.Count > 0 || JitFailures.Count > 0 || AheadOfTime is { ExitCode: not 0 } || AheadOfTimeComplaints.Count > 0;
}

/// <summary>Weaves all the assemblies, so that the woven ones call each other, then has each compiled.</summary>
internal sealed class ScaleRun(string work, string mode, string? crossgen, TextWriter progress)
{
    public IEnumerable<ScaleResult> Run(IReadOnlyList<string> assemblies)
    {
        (string Path, string Copy, WeaveReport Report)[] woven = [.. assemblies.Select(path => Weave(path, Path.Combine(work, Path.GetFileName(path))))];
        foreach ((string path, string copy, WeaveReport report) in woven)
        {
            string beside = Path.GetDirectoryName(path)!;
            JitReport before = JitCommand.InProcessOfItsOwn(path, beside);
            JitReport after = JitCommand.InProcessOfItsOwn(copy, beside);
            progress.WriteLine($"{Path.GetFileName(path)}: the JIT compiled {after.Compiled:N0} methods ({before.Compiled:N0} unwoven), refused {after.Failures.Count:N0} ({before.Failures.Count:N0})");
            (AheadOfTimeReport? report, IReadOnlyList<string> complaints) native = crossgen is null ? (null, []) : CompileAheadOfTime(path, copy);
            yield return new ScaleResult(Path.GetFileName(path), report, after, [.. after.Failures.Except(before.Failures)], native.report, native.complaints);
        }
    }

    private (string, string, WeaveReport) Weave(string path, string copy)
    {
        WeaveReport report = WeaveCommand.InProcessOfItsOwn(path, copy, mode);
        progress.WriteLine($"{Path.GetFileName(path)}: {report.Summary} in {report.ReadTime + report.WeaveTime + report.WriteTime:N0} ms");
        return (path, copy, report);
    }

    private (AheadOfTimeReport?, IReadOnlyList<string>) CompileAheadOfTime(string path, string copy)
    {
        AheadOfTimeReport before = AheadOfTime.Compile(crossgen!, path, path, copy + ".unwoven.native");
        AheadOfTimeReport after = AheadOfTime.Compile(crossgen!, copy, path, copy + ".native");
        progress.WriteLine($"{Path.GetFileName(path)}: crossgen2 ended with {after.ExitCode} ({before.ExitCode} unwoven), left {after.NotCompiled.Count:N0} methods to the JIT ({before.NotCompiled.Count:N0})");
        return (after, [.. after.NotCompiled.Except(before.NotCompiled)]);
    }
}
