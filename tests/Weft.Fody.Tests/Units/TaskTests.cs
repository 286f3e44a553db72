using Weft.Fody.Tests.Harness;
using Xunit;

namespace Weft.Fody.Tests.Units;

// Proves: who waits for the first of several tasks goes on from that one alone; each pass of an asynchronous parallel loop is a unit that the loop's caller joins; work that was made earlier goes on
// from who started it; a periodic timer is waited for as anything else. Woven against the product's runtime, in Debug and Release.
public class TaskTests
{
    private const string Program = """
        static void Spin(Func<bool> until) { var wait = new SpinWait(); while (!until()) wait.SpinOnce(); }
        static async Task<int> Child(string name, Task until) { Mark(name + "0"); await until; await Task.Yield(); Mark(name + "1"); return 1; }

        static async Task First(Func<Task<int>, Task<int>, Task<Task>> whenAny)
        {
            var never = new TaskCompletionSource();
            Task<int> t = Child("t", Task.Delay(2)), u = Child("u", never.Task);
            Mark("x");
            Task first = await whenAny(t, u);
            Mark("y");
            if (first != t) throw new InvalidOperationException();
            never.SetResult();
            await u;
            Mark("z");
        }
        public static Task Any() => First(async (t, u) => await Task.WhenAny(t, u));
        public static Task AnyOfTasks() => First((t, u) => Task.WhenAny((Task)t, u));
        public static Task AnyOfArray() => First((t, u) => Task.WhenAny(new Task[] { t, u }));
        public static Task AnyOfList() => First(async (t, u) => await Task.WhenAny(new List<Task<int>> { t, u }));
        public static async Task AnyThatIsComplete()
        {
            Task<int> t = Child("t", Task.CompletedTask);
            while (!t.IsCompleted) await Task.Delay(1);
            Mark("x");
            await Task.WhenAny(t, Task.Delay(-1));
            Mark("y");
        }
        public static async Task AnyInAChain()
        {
            Task<Task> any = Task.WhenAny(Child("t", Task.Delay(1)), Task.Delay(-1));
            for (int i = 0; i < 20_000; i++) any = Task.WhenAny((Task)any, Task.Delay(-1));
            Mark("x");
            await any;
            Mark("y");
        }
        public static async Task Each()
        {
            var late = new TaskCompletionSource();
            var all = new[] { "t", "u" }.Select(name => Child(name, name == "t" ? Task.Delay(1) : late.Task)).ToList();
            await foreach (Task<int> each in Task.WhenEach(all)) { int i = await each; Mark(each == all[0] ? "x" : "y"); late.TrySetResult(); }
        }

        static async Task Loop(Func<Func<int, CancellationToken, ValueTask>, Task> loop, bool waits)
        {
            Mark("x");
            Task whole = loop(async (i, _) => { Mark("p" + i); if (waits) await Task.Delay(1); Mark("q" + i); });
            Mark("y");
            await whole;
            Mark("z");
        }
        public static Task LoopThatWaits() => Loop(body => Parallel.ForEachAsync(Enumerable.Range(0, 3), body), waits: true);
        public static Task LoopThatDoesNot() => Loop(body => Parallel.ForEachAsync(Enumerable.Range(0, 3), new ParallelOptions { MaxDegreeOfParallelism = 2 }, body), waits: false);
        static async IAsyncEnumerable<int> Numbers() { yield return 0; await Task.Yield(); yield return 1; yield return 2; }
        public static Task LoopOverAsync() => Loop(body => Parallel.ForEachAsync(Numbers(), CancellationToken.None, body), waits: true);
        public static Task LoopByNumber() => Loop(body => Parallel.ForAsync(0, 3, body), waits: true);
        // Goes on elsewhere, and comes to its end there before the method has returned its task.
        sealed class Elsewhere : System.Runtime.CompilerServices.ICriticalNotifyCompletion
        {
            public Elsewhere GetAwaiter() => this;
            public bool IsCompleted => false;
            public void GetResult() { }
            public void OnCompleted(Action goOn) => UnsafeOnCompleted(goOn);
            public void UnsafeOnCompleted(Action goOn) { var thread = new Thread(() => goOn()); thread.Start(); thread.Join(); }
        }
        public static async Task LoopThatEndsAtOnce()
        {
            Mark("x");
            Task whole = Parallel.ForEachAsync(Enumerable.Range(0, 3), async (i, _) => { Mark("p" + i); await new Elsewhere(); Mark("q" + i); });
            Mark("y");
            await whole;
            Mark("z");
        }
        public static async Task RunThatEndsAtOnce()
        {
            Mark("x");
            Task whole = Task.Run(async () => { Mark("p"); await new Elsewhere(); Mark("q"); });
            Mark("y");
            await whole;
            Mark("z");
        }
        public static async Task RunOfAnothersTask()
        {
            Task other = Child("o", Task.CompletedTask);
            while (!other.IsCompleted) await Task.Delay(1);
            await Task.Run(() => { Mark("p"); return other; });
            Mark("z");
        }
        public static async Task LoopThatThrows()
        {
            try { await Parallel.ForEachAsync(new[] { 0 }, (i, _) => { Mark("p"); throw new FormatException(); }); } catch (FormatException) { Mark("c"); }
        }

        static void StartedElsewhere(object made, Action start, Action join)
        {
            int done = 0;
            new Thread(() => { Mark("s0"); start(); Mark("s1"); Volatile.Write(ref done, 1); }).Start();
            Mark("y");
            Spin(() => Volatile.Read(ref done) == 1);
            join();
            Mark("z");
        }
        public static void StartTask() { Mark("x"); var task = new Task(() => Mark("t")); StartedElsewhere(task, () => task.Start(), () => task.Wait()); }
        public static void RunTask() { Mark("x"); var task = new Task<int>(() => { Mark("t"); return 1; }); StartedElsewhere(task, () => task.RunSynchronously(TaskScheduler.Default), () => task.Wait()); }
        public static void StartThread() { Mark("x"); var thread = new Thread(() => Mark("t")); StartedElsewhere(thread, () => thread.Start(), () => thread.Join()); }
        public static void StartThreadWith() { Mark("x"); var thread = new Thread(_ => Mark("t")); StartedElsewhere(thread, () => thread.Start(5), () => thread.Join()); }
        public static void StartLate() { var thread = new Thread(() => Mark("t")); Mark("x"); thread.Start(); thread.Join(); Mark("z"); }
        public static void StartTwice() { var thread = new Thread(() => Mark("t")); thread.Start(); try { thread.Start(); } catch (ThreadStateException) { Mark("c"); } thread.Join(); Mark("z"); }

        public static async Task Ticks()
        {
            using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(300));
            Mark("a");
            while (!await timer.WaitForNextTickAsync()) { }
            Mark("b");
        }
        """;

