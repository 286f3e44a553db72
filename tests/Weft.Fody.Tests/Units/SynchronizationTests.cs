using Microsoft.CodeAnalysis;
using Weft.Fody.Tests.Harness;
using Xunit;

namespace Weft.Fody.Tests.Units;

// Proves: who waits for a semaphore, an event, a countdown, a barrier, a lock's pulse or a lock of readers and writers comes behind who let him go on, and behind nothing else; what is free leaves no event;
// and whatever these throw, and give back, is what it is unwoven. Woven against the product's runtime, in Debug and Release.
public class SynchronizationTests
{
    private const string Program = """
        static volatile bool s_set;
        static void Until(Thread thread) { while ((thread.ThreadState & ThreadState.WaitSleepJoin) == 0) Thread.Sleep(1); }
        static void Spin(Func<bool> until) { var wait = new SpinWait(); while (!until()) wait.SpinOnce(); }

        // A thread that waits until this one lets it go on.
        static void Contend(Action wait, Action letGo, Action after = null)
        {
            var thread = new Thread(() => { Mark("t0"); wait(); Mark("t1"); after?.Invoke(); });
            thread.Start();
            Until(thread);
            Mark("a");
            letGo();
            Mark("b");
            thread.Join();
            Mark("c");
        }

        public static void OfSemaphore() { var s = new SemaphoreSlim(1); s.Wait(); Contend(() => s.Wait(), () => s.Release(), () => s.Release()); }
        public static void OfSemaphoreInTime() { var s = new SemaphoreSlim(0); Contend(() => { if (!s.Wait(TimeSpan.FromMinutes(1))) throw new TimeoutException(); }, () => s.Release(3)); }
        public static void OfSemaphoreWithToken() { var s = new SemaphoreSlim(0); using var c = new CancellationTokenSource(); Contend(() => s.Wait(c.Token), () => s.Release()); }
        static ReaderWriterLockSlim NewLock() => new ReaderWriterLockSlim();
        public static void OfWriters() { var l = NewLock(); l.EnterWriteLock(); Contend(() => l.EnterWriteLock(), () => l.ExitWriteLock(), () => l.ExitWriteLock()); }
        public static void OfReaderBehindWriter() { var l = NewLock(); l.EnterWriteLock(); Contend(() => { if (!l.TryEnterReadLock(20_000)) throw new TimeoutException(); }, () => l.ExitWriteLock(), () => l.ExitReadLock()); }
        public static void OfWriterBehindReader() { var l = NewLock(); l.EnterReadLock(); Contend(() => l.EnterWriteLock(), () => l.ExitReadLock(), () => l.ExitWriteLock()); }
        public static void OfUpgradeable() { var l = NewLock(); l.EnterUpgradeableReadLock(); Contend(() => l.EnterUpgradeableReadLock(), () => l.ExitUpgradeableReadLock(), () => l.ExitUpgradeableReadLock()); }

        public static void OfLatch() { var e = new ManualResetEventSlim(); Contend(() => e.Wait(), () => e.Set()); }
        public static void OfLatchInTime() { var e = new ManualResetEventSlim(); Contend(() => { if (!e.Wait(20_000)) throw new TimeoutException(); }, () => e.Set()); }
        public static void OfManualEvent() { var e = new ManualResetEvent(false); Contend(() => e.WaitOne(), () => e.Set()); }
        public static void OfAutoEvent() { var e = new AutoResetEvent(false); Contend(() => e.WaitOne(20_000), () => e.Set()); }
        static readonly object s_object = new();
        public static void OfPulse() => Contend(() => { lock (s_object) Monitor.Wait(s_object); }, () => { lock (s_object) Monitor.Pulse(s_object); });
        public static void OfPulseAll() => Contend(() => { lock (s_object) if (!Monitor.Wait(s_object, 20_000)) throw new TimeoutException(); }, () => { lock (s_object) Monitor.PulseAll(s_object); });
        public static void OfCountdown() { var e = new CountdownEvent(1); Contend(() => e.Wait(), () => e.Signal()); }
        public static void OfBarrier() { var b = new Barrier(2); Contend(() => b.SignalAndWait(), () => b.SignalAndWait()); }

        // Set by another thread, before this one comes: neither waits.
        static void Before(Action set, Action pass)
        {
            s_set = false;
            new Thread(() => { Mark("s0"); set(); Mark("s1"); s_set = true; }).Start();
            Spin(() => s_set);
            Mark("m0");
            pass();
            Mark("m1");
            pass();
            Mark("m2");
        }
        public static void LatchBefore() { var e = new ManualResetEventSlim(); Before(() => e.Set(), () => e.Wait()); }
        public static void ManualEventBefore() { var e = new ManualResetEvent(false); Before(() => e.Set(), () => e.WaitOne(0)); }
        public static void AutoEventBefore() { var e = new AutoResetEvent(false); Before(() => e.Set(), () => e.WaitOne(0)); }
        public static void CountdownBefore() { var e = new CountdownEvent(1); Before(() => e.Signal(), () => e.Wait()); }
        public static void SetTwice()
        {
            var e = new ManualResetEventSlim();
            int state = 0;
            new Thread(() => { Mark("s0"); e.Set(); Mark("s1"); Volatile.Write(ref state, 1); }).Start();
            new Thread(() => { Spin(() => Volatile.Read(ref state) == 1); Mark("u0"); e.Set(); Mark("u1"); Volatile.Write(ref state, 2); }).Start();
            Spin(() => Volatile.Read(ref state) == 2);
            e.Wait();
            Mark("m");
        }
        public static void SetAnew()
        {
            var e = new ManualResetEvent(false);
            int state = 0;
            new Thread(() => { Mark("s0"); e.Set(); Mark("s1"); Volatile.Write(ref state, 1); }).Start();
            Spin(() => Volatile.Read(ref state) == 1);
            e.Reset();
            new Thread(() => { Mark("u0"); e.Set(); Mark("u1"); Volatile.Write(ref state, 2); }).Start();
            Spin(() => Volatile.Read(ref state) == 2);
            e.WaitOne();
            Mark("m");
        }

        public static void Countdown()
        {
            var e = new CountdownEvent(3);
            void Take(string name, int n) => new Thread(() => { Mark(name + "0"); e.Signal(n); Mark(name + "1"); }).Start();
            Take("s", 1); Take("t", 2);
            e.Wait();
            Mark("m");
        }
        public static void Phases()
        {
            var barrier = new Barrier(3);
            Thread[] threads = new[] { "s", "t", "u" }.Select(name => new Thread(() =>
            {
                Mark(name + "0");
                barrier.SignalAndWait();
                Mark(name + "1");
                barrier.SignalAndWait(20_000);
                Mark(name + "2");
            })).ToArray();
            foreach (Thread each in threads) each.Start();
            foreach (Thread each in threads) each.Join();
            Mark("z");
        }

        static async Task Enter(SemaphoreSlim s, string name, CancellationToken token = default) { Mark(name + "0"); await s.WaitAsync(token); Mark(name + "1"); }
        public static async Task OfSemaphoreAsync()
        {
            var s = new SemaphoreSlim(1);
            await s.WaitAsync();
            Task t = Enter(s, "t");
            Mark("a");
            s.Release();
            Mark("b");
            await t;
            Mark("c");
        }
        // Each is let in by the release of another unit.
        static async Task InOrder(CancellationToken token)
        {
            var s = new SemaphoreSlim(0);
            Task[] all = new[] { "t", "u", "v" }.Select(name => Enter(s, name, token)).ToArray();
            foreach (string name in new[] { "a", "b", "c" })
            {
                int done = 0;
                new Thread(() => { Mark(name + "0"); s.Release(); Mark(name + "1"); Volatile.Write(ref done, 1); }).Start();
                Spin(() => Volatile.Read(ref done) == 1);
            }
            await Task.WhenAll(all);
            Mark("z");
        }
        public static Task OfSemaphoreInOrder() => InOrder(CancellationToken.None);
        public static async Task OfSemaphoreInOrderWithToken() { using var c = new CancellationTokenSource(); await InOrder(c.Token); }
        public static async Task OfSemaphoreOutOfTime() { var s = new SemaphoreSlim(0); Mark("a"); bool isTaken = await s.WaitAsync(1); Mark(isTaken ? "taken" : "b"); s.Release(); isTaken = await s.WaitAsync(1); Mark(isTaken ? "c" : "late"); }

        public static void Free()
        {
            var s = new SemaphoreSlim(1); var l = NewLock();
            Mark("a");
            s.Wait(); s.Release(); s.Wait(0); s.WaitAsync(0).GetAwaiter().GetResult(); s.Release();
            l.EnterReadLock(); l.ExitReadLock(); l.EnterWriteLock(); l.ExitWriteLock(); l.TryEnterUpgradeableReadLock(5); l.EnterWriteLock(); l.ExitWriteLock(); l.ExitUpgradeableReadLock();
            lock (s_object) { Monitor.Pulse(s_object); Monitor.PulseAll(s_object); Monitor.Wait(s_object, 0); }
            new ManualResetEventSlim(true).Wait(); new ManualResetEvent(true).WaitOne(); new AutoResetEvent(false).WaitOne(0); new CountdownEvent(0).Wait();
            Mark("b");
        }

        sealed class Notified : SynchronizationContext
        {
            public int Waits;
            public Notified() => SetWaitNotificationRequired();
            public override int Wait(IntPtr[] handles, bool all, int milliseconds) { Waits++; return WaitHelper(handles, all, milliseconds); }
        }

        // What each call gives or throws, one after the other.
        public static string Outcomes()
        {
            var text = new System.Text.StringBuilder();
            void Try(Func<object> call) { try { text.Append(call()); } catch (Exception e) { text.Append(e.GetType().Name + "(" + (e as ArgumentException)?.ParamName + ")"); } text.Append(' '); }
            void Do(Action call) => Try(() => { call(); return "done"; });
            var cancelled = new CancellationToken(true); var later = TimeSpan.FromMilliseconds(2); var bad = TimeSpan.FromMilliseconds(-2); var gone = new SemaphoreSlim(1); gone.Dispose();
            var s = new SemaphoreSlim(2, 3);
            Do(() => s.Wait()); Try(() => s.Wait(0)); Try(() => s.Wait(0)); Try(() => s.Wait(later)); Try(() => s.Wait(-2)); Try(() => s.Wait(bad)); Do(() => s.Wait(cancelled)); Try(() => s.Release(2)); Try(() => s.Release(0)); Try(() => s.Release(7));
            Try(() => s.Wait(5, cancelled)); Try(() => s.WaitAsync(-2).Id); Try(() => s.WaitAsync(later).Result); Try(() => s.WaitAsync(cancelled).Status); Do(() => gone.Wait()); Try(() => gone.WaitAsync().Status); Try(() => gone.Release()); Try(() => ((SemaphoreSlim)null).Wait(1));
            Try(() => s.CurrentCount);
            using (var c = new CancellationTokenSource(2)) { var none = new SemaphoreSlim(0); Do(() => none.Wait(c.Token)); Try(() => none.CurrentCount); }
            var l = NewLock();
            Do(l.ExitReadLock); Do(() => l.ExitWriteLock()); Do(() => l.EnterReadLock()); Do(() => l.EnterReadLock()); Try(() => l.TryEnterWriteLock(1)); Do(() => l.ExitReadLock()); Try(() => l.TryEnterReadLock(-2)); Try(() => l.TryEnterWriteLock(bad)); Try(() => l.TryEnterWriteLock(later)); Try(() => l.IsWriteLockHeld); Do(() => l.ExitWriteLock());
            Do(() => l.EnterUpgradeableReadLock()); Do(() => l.EnterWriteLock()); Do(() => l.ExitUpgradeableReadLock()); Do(() => l.ExitWriteLock()); Do(() => l.ExitUpgradeableReadLock());
            var e = new ManualResetEventSlim();
            Try(() => e.Wait(1)); Try(() => e.Wait(later)); Do(() => e.Wait(cancelled)); Try(() => e.Wait(-2)); Do(() => e.Set()); Do(() => e.Wait()); Try(() => e.Wait(0)); Do(() => e.Wait(cancelled)); Do(() => e.Reset()); Try(() => e.IsSet); e.Dispose(); Do(() => e.Wait()); Do(() => e.Set()); Do(() => e.Reset());
            var m = new ManualResetEvent(false); var a = new AutoResetEvent(true); var w = new EventWaitHandle(false, EventResetMode.AutoReset); var mutex = new Mutex();
            Try(() => m.WaitOne(1)); Try(() => m.Set()); Try(() => m.WaitOne(later)); Try(() => m.WaitOne(1, false)); Try(() => m.Reset()); Try(() => m.WaitOne(-2)); Try(() => m.WaitOne(bad)); Try(() => a.WaitOne()); Try(() => a.WaitOne(0)); Try(() => a.Set()); Try(() => a.Set()); Try(() => a.WaitOne(later, true)); Try(() => a.WaitOne(1)); Try(() => a.Reset());
            Try(() => w.WaitOne(0)); Try(() => w.Set()); Try(() => w.WaitOne(5)); Try(() => w.WaitOne(0)); Try(() => mutex.WaitOne()); Do(() => mutex.ReleaseMutex()); m.Dispose(); Try(() => m.WaitOne(0)); Try(() => m.Set()); Try(() => ((WaitHandle)null).WaitOne());
            var d = new CountdownEvent(2);
            Try(() => d.Wait(1)); Try(() => d.Signal()); Try(() => d.Signal(2)); Try(() => d.Signal(0)); Try(() => d.Signal()); Do(() => d.Wait()); Try(() => d.Signal()); Do(() => d.Reset()); Do(() => d.Reset(1)); Do(() => d.Reset(-1)); Try(() => d.CurrentCount); Do(() => d.Wait(cancelled)); Try(() => d.Wait(-2));
            var b = new Barrier(1, phase => { if (phase.CurrentPhaseNumber == 1) throw new FormatException(); });
            Do(() => b.SignalAndWait()); Do(() => b.SignalAndWait()); Try(() => b.SignalAndWait(5)); b.AddParticipant(); Try(() => b.SignalAndWait(1)); Try(() => b.SignalAndWait(later)); Do(() => b.SignalAndWait(cancelled)); Do(() => b.RemoveParticipant()); Do(() => b.RemoveParticipants(3)); Try(() => b.CurrentPhaseNumber); Try(() => b.SignalAndWait(-2)); Try(() => b.ParticipantsRemaining);
            Do(() => Monitor.Pulse(s_object)); Do(() => Monitor.PulseAll(null)); Try(() => Monitor.Wait(s_object)); lock (s_object) { Try(() => Monitor.Wait(s_object, 1)); Try(() => Monitor.Wait(s_object, later)); Try(() => Monitor.Wait(s_object, bad)); Try(() => Monitor.Wait(s_object, 1, true)); Do(() => Monitor.Pulse(s_object)); Try(() => Monitor.IsEntered(s_object)); }
            var set = new ManualResetEvent(false);
            Thread.CurrentThread.Interrupt(); Try(() => set.Set()); Try(() => set.WaitOne(0)); Try(() => set.WaitOne(0));
            var before = SynchronizationContext.Current; var notified = new Notified(); SynchronizationContext.SetSynchronizationContext(notified);
            Try(() => set.Set()); Try(() => set.WaitOne()); Try(() => set.WaitOne(1)); Try(() => a.Set()); Try(() => a.WaitOne()); Try(() => a.WaitOne(1)); Try(() => notified.Waits);
            SynchronizationContext.SetSynchronizationContext(before);
            return text.ToString();
        }
        """;

