using Weft.Fody.Tests.Harness;
using Xunit;

namespace Weft.Fody.Tests.Units;

// Proves: who has to wait for a lock comes behind what was done by who held it, and a lock that is free leaves no event. Woven against the product's runtime, in Debug and Release.
public class LockTests
{
    private const string Program = """
        static void Wait(Thread thread) { while ((thread.ThreadState & ThreadState.WaitSleepJoin) == 0) Thread.Sleep(1); }

        // A thread that has to wait until this one gives back what it holds.
        static void Contend(Action enter, Action leave)
        {
            enter();
            var thread = new Thread(() => { Mark("t0"); enter(); Mark("t1"); leave(); });
            thread.Start();
            Wait(thread);
            Mark("a");
            leave();
            Mark("b");
            thread.Join();
            Mark("c");
        }
        static readonly object s_object = new(); static readonly Lock s_lock = new();
        public static void OfMonitor() => Contend(() => Monitor.Enter(s_object), () => Monitor.Exit(s_object));
        public static void OfMonitorInTime() => Contend(() => { if (!Monitor.TryEnter(s_object, 60_000)) throw new TimeoutException(); }, () => Monitor.Exit(s_object));
        public static void OfLock() => Contend(() => s_lock.Enter(), () => s_lock.Exit());
        public static void OfLockInTime() => Contend(() => { if (!s_lock.TryEnter(TimeSpan.FromMinutes(1))) throw new TimeoutException(); }, () => s_lock.Exit());
        public static void Statement()
        {
            Thread thread;
            lock (s_object)
            {
                thread = new Thread(() => { Mark("t0"); lock (s_object) Mark("t1"); });
                thread.Start();
                Wait(thread);
                Mark("a");
            }
            Mark("b");
            thread.Join();
            Mark("c");
        }
        public static void StatementOfLock()
        {
            Thread thread;
            lock (s_lock)
            {
                thread = new Thread(() => { Mark("t0"); lock (s_lock) Mark("t1"); });
                thread.Start();
                Wait(thread);
                Mark("a");
            }
            Mark("b");
            thread.Join();
            Mark("c");
        }
        public static void Free() { lock (s_object) { Mark("a"); lock (s_lock) lock (s_object) Mark("b"); } if (Monitor.TryEnter(s_object)) Monitor.Exit(s_object); Mark("c"); }
        """;

    [Theory]
    [InlineData("OfMonitor")]
    [InlineData("OfMonitorInTime")]
    [InlineData("OfLock")]
    [InlineData("OfLockInTime")]
    [InlineData("Statement")]
    [InlineData("StatementOfLock")]
    public void Enter_LockThatIsHeld_ComesBehindItsRelease(string method) => EventPrograms.Check(Program, method, "a<t1 t0|a t1|b t1<c b<c", graph =>
    {
        Assert.Equal("Start t0 Wait Acquire t1 Complete", graph.KindsOf("t1"));
        graph.AssertSequential();
    });

    [Fact]
    public void Enter_LockThatIsFree_LeavesNoEvent() =>
        EventPrograms.Check(Program, "Free", "a<b b<c", graph => Assert.Equal("Start a b c Complete", graph.KindsOf("a")));
}
