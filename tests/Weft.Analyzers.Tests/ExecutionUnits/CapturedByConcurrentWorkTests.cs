using Verify = Weft.Analyzers.Tests.WeftVerify<Weft.Analyzers.WeftAnalyzer, Weft.Analyzers.ExecutionUnits.CapturedByConcurrentWorkFix>;

namespace Weft.Analyzers.Tests.ExecutionUnits;

/// <summary>Proves that WEFT101 is reported where a delegate that runs apart uses its creator's unit, and that the fix gives it a unit of its own that depends on the creator.</summary>
public sealed class CapturedByConcurrentWorkTests
{
    [Fact]
    public Task Unit_InADelegateThatRunsApart_IsFlaggedAtItsFirstUse() => Verify.AnalyzerAsync("""
        using System.Linq;
        using System.Threading;
        using System.Threading.Tasks;
        using Weft;
        class Worker
        {
            private readonly ExecutionUnit _own = ExecutionUnit.Current;
            async Task Run(ExecutionUnit unit, int[] numbers, CancellationToken token)
            {
                await Task.Run(() => {|WEFT101:unit|}.Event(EventKind.Send));
                new Thread(() => {|WEFT101:_own|}.Event(EventKind.Send)).Start();
                Parallel.ForEach(numbers, n => { {|WEFT101:unit|}.Event(EventKind.Send); unit.Annotate("n", n); });
                using var timer = new Timer(_ => {|WEFT101:unit|}.Event(EventKind.Send));
                Task t = Task.Delay(1).ContinueWith(_ => {|WEFT101:unit|}.Event(EventKind.Receive));
                numbers.AsParallel().Select(n => {|WEFT101:this._own|}.Event(EventKind.Send)).ToArray();
                using ExecutionUnitScope scope = ExecutionUnit.Start(ExecutionUnitKind.Task, "t");
                lock (numbers) Task.Run(async () => { await Task.Yield(); {|WEFT101:scope|}.Unit.Event(EventKind.Send); }).Wait();
                token.Register(() => {|WEFT101:unit|}.Event(EventKind.Send));
                Parallel.Invoke(() => { }, () => {|WEFT101:unit|}.Event(EventKind.Send));
            }
        }
        """);

    [Fact]
    public Task Unit_InAMethodGroup_IsFlaggedWhereItIsHandedOver() => Verify.AnalyzerAsync("""
        using System.Threading.Tasks;
        using Weft;
        class Worker
        {
            private ExecutionUnit _unit = ExecutionUnit.Current;
            void Run(ExecutionUnit unit)
            {
                Task.Run({|WEFT101:Work|});
                Task.Run({|WEFT101:Local|});
                Task.Run(Harmless);
                void Local() => unit.Event(EventKind.Send);
            }
            void Work() => _unit.Event(EventKind.Send);
            void Harmless() => ExecutionUnit.Start(ExecutionUnitKind.Task, "own").Dispose();
        }
        """);

    [Fact]
    public Task Unit_ThatIsTheDelegatesOwnOrOnlyNamed_IsNotFlagged() => Verify.AnalyzerAsync("""
        using System.Linq;
        using System.Threading.Tasks;
        using Weft;
        class Worker
        {
            void Run(ExecutionUnit unit, int[] numbers)
            {
                Task.Run(() => { using ExecutionUnitScope own = ExecutionUnit.Start(ExecutionUnitKind.Task, "own"); own.Unit.Event(EventKind.Send); });
                Task.Run(() => System.Console.WriteLine(unit.Id + unit.Name + nameof(unit)));
                numbers.Select(n => unit.Event(EventKind.Send)).ToArray();
                TraceContext context = unit.Context;
                Task.Run(() => System.Console.WriteLine(context));
                Task.Run(() => Other(ExecutionUnit.Current));
                Task.Run((ExecutionUnit inner) => inner.Event(EventKind.Send));
            }
            static void Other(ExecutionUnit unit) => unit.Event(EventKind.Send);
        }
        static class Overload { public static void Run(this TaskFactory f, System.Action<ExecutionUnit> a) { } }
        """.Replace("Task.Run((ExecutionUnit inner)", "Task.Factory.Run((ExecutionUnit inner)", StringComparison.Ordinal));

