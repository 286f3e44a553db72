// Without arguments, or with BenchmarkDotNet's: the suite. With `ratios`: the paired runner.
using BenchmarkDotNet.Running;
using Weft.Benchmarks.Ratios;

if (args is ["ratios" or "measure", ..] or ["--help" or "-h" or "-?"]) return RatiosCommand.Create().Parse(args).Invoke();
BenchmarkSwitcher.FromAssembly(typeof(RatiosCommand).Assembly).Run(args);
return 0;
