using System.Runtime;
using System.Runtime.InteropServices;

namespace Weft.Benchmarks.Ratios;

/// <summary>What the figures were measured on.</summary>
internal static class Machine
{
    private const string ProcessorFile = "/proc/cpuinfo";

    internal static string Describe() =>
        $"{Processor()}, {Environment.ProcessorCount} logical cores, {RuntimeInformation.OSDescription}, {RuntimeInformation.FrameworkDescription}, " +
        $"{(GCSettings.IsServerGC ? "server" : "workstation")} GC, tiered compilation {TieredCompilation()}";

    private static string Processor() =>
        (File.Exists(ProcessorFile) ? File.ReadLines(ProcessorFile).FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal)) : null)
            ?.Split(':', 2)[1].Trim() ?? RuntimeInformation.ProcessArchitecture.ToString();

    private static string TieredCompilation()
    {
        string[] set = [.. new[] { "TieredCompilation", "TieredPGO", "TC_QuickJitForLoops", "ReadyToRun" }
            .Select(name => (name, value: Environment.GetEnvironmentVariable("DOTNET_" + name)))
            .Where(setting => setting.value is not null)
            .Select(setting => $"{setting.name}={setting.value}")];
        return set.Length == 0 ? "as .NET sets it" : string.Join(' ', set);
    }
}