    [Fact]
    public Task Parameter_MarkedAsRunningApart_CountsAsASink() => Verify.AnalyzerAsync("""
        using System;
        using Weft;
        class Pool
        {
            public static void Post([RunsConcurrently] Action work) { }
            public static void Later([Deferred] Action work) { }
            public static void Now(Action work) => work();
            void Run(ExecutionUnit unit)
            {
                Post(() => {|WEFT101:unit|}.Event(EventKind.Send));
                Later(() => {|WEFT101:unit|}.Event(EventKind.Send));
                Now(() => unit.Event(EventKind.Send));
            }
        }
        """);

    [Fact]
    public async Task AdditionalFile_OfSinks_AddsThem()
    {
        var test = new Verify.Test("""
            using System;
            using Weft;
            namespace Shop
            {
                class Pool { public static void Post(Action work) { } }
                class User { void Run(ExecutionUnit unit) => Pool.Post(() => {|WEFT101:unit|}.Event(EventKind.Send)); }
            }
            """);
        test.TestState.AdditionalFiles.Add(("/0/weft.sinks.txt", "# ours\nconcurrent Shop.Pool Post\nnonsense\n"));
        await test.RunAsync();
    }

    [Fact]
    public Task Project_ThatIsNotWoven_IsFlaggedAllTheSame() => new Verify.Test("""
        using System.Threading.Tasks;
        using Weft;
        class Worker { void Run(ExecutionUnit unit) => Task.Run(() => {|WEFT101:unit|}.Event(EventKind.Send)); }
        """).WithWeftMode("Off").RunAsync();

    [Fact]
    public Task Fix_TakesTheContextBeforeAndStartsAUnitInside() => Verify.FixAsync("""
        using System.Threading.Tasks;
        using Weft;

        class Worker
        {
            private readonly ExecutionUnit _own = ExecutionUnit.Current;

            async Task Run(ExecutionUnit unit)
            {
                // why
                await Task.Run(() => {|WEFT101:unit|}.Event(EventKind.Send)); // behind
                if (unit.IsShared) Task.Run(() => { {|WEFT101:unit|}.Event(EventKind.Send); unit.Annotate("a", 1); });

                var task = Task.Run(() =>
                {
                    // inside
                    {|WEFT101:_own|}.Event(EventKind.Send);
                });
                int number = await Task.Run(() => Compute({|WEFT101:unit|}));
            }

            static int Compute(ExecutionUnit unit) => 1;
        }
        """, """
        using System.Threading.Tasks;
        using Weft;

        class Worker
        {
            private readonly ExecutionUnit _own = ExecutionUnit.Current;

            async Task Run(ExecutionUnit unit)
            {
                TraceContext unitContext = unit.Context;
                // why
                await Task.Run(() =>
                {
                    using ExecutionUnitScope taskScope = ExecutionUnit.Start(ExecutionUnitKind.Task, "Run", unitContext);
                    return taskScope.Unit.Event(EventKind.Send);
                }); // behind
                if (unit.IsShared)
                {
                    TraceContext unitContext2 = unit.Context;
                    Task.Run(() =>
                    {
                        using ExecutionUnitScope taskScope2 = ExecutionUnit.Start(ExecutionUnitKind.Task, "Run", unitContext2);
                        taskScope2.Unit.Event(EventKind.Send);
                        taskScope2.Unit.Annotate("a", 1);
                    });
                }

                TraceContext ownContext = _own.Context;
                var task = Task.Run(() =>
                {
                    using ExecutionUnitScope taskScope3 = ExecutionUnit.Start(ExecutionUnitKind.Task, "Run", ownContext);
                    // inside
                    taskScope3.Unit.Event(EventKind.Send);
                });
                TraceContext unitContext3 = unit.Context;
                int number = await Task.Run(() =>
                {
                    using ExecutionUnitScope taskScope4 = ExecutionUnit.Start(ExecutionUnitKind.Task, "Run", unitContext3);
                    return Compute(taskScope4.Unit);
                });
            }

            static int Compute(ExecutionUnit unit) => 1;
        }
        """);

