using Weft.Fody.Tests.Harness;
using Xunit;

namespace Weft.Fody.Tests.Units;

// Proves: who takes a record out of a channel, a blocking collection or a concurrent collection comes behind who put it in, whether or not he had to wait, and behind nothing that that one did afterwards; who takes nothing out, or
// what another one put in, does not. Woven against the product's runtime, in Debug and Release.
public class PassingTests
{
    private const string Program = """
        static List<int> One() => new[] { 1, 2 }.Where(n => n > 1).ToList();
        static void Spin(Func<bool> until) { var wait = new SpinWait(); while (!until()) wait.SpinOnce(); }

        // One thread puts in, another one takes out; nothing else brings them together.
        static void Pass(Action put, Action take)
        {
            bool isPut = false;
            var writer = new Thread(() => { Mark("w0"); put(); Mark("w1"); Volatile.Write(ref isPut, true); });
            var reader = new Thread(() => { Mark("r0"); Spin(() => Volatile.Read(ref isPut)); take(); Mark("r1"); });
            writer.Start(); reader.Start(); writer.Join(); reader.Join();
            Mark("z");
        }
        static void PassWaiting(Action put, Action take)
        {
            var reader = new Thread(() => { Mark("r0"); take(); Mark("r1"); });
            reader.Start();
            Spin(() => (reader.ThreadState & ThreadState.WaitSleepJoin) != 0);
            var writer = new Thread(() => { Mark("w0"); put(); Mark("w1"); });
            writer.Start(); writer.Join(); reader.Join();
            Mark("z");
        }
        static void Put(Action<int> put) { foreach (int n in One()) put(n); }

        public static void Queue() { var q = new ConcurrentQueue<int>(); Pass(() => { foreach (int n in One()) q.Enqueue(n); }, () => q.TryDequeue(out _)); }
        public static void QueueKept() { var q = new ConcurrentQueue<int>(); var list = new List<int>(); Pass(() => { foreach (int n in One()) q.Enqueue(n); }, () => { if (q.TryDequeue(out int x)) list.Add(x); }); }
        public static void Stack() { var s = new ConcurrentStack<int>(); Pass(() => { foreach (int n in One()) s.Push(n); }, () => s.TryPop(out _)); }
        public static void Blocking() { var c = new BlockingCollection<int>(); var list = new List<int>(); Pass(() => c.Add(1), () => { list.Add(c.Take()); }); }
        public static void BlockingWaits() { var c = new BlockingCollection<int>(); var list = new List<int>(); PassWaiting(() => c.Add(1), () => { list.Add(c.Take()); }); }
        public static void Consuming() { var c = new BlockingCollection<int>(); Pass(() => { c.Add(1); c.CompleteAdding(); }, () => { foreach (int x in c.GetConsumingEnumerable()) { } }); }
        static Channel<int> New() => Channel.CreateUnbounded<int>();
        public static void TryRead() { var c = New(); Pass(() => c.Writer.TryWrite(1), () => c.Reader.TryRead(out _)); }
        public static void TryReadKept() { var c = New(); var list = new List<int>(); Pass(() => c.Writer.TryWrite(1), () => { if (c.Reader.TryRead(out int x)) list.Add(x); }); }
        public static void Prioritized() { var c = Channel.CreateUnboundedPrioritized<int>(); Pass(() => c.Writer.TryWrite(1), () => c.Reader.TryRead(out _)); }
        public static void Read() { var c = New(); Pass(() => c.Writer.TryWrite(1), () => c.Reader.ReadAsync().AsTask().Wait()); }
        static async Task ReadOne(Channel<int> c) { Mark("s0"); int x = await c.Reader.ReadAsync(); Mark("s1"); }
        static async Task WaitAndRead(Channel<int> c) { Mark("s0"); await c.Reader.WaitToReadAsync(); c.Reader.TryRead(out _); Mark("s1"); }
        static async Task ReadAll(Channel<int> c) { Mark("s0"); await foreach (int x in c.Reader.ReadAllAsync()) Mark("s1"); }
        static async Task Waiting(Func<Channel<int>, Task> read)
        {
            var c = New();
            Task reading = read(c);
            var writer = new Thread(() => { Mark("w0"); c.Writer.TryWrite(1); Mark("w1"); c.Writer.Complete(); });
            writer.Start(); writer.Join();
            await reading;
        }
        public static Task ReadWaits() => Waiting(ReadOne);
        public static Task WaitsToRead() => Waiting(WaitAndRead);
        public static Task ReadsAll() => Waiting(ReadAll);
        public static void Nothing() { var c = New(); Pass(() => c.Writer.TryWrite(1), () => { }); }
        public static void Others()
        {
            var c = New(); int state = 0;
            var first = new Thread(() => { Mark("w0"); c.Writer.TryWrite(1); Volatile.Write(ref state, 1); });
            var second = new Thread(() => { Spin(() => Volatile.Read(ref state) == 1); Mark("v0"); c.Writer.TryWrite(2); Volatile.Write(ref state, 2); });
            var reader = new Thread(() => { Spin(() => Volatile.Read(ref state) == 2); c.Reader.TryRead(out _); Mark("r1"); c.Reader.TryRead(out _); Mark("r2"); });
            first.Start(); second.Start(); reader.Start(); first.Join(); second.Join(); reader.Join();
        }
        """;

    private const string Usings = "using System.Collections.Concurrent; using System.Threading.Channels; using System.Threading.Tasks;";

    [Theory]
    [InlineData("Queue")]
    [InlineData("QueueKept")]
    [InlineData("Stack")]
    [InlineData("Blocking")]
    [InlineData("BlockingWaits")]
    [InlineData("Consuming")]
    [InlineData("TryRead")]
    [InlineData("TryReadKept")]
    [InlineData("Prioritized")]
    [InlineData("Read")]
    public void Take_OfWhatAnotherThreadPutIn_ComesBehindThePut(string method) => EventPrograms.Check(Program, method, "w0<r1 w0|r0 w1|r1 r1<z", usings: Usings);

    [Theory]
    [InlineData("ReadWaits")]
    [InlineData("WaitsToRead")]
    [InlineData("ReadsAll")]
    public void Read_ThatWaits_ComesBehindTheWrite(string method) => EventPrograms.Check(Program, method, "w0<s1 s0<s1", usings: Usings);

    [Fact]
    public void Take_OfNothing_ComesBehindNobody() => EventPrograms.Check(Program, "Nothing", "w0|r1", usings: Usings);

    [Fact]
    public void Take_OfWhatOneHasPutIn_DoesNotComeBehindAnother() => EventPrograms.Check(Program, "Others", "w0<r1 v0|r1 v0<r2", usings: Usings);
}
