// With `ratios`: the paired runner. With `soak`: a long run. Else BenchmarkDotNet's suite, with BenchmarkDotNet's options.
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using Weft.Benchmarks.Ratios;

if (args is ["ratios" or "measure" or "soak", ..] or ["--help" or "-h" or "-?"]) return RatiosCommand.Create().Parse(args).Invoke();

string recordings = Directory.CreateTempSubdirectory("weft-benchmarks-").FullName;
try
{
    IConfig config = DefaultConfig.Instance.AddJob(Job.Default.WithEnvironmentVariable("WEFT_DIR", recordings).AsMutator());
    return BenchmarkSwitcher.FromAssembly(typeof(RatiosCommand).Assembly).Run(args, config).Any(summary => summary.HasCriticalValidationErrors) ? 1 : 0;
}
finally
{
    Directory.Delete(recordings, recursive: true);
}
