using System.Runtime.InteropServices;
using Weft.Suites.Running;
using Weft.Suites.Weaving;

namespace Weft.Suites.Validity;

/// <summary>What crossgen2 said of an assembly: its exit code, and the methods it did not compile, with the reason.</summary>
internal sealed record AheadOfTimeReport(int ExitCode, IReadOnlyList<string> NotCompiled, string Tail);

/// <summary>Compiles an assembly by crossgen2, which reads IL by other code than the JIT's loader.</summary>
internal static class AheadOfTime
{
    public static AheadOfTimeReport Compile(string crossgen, string assembly, string original, string output)
    {
        string[] arguments =
        [
            assembly, "-o", output, "-O", "--verbose", "--targetos", Os, "--targetarch", RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant(),
            "-r", Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "*.dll"), "-r", ReferenceFolders.WeftAssembly, "-r", Path.Combine(Path.GetDirectoryName(original)!, "*.dll"),
        ];
        ProcessResult process = crossgen.EndsWith(".dll", StringComparison.Ordinal)
            ? ChildProcess.Run(ChildProcess.DotNet, [crossgen, .. arguments], Path.GetDirectoryName(output)!, TimeSpan.FromMinutes(20))
            : ChildProcess.Run(crossgen, arguments, Path.GetDirectoryName(output)!, TimeSpan.FromMinutes(20));
        string[] lines = process.Output.Split('\n');
        return new AheadOfTimeReport(
            process.ExitCode, [.. lines.Where(line => line.Contains("was not compiled because", StringComparison.Ordinal)).Distinct()], string.Join('\n', lines.TakeLast(5)));
    }

    private static string Os => OperatingSystem.IsWindows() ? "windows" : OperatingSystem.IsMacOS() ? "osx" : "linux";
}
