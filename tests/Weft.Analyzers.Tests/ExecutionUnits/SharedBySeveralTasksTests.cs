using Verify = Weft.Analyzers.Tests.WeftVerify<Weft.Analyzers.WeftAnalyzer, Weft.Analyzers.ExecutionUnits.SharedBySeveralTasksFix>;

namespace Weft.Analyzers.Tests.ExecutionUnits;

/// <summary>Proves that WEFT102 is reported where one unit goes to asynchronous calls that run at once, not where one waits for the other, and that the fix gives each call a unit.</summary>
public sealed class SharedBySeveralTasksTests
{
    [Fact]
    public Task Unit_OfCallsThatRunAtOnce_IsFlagged() => Verify.AnalyzerAsync("""
        using System.Collections.Generic;
        using System.Linq;
        using System.Threading.Tasks;
        using Weft;
        class Worker
        {
            static Task Work(int n, ExecutionUnit unit) => Task.CompletedTask;
            async Task Run(ExecutionUnit unit, int[] numbers)
            {
                await Task.WhenAll({|WEFT102:Work|}(1, unit), Work(2, unit));
                await Task.WhenAll(numbers.Select(n => {|WEFT102:Work|}(n, unit)));
                await Task.WhenAll(numbers.Select(async n => { await {|WEFT102:Work|}(n, unit); }));
                Task[] all = numbers.Select(n => {|WEFT102:Work|}(n, unit)).ToArray();
                var tasks = new List<Task>();
                foreach (int n in numbers) tasks.Add({|WEFT102:Work|}(n, unit));
                Task first = {|WEFT102:Work|}(1, unit), second = Work(2, unit);
                await Task.WhenAll(first, second);
            }
        }
        """);

    [Fact]
    public Task Unit_OfCallsOneAfterTheOther_IsNotFlagged() => Verify.AnalyzerAsync("""
        using System.Collections.Generic;
        using System.Linq;
        using System.Threading.Tasks;
        using Weft;
        class Worker
        {
            static Task Work(int n, ExecutionUnit unit) => Task.CompletedTask;
            async Task Run(ExecutionUnit unit, ExecutionUnit other, int[] numbers)
            {
                await Work(1, unit);
                await Work(2, unit);
                foreach (int n in numbers) await Work(n, unit);
                await Task.WhenAll(Work(1, unit), Work(2, other));
                foreach (Task t in numbers.Select(n => Work(n, unit))) await t;
                var tasks = new List<Task>();
                foreach (int n in numbers)
                {
                    using ExecutionUnitScope own = ExecutionUnit.Start(ExecutionUnitKind.Task, "own");
                    tasks.Add(Work(n, own.Unit));
                }
                var names = numbers.Select(n => Name(n, unit)).ToList();
            }
            static string Name(int n, ExecutionUnit unit) => unit.Name + n;
        }
        """);

    [Fact]
    public Task Fix_RunsEachCallInAUnitOfItsOwn() => Verify.FixAsync("""
        using System.Collections.Generic;
        using System.Linq;
        using System.Threading.Tasks;
        using Weft;

        class Worker
        {
            static Task Work(int n, ExecutionUnit unit) => Task.CompletedTask;

            async Task Run(ExecutionUnitScope scope, ExecutionUnit unit, int[] numbers)
            {
                await Task.WhenAll(
                    {|WEFT102:Work|}(1, unit), // one
                    Work(2, unit));
                await Task.WhenAll(numbers.Select(n => {|WEFT102:Work|}(n, scope.Unit)));
                var tasks = new List<Task>();
                foreach (int n in numbers) tasks.Add({|WEFT102:Work|}(n, unit));
            }
        }
        """, """
        using System.Collections.Generic;
        using System.Linq;
        using System.Threading.Tasks;
        using Weft;

        class Worker
        {
            static Task Work(int n, ExecutionUnit unit) => Task.CompletedTask;

            async Task Run(ExecutionUnitScope scope, ExecutionUnit unit, int[] numbers)
            {
                await Task.WhenAll(
                    ExecutionUnit.RunAsync(ExecutionUnitKind.Task, "Work", forked => Work(1, forked), unit.Context), // one
                    ExecutionUnit.RunAsync(ExecutionUnitKind.Task, "Work", forked2 => Work(2, forked2), unit.Context));
                await Task.WhenAll(numbers.Select(n => ExecutionUnit.RunAsync(ExecutionUnitKind.Task, "Work", forked3 => Work(n, forked3), scope.Unit.Context)));
                var tasks = new List<Task>();
                foreach (int n in numbers) tasks.Add(ExecutionUnit.RunAsync(ExecutionUnitKind.Task, "Work", forked4 => Work(n, forked4), unit.Context));
            }
        }
        """);
}
