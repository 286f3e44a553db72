using Verify = Weft.Analyzers.Tests.WeftVerify<Weft.Analyzers.WeftAnalyzer, Weft.Analyzers.ExecutionUnits.ThreadBoundAcrossAwaitFix>;

namespace Weft.Analyzers.Tests.ExecutionUnits;

/// <summary>Proves that WEFT106 is reported where a unit of the kind Thread is open across a place where the thread may change, and that the fix changes its kind.</summary>
public sealed class ThreadBoundAcrossAwaitTests
{
    [Fact]
    public Task Fix_OfAUnitOpenAcrossAHandOver_ChangesItsKind() => Verify.FixAsync("""
        using System.Collections.Generic;
        using System.Threading.Tasks;
        using Weft;
        class Worker
        {
            async Task Declared()
            {
                using var scope = ExecutionUnit.Start({|WEFT106:ExecutionUnitKind.Thread|}, "a");
                await Task.Yield();
            }
            async Task Statement(IAsyncEnumerable<int> numbers)
            {
                using (ExecutionUnit.Start({|WEFT106:ExecutionUnitKind.Thread|} /* kind */, "b")) await foreach (int n in numbers) { }
            }
            IEnumerable<int> Yields()
            {
                using ExecutionUnitScope scope = ExecutionUnit.Start(name: "c", kind: {|WEFT106:ExecutionUnitKind.Thread|});
                yield return 1;
            }
        }
        """, """
        using System.Collections.Generic;
        using System.Threading.Tasks;
        using Weft;
        class Worker
        {
            async Task Declared()
            {
                using var scope = ExecutionUnit.Start(ExecutionUnitKind.Task, "a");
                await Task.Yield();
            }
            async Task Statement(IAsyncEnumerable<int> numbers)
            {
                using (ExecutionUnit.Start(ExecutionUnitKind.Task /* kind */, "b")) await foreach (int n in numbers) { }
            }
            IEnumerable<int> Yields()
            {
                using ExecutionUnitScope scope = ExecutionUnit.Start(name: "c", kind: ExecutionUnitKind.Task);
                yield return 1;
            }
        }
        """);

    [Fact]
    public Task Unit_ClosedBeforeOrOfAnotherFunction_IsNotFlagged() => Verify.AnalyzerAsync("""
        using System;
        using System.Threading.Tasks;
        using Weft;
        class Worker
        {
            async Task Run()
            {
                using (ExecutionUnit.Start(ExecutionUnitKind.Thread, "a")) Console.WriteLine();
                await Task.Yield();
                { using var inner = ExecutionUnit.Start(ExecutionUnitKind.Thread, "b"); }
                await Task.Yield();
                ExecutionUnitScope scope = ExecutionUnit.Start(ExecutionUnitKind.Thread, "c");
                scope.Dispose();
                await Task.Yield();
                using var last = ExecutionUnit.Start(ExecutionUnitKind.Thread, "d");
                Func<Task> later = async () => await Task.Yield();
            }
        }
        """);
}