    [Theory]
    [InlineData("Any", "u0<x t1<y t1|x y<u1 u1<z")]
    [InlineData("AnyOfTasks", "u0<x t1<y t1|x y<u1 u1<z")]
    [InlineData("AnyOfArray", "u0<x t1<y t1|x y<u1 u1<z")]
    [InlineData("AnyOfList", "u0<x t1<y t1|x y<u1 u1<z")]
    [InlineData("AnyThatIsComplete", "t1<y t1|x x<y")]
    [InlineData("AnyInAChain", "t1<y x<y t1|x")]
    [InlineData("Each", "t1<x u1<y x<y x<u1")]
    public void WhenAny_OfSeveral_ComesBehindTheFirstAlone(string method, string relations) => EventPrograms.Check(Program, method, relations, graph => graph.AssertSequential(haveEnded: false));

    [Theory]
    [InlineData("RunThatEndsAtOnce", "x<p p<q q<z y<z")]
    [InlineData("RunOfAnothersTask", "o1<z p<z")]
    public void Run_OfTaskThatIsComplete_EndsWithBoth(string method, string relations) => EventPrograms.Check(Program, method, relations, times: 20);

    [Theory]
    [InlineData("LoopThatWaits", "x<p0 x<p1 p0|p1 q0|q1 y|q0 q0<z q1<z q2<z p0<q0 p0~p1 y<z")]
    [InlineData("LoopThatDoesNot", "x<p0 q0<z q1<z q2<z p0<q0 p0~p1 y<z q0~q2")]
    [InlineData("LoopOverAsync", "x<p0 q0<z q1<z q2<z p0~p1 y<z")]
    [InlineData("LoopByNumber", "x<p0 q0<z q1<z q2<z p0~p1 y<z")]
    [InlineData("LoopThatEndsAtOnce", "x<p0 x<p1 p0|p1 y|q0 q0<z q1<z q2<z p0<q0 y<z")]
    [InlineData("LoopThatThrows", "p<c p~c")]
    public void ForEachAsync_EachPass_IsAUnitThatTheCallerJoins(string method, string relations) => EventPrograms.Check(Program, method, relations, graph =>
    {
        if (method is not ("LoopOverAsync" or "LoopThatEndsAtOnce")) graph.AssertSequential(); // what the one reads is read in the unit of the caller, who goes on; the other goes on within its awaiter
        if (method != "LoopOverAsync") graph.AssertRecord(EventPrograms.Record); // an iterator yields records of its own, which follow from that
    });

    [Theory]
    [InlineData("StartTask", "x<t s0<t s1|t y|t t<z x<s0")]
    [InlineData("RunTask", "x<t s0<t t<z y|t")]
    [InlineData("StartThread", "x<t s0<t s1|t y|t t<z")]
    [InlineData("StartThreadWith", "x<t s0<t s1|t y|t t<z")]
    [InlineData("StartLate", "x<t t<z")]
    [InlineData("StartTwice", "t<z c<z c|t")]
    public void Start_OfWorkMadeEarlier_IsWhereItGoesOnFrom(string method, string relations) => EventPrograms.Check(Program, method, relations, graph => graph.AssertRecord(EventPrograms.Record), times: 2);

    [Fact]
    public void WaitForNextTickAsync_IsAWait() => EventPrograms.Check(Program, "Ticks", "a<b a=b", graph => Assert.StartsWith("Start a Wait Resume b", graph.KindsOf("a"), StringComparison.Ordinal));
}
