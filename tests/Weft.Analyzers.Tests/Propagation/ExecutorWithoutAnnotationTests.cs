using Verify = Weft.Analyzers.Tests.WeftVerify<Weft.Analyzers.WeftAnalyzer, Weft.Analyzers.Propagation.ExecutorWithoutAnnotationFix>;

namespace Weft.Analyzers.Tests.Propagation;

/// <summary>Proves that WEFT211 is reported where a method hands its caller's delegate to another executor, and that the fix says so at the parameter.</summary>
public sealed class ExecutorWithoutAnnotationTests
{
    [Fact]
    public Task Fix_MarksTheParameter() => Verify.FixAsync("""
        using System;
        using System.Collections.Concurrent;
        using System.Threading.Tasks;
        using Weft;
        class Pool
        {
            private readonly BlockingCollection<Action> _queue = new();
            void Post(int priority, Action work) => _queue.Add({|WEFT211:work|});
            Task Run(Func<int> work) => Task.Run({|WEFT211:work|});
            void Marked([Deferred] Action work) => _queue.Add(work);
            void Now(Action work) => work();
            void Inside(Action work) => Task.Run(() => work());
        }
        """, """
        using System;
        using System.Collections.Concurrent;
        using System.Threading.Tasks;
        using Weft;
        class Pool
        {
            private readonly BlockingCollection<Action> _queue = new();
            void Post(int priority, [Deferred] Action work) => _queue.Add(work);
            Task Run([RunsConcurrently] Func<int> work) => Task.Run(work);
            void Marked([Deferred] Action work) => _queue.Add(work);
            void Now(Action work) => work();
            void Inside(Action work) => Task.Run(() => work());
        }
        """);
}
