using Weft.Suites.Commands;
using Weft.Suites.Running;
using Weft.Suites.Weaving;

namespace Weft.Suites.Comparison;

/// <summary>Runs a suite: unwoven, unwoven again (what differs then is no fault of the weaver), woven in each mode.</summary>
internal sealed class SuiteRun(Suite suite, string work, TextWriter progress)
{
    public SuiteResult Run()
    {
        TestResults unwoven = RunTests(Copy("unwoven"), "unwoven", "unwoven");
        TestResults again = RunTests(Path.Combine(work, "unwoven"), "again", "unwoven, once more");
        HashSet<TestName> unstable = [.. Differences.Between(unwoven, again).Tests.Select(difference => difference.Test)];
        return new SuiteResult(suite.Name, unwoven, unstable, [.. suite.Modes.Select(mode => RunWoven(mode, unwoven, unstable))]);
    }

    private WovenResult RunWoven(string mode, TestResults unwoven, HashSet<TestName> unstable)
    {
        string folder = Copy(mode);
        var woven = new List<string>();
        foreach (string assembly in suite.Woven)
        {
            string path = Path.Combine(folder, assembly);
            if (!File.Exists(path)) throw new SuiteException($"{assembly} is not in {suite.Folder}; --tests and --weave take file names of that folder");
            WeaveReport report = WeaveCommand.InProcessOfItsOwn(path, path, mode);
            if (report.Errors.Count > 0) throw new SuiteException($"{assembly} cannot be woven: {string.Join("\n", report.Errors)}");
            progress.WriteLine($"{suite.Name}: {assembly}: {report.Summary}");
            foreach (string warning in report.Warnings) progress.WriteLine($"  {warning}");
            woven.Add($"{assembly}: {report.Summary}");
        }
        DependencyManifest.AddWeft(folder);

        TestResults results = RunTests(folder, mode, $"woven for {mode}");
        Differences differences = Differences.Between(unwoven, results);
        long recorded = BytesIn(Recordings(mode));
        if (mode == "Record" && recorded == 0)
            throw new SuiteException($"the woven {suite.Tests} recorded nothing, so that the comparison says nothing: does it call LINQ, and is it this one that ran?");
        return new WovenResult(mode, results, [.. differences.Tests.Where(d => !unstable.Contains(d.Test))], differences.Renamed, recorded, woven);
    }

    private TestResults RunTests(string folder, string name, string description)
    {
        progress.WriteLine($"{suite.Name}: {description} ...");
        TestResults results = TestRunner.Run(folder, suite.Tests, Path.Combine(work, name + ".trx"), Recordings(name), suite.Patience, suite.Arguments);
        if (results.Count == 0) throw new SuiteException($"no test of {suite.Tests} was run ({description}): is its test adapter among the files of {suite.Folder}?");
        progress.WriteLine($"{suite.Name}: {description}: {results.Count} tests, {results.Passed} passed, {results.Failed} failed");
        return results;
    }

    private string Recordings(string name) => Path.Combine(work, "recordings", name);

    private string Copy(string name)
    {
        string copy = Path.Combine(work, name);
        if (Directory.Exists(copy)) Directory.Delete(copy, recursive: true);
        if (Directory.Exists(Recordings(name))) Directory.Delete(Recordings(name), recursive: true);
        foreach (string file in Directory.EnumerateFiles(suite.Folder, "*", SearchOption.AllDirectories))
        {
            string target = Path.Combine(copy, Path.GetRelativePath(suite.Folder, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
        return copy;
    }

    private static long BytesIn(string folder) =>
        Directory.Exists(folder) ? new DirectoryInfo(folder).EnumerateFiles("*", SearchOption.AllDirectories).Sum(file => file.Length) : 0;
}
