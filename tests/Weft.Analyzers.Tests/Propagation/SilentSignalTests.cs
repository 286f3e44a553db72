using Verify = Weft.Analyzers.Tests.WeftVerify<Weft.Analyzers.WeftAnalyzer, Weft.Analyzers.Propagation.SilentSignalFix>;

namespace Weft.Analyzers.Tests.Propagation;

/// <summary>Proves that WEFT209, once it is switched on, is reported where a signal is not recorded, and that the fix records it.</summary>
public sealed class SilentSignalTests
{
    private const string Source = """
        using System.Threading;
        using Weft;
        class Worker
        {
            void Run(ManualResetEventSlim ready, SemaphoreSlim free)
            {
                ready.{|WEFT209:Set|}();
                if (ready.IsSet) free.{|WEFT209:Release|}();
            }
        }
        """;

    [Fact]
    public async Task Fix_RecordsTheEvent()
    {
        var test = new Verify.Test(Source, """
            using System.Threading;
            using Weft;
            class Worker
            {
                void Run(ManualResetEventSlim ready, SemaphoreSlim free)
                {
                    ExecutionUnit.Current.Event(EventKind.Signal);
                    ready.Set();
                    if (ready.IsSet)
                    {
                        ExecutionUnit.Current.Event(EventKind.Release);
                        free.Release();
                    }
                }
            }
            """);
        test.TestState.AnalyzerConfigFiles.Add(("/.editorconfig", "root = true\n[*.cs]\ndotnet_diagnostic.WEFT209.severity = suggestion\n"));
        await test.WithWeftMode("Off").RunAsync(); // woven, the signal is followed
    }

    [Fact]
    public Task Rule_NotSwitchedOn_IsSilent()
        => Verify.AnalyzerAsync(Source.Replace("{|WEFT209:", "", StringComparison.Ordinal).Replace("|}", "", StringComparison.Ordinal));
}