    [Fact]
    public Task Fix_InExpressionBodiesAndOfTasks_KeepsTheUnitOpenUntilTheTaskIsDone() => Verify.FixAsync("""
        using System.Threading.Tasks;

        class Worker
        {
            Task Run(Weft.ExecutionUnit unit) => Task.Run(() => Work({|WEFT101:unit|}));

            void Start(Weft.ExecutionUnitScope scope)
            {
                Task.Run(async () => await Work({|WEFT101:scope|}.Unit));
                int Local() => Task.Run(() => Work({|WEFT101:scope|}.Unit)).Id;
            }

            static Task Work(Weft.ExecutionUnit unit) => Task.CompletedTask;
        }
        """, """
        using System.Threading.Tasks;

        class Worker
        {
            Task Run(Weft.ExecutionUnit unit)
            {
                Weft.TraceContext unitContext = unit.Context;
                return Task.Run(async () =>
                {
                    using Weft.ExecutionUnitScope taskScope = Weft.ExecutionUnit.Start(Weft.ExecutionUnitKind.Task, "Run", unitContext);
                    await Work(taskScope.Unit);
                });
            }

            void Start(Weft.ExecutionUnitScope scope)
            {
                Weft.TraceContext scopeContext = scope.Unit.Context;
                Task.Run(async () =>
                {
                    using Weft.ExecutionUnitScope taskScope2 = Weft.ExecutionUnit.Start(Weft.ExecutionUnitKind.Task, "Start", scopeContext);
                    await Work(taskScope2.Unit);
                });
                int Local()
                {
                    Weft.TraceContext scopeContext2 = scope.Unit.Context;
                    return Task.Run(async () =>
                    {
                        using Weft.ExecutionUnitScope taskScope3 = Weft.ExecutionUnit.Start(Weft.ExecutionUnitKind.Task, "Local", scopeContext2);
                        await Work(taskScope3.Unit);
                    }).Id;
                }
            }

            static Task Work(Weft.ExecutionUnit unit) => Task.CompletedTask;
        }
        """);

    [Fact]
    public Task Fix_InTopLevelStatements_Works() => new Verify.Test("""
        using System.Threading.Tasks;
        using Weft;

        using ExecutionUnitScope scope = ExecutionUnit.Start(ExecutionUnitKind.Process, "main");
        await Task.Run(() => {|WEFT101:scope|}.Unit.Event(EventKind.Send));
        """, """
        using System.Threading.Tasks;
        using Weft;

        using ExecutionUnitScope scope = ExecutionUnit.Start(ExecutionUnitKind.Process, "main");
        TraceContext scopeContext = scope.Unit.Context;
        await Task.Run(() =>
        {
            using ExecutionUnitScope taskScope = ExecutionUnit.Start(ExecutionUnitKind.Task, "Main", scopeContext);
            return taskScope.Unit.Event(EventKind.Send);
        });
        """).AsProgram().RunAsync();

    [Theory]
    [InlineData("while (Task.Run(() => {|WEFT101:unit|}.IsShared).Result) { }")] // in front of a condition it would be taken once
    [InlineData("Task.Run(() => { {|WEFT101:unit|}.Event(EventKind.Send); return Task.CompletedTask; });")] // the scope would end before the task
    [InlineData("Task.Run(() => { {|WEFT101:unit|} = ExecutionUnit.Current; });")]
    [InlineData("System.Action a = () => Task.Run(() => {|WEFT101:unit|}.Event(EventKind.Send));")]
    public Task Fix_WhereItCouldNotBeRight_IsNotOffered(string statement)
    {
        string source = $"using System.Threading.Tasks; using Weft; class Worker {{ void Run(ExecutionUnit unit) {{ {statement} }} }}";
        return Verify.FixAsync(source, source);
    }
}
