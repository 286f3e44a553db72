using Weft.Fody.Tests.Harness;
using Xunit;

namespace Weft.Fody.Tests.Units;

// Proves: what is handed over to be done elsewhere or later has a unit of its own, which comes behind who handed it over, beside what that does meanwhile, and before who
// waits for its end; and it handles the record that was handled where it was handed over. Woven against the product's runtime, in Debug and Release.
public class HandOverTests
{
    private const string Program = """
        static void Spread(Func<Action, Task> run)
        {
            Mark("before");
            var inside = new ManualResetEventSlim();
            Task task = run(() => { Mark("inside"); inside.Set(); });
            Mark("beside");
            inside.Wait();
        }
        public static void Run1() => Spread(a => Task.Run(a));
        public static void Run2() => Spread(a => Task.Run(a, CancellationToken.None));
        public static void Run3() => Spread(a => Task.Run(() => { a(); return 5; }));
        public static void Run4() => Spread(a => Task.Run(() => { a(); return Task.CompletedTask; }));
        public static void Run5() => Spread(a => Task.Run(async () => { await Task.Yield(); a(); }));
        public static void Run6() => Spread(a => Task.Run(async () => { await Task.Delay(1); a(); return 7; }));
        public static void StartNew1() => Spread(a => Task.Factory.StartNew(a));
        public static void StartNew2() => Spread(a => Task.Factory.StartNew(s => ((Action)s!)(), a, TaskCreationOptions.LongRunning));
        public static void StartNew3() => Spread(a => new TaskFactory<int>().StartNew(() => { a(); return 1; }));
        public static void New() => Spread(a => { var task = new Task(a); task.Start(); return task; });
        public static void Queue1() => Spread(a => { ThreadPool.QueueUserWorkItem(_ => a()); return Task.CompletedTask; });
        public static void Queue2() => Spread(a => { ThreadPool.QueueUserWorkItem(static b => b(), a, preferLocal: true); return Task.CompletedTask; });
        public static void Queue3() => Spread(a => { ThreadPool.UnsafeQueueUserWorkItem(_ => a(), null); return Task.CompletedTask; });
        public static void Thread1() => Spread(a => { new Thread(() => a()).Start(); return Task.CompletedTask; });
        public static void Thread2() => Spread(a => { new Thread(_ => a()) { IsBackground = true }.Start("x"); return Task.CompletedTask; });
        public static void Thread3() => Spread(a => { new Thread(_ => a()).UnsafeStart(); return Task.CompletedTask; });
        static Timer? s_timer;
        public static void Timer() => Spread(a => { s_timer = new Timer(_ => a(), null, 1, Timeout.Infinite); return Task.CompletedTask; });
        public static void Continue() => Spread(a => Task.Delay(1).ContinueWith(_ => a()));
        public static void Suppressed() => Spread(a => { using (ExecutionContext.SuppressFlow()) return Task.Run(a); });
        """;

    [Theory]
    [InlineData("Run1")]
    [InlineData("Run2")]
    [InlineData("Run3")]
    [InlineData("Run4")]
    [InlineData("Run5")]
    [InlineData("Run6")]
    [InlineData("StartNew1")]
    [InlineData("StartNew2")]
    [InlineData("StartNew3")]
    [InlineData("New")]
    [InlineData("Queue1")]
    [InlineData("Queue2")]
    [InlineData("Queue3")]
    [InlineData("Thread1")]
    [InlineData("Thread2")]
    [InlineData("Thread3")]
    [InlineData("Timer")]
    [InlineData("Continue")]
    [InlineData("Suppressed")]
    public void Start_WorkThatIsHandedOver_GoesOnFromWhoHandedItOver(string method) => EventPrograms.Check(Program, method, "before<inside inside|beside before=beside before~inside", graph =>
    {
        graph.AssertRecord(EventPrograms.Record);
        graph.AssertSequential(haveEnded: false);
    });
}