    [Theory]
    [InlineData("OfSemaphore", "Acquire")]
    [InlineData("OfSemaphoreInTime", "Acquire")]
    [InlineData("OfSemaphoreWithToken", "Acquire")]
    [InlineData("OfWriters", "Acquire")]
    [InlineData("OfReaderBehindWriter", "Acquire")]
    [InlineData("OfWriterBehindReader", "Acquire")]
    [InlineData("OfUpgradeable", "Acquire")]
    [InlineData("OfLatch", "Resume")]
    [InlineData("OfLatchInTime", "Resume")]
    [InlineData("OfManualEvent", "Resume")]
    [InlineData("OfAutoEvent", "Resume")]
    [InlineData("OfPulse", "Resume")]
    [InlineData("OfPulseAll", "Resume")]
    [InlineData("OfCountdown", "Resume")]
    public void Wait_ForWhatIsNotThere_ComesBehindWhoLetsGo(string method, string end) => EventPrograms.Check(Program, method, "a<t1 t0|a t1|b t1<c b<c", graph =>
    {
        Assert.StartsWith($"Start t0 Wait {end} t1", graph.KindsOf("t1"), StringComparison.Ordinal);
        graph.AssertSequential();
    });

    [Theory]
    [InlineData("OfBarrier", "a<t1 t0<b t0|a t1|b t1<c b<c")]
    [InlineData("Phases", "s0<t1 s0<u1 t0<s1 t0<u1 u0<s1 u0<t1 s1<t2 s1<u2 t1<s2 u1<s2 s0|t0 s0|u0 s1|t1 s1|u1 s2|t2 s2<z t2<z u2<z")]
    public void SignalAndWait_OfSeveral_ComesBehindTheArrivalOfAll(string method, string relations) => EventPrograms.Check(Program, method, relations, graph => graph.AssertSequential(), times: 5);

    [Theory]
    [InlineData("LatchBefore", "s0<m1 s0|m0 s1|m2 m1<m2")]
    [InlineData("ManualEventBefore", "s0<m1 s0|m0 s1|m2 m1<m2")]
    [InlineData("AutoEventBefore", "s0<m1 s0|m0 s1|m2 m1<m2")]
    [InlineData("CountdownBefore", "s0<m1 s0|m0 s1|m2 m1<m2")]
    [InlineData("Countdown", "s0<m t0<m s1|m t1|m s0|t0")]
    [InlineData("SetTwice", "s0<m s1|m u0|m u1|m")]
    [InlineData("SetAnew", "u0<m u1|m s0|m s1|m")]
    public void Wait_ForASignalThatWasThere_ComesBehindIt(string method, string relations) => EventPrograms.Check(Program, method, relations, graph => graph.AssertSequential(haveEnded: false));

    [Theory]
    [InlineData("OfSemaphoreAsync", "t0<a a<t1 b|t1 t1<c b<c")]
    [InlineData("OfSemaphoreInOrder", "a0<t1 b0|t1 c0|t1 b0<u1 a0|u1 c0|u1 c0<v1 b0|v1 a1|t1 t1<z u1<z v1<z")]
    [InlineData("OfSemaphoreInOrderWithToken", "a0<t1 b0|t1 c0|t1 b0<u1 a0|u1 c0|u1 c0<v1 b0|v1 a1|t1 t1<z u1<z v1<z")]
    [InlineData("OfSemaphoreOutOfTime", "a<b b<c a=b b=c")]
    public void WaitAsync_ForWhatIsNotThere_ComesBehindItsRelease(string method, string relations) => EventPrograms.Check(Program, method, relations, graph => graph.AssertSequential(haveEnded: false), times: 3);

    [Fact]
    public void Wait_ForWhatIsThere_LeavesNoEvent() =>
        EventPrograms.Check(Program, "Free", "a<b", graph => Assert.Equal("Start a Wait Resume b Complete", graph.KindsOf("a"))); // Monitor.Wait waits for a call that does not come

    [Theory]
    [InlineData("Record", OptimizationLevel.Debug)]
    [InlineData("Record", OptimizationLevel.Release)]
    [InlineData("NoOp", OptimizationLevel.Release)]
    public void Everything_Woven_GivesAndThrowsWhatItDoesUnwoven(string mode, OptimizationLevel optimization)
    {
        CompiledAssembly unwoven = Construct.CompileMembers("static void Mark(string name) { }\n" + Program, optimization, usings: "using System.Threading; ", runtime: TestRuntime.Real);
        CompiledAssembly woven = TestWeaver.Weave(unwoven, TestRuntime.Real, $"<Weft Mode='{mode}'/>").Assembly;
        string expected = (string)new LoadedAssembly(unwoven, TestRuntime.Real).Run("C", "Outcomes")!;
        Assert.Contains("ObjectDisposedException", expected, StringComparison.Ordinal);
        Assert.Equal(expected, new LoadedAssembly(woven, TestRuntime.Real).Run("C", "Outcomes"));
    }
}
