using Weft.Fody.Tests.Harness;
using Xunit;

namespace Weft.Fody.Tests;

// Proves: what is taken out of a channel by hand (TryRead, ReadAsync, TryPeek) and put into a list or another channel follows from the record that it was written
// for, wherever the reader comes from, over awaits, in several stages with several workers; what is made of an earlier one is incomplete. Woven against the
// product's runtime, in Debug and Release.
public class ChannelByHandLineageTests
{
    private const string Program = """
        static (string, string) Answer<T>(List<T> list, int at) => (string.Join(",", list), Weft.Lineage.Of(list, at, "list").Why().ToString());
        static readonly int[] s_numbers = [3, 1, 2];
        static List<int> Numbers() => s_numbers.Where(n => n > 1).ToList();
        static Channel<int> Filled(Channel<int>? channel = null) { channel ??= Channel.CreateUnbounded<int>(); foreach (int n in Numbers()) channel.Writer.TryWrite(n); channel.Writer.Complete(); return channel; }

        static async Task<List<string>> Drain(ChannelReader<int> r) { var list = new List<string>(); while (await r.WaitToReadAsync()) while (r.TryRead(out var x)) list.Add("n" + x); return list; }
        public static object Drained() => Answer(Drain(Filled().Reader).Result, 1);
        public static object Prioritized() => Answer(Drain(Filled(Channel.CreateUnboundedPrioritized<int>()).Reader).Result, 0);
        public static object Synchronous() { var list = new List<int>(); var r = Filled().Reader; while (r.TryRead(out int x)) { int y = x * 2; list.Add(y); } return Answer(list, 1); }
        public static object Once() { var list = new List<int>(); var r = Filled().Reader; r.TryRead(out int a); r.TryRead(out int b); list.Add(b); list.Add(a); return Answer(list, 0); }
        public static object OnceFirst() { var list = new List<int>(); var r = Filled().Reader; r.TryRead(out int a); r.TryRead(out int b); list.Add(b); list.Add(a); return Answer(list, 1); }
        public static object Pair() { var list = new List<(int, int)>(); var r = Filled().Reader; while (r.TryRead(out int a) && r.TryRead(out int b)) list.Add((a, b)); return Answer(list, 0); }
        static async Task<List<string>> Read(ChannelReader<int> r) { var list = new List<string>(); try { while (true) { var x = await r.ReadAsync(); await Task.Yield(); list.Add("n" + x); } } catch (ChannelClosedException) { return list; } }
        public static object ReadOneByOne() => Answer(Read(Filled().Reader).Result, 1);
        static async Task<List<int>> ReadWaiting() {
            Channel<int> channel = Channel.CreateUnbounded<int>();
            Task<List<string>> reading = Read(channel.Reader);
            foreach (int n in Numbers()) { await Task.Delay(5); await channel.Writer.WriteAsync(n); }
            channel.Writer.Complete();
            return (await reading).Select(s => s.Length).ToList();
        }
        public static object ReadThatWaited() => Answer(ReadWaiting().Result, 1);
        static async Task<List<int>> Single() { var list = new List<int>(); var r = Filled().Reader; var x = await r.ReadAsync().ConfigureAwait(false); int y = await r.ReadAsync(); list.Add(y); list.Add(x); return list; }
        public static object Straight() => Answer(Single().Result, 0);
        public static object StraightFirst() => Answer(Single().Result, 1);
        sealed class Worker(ChannelReader<int> reader, ChannelWriter<string> writer) {
            readonly ChannelReader<int> _reader = reader;
            public async Task Run() { while (await _reader.WaitToReadAsync()) { while (_reader.TryRead(out var x)) { await Task.Yield(); await writer.WriteAsync(x + "!"); } } }
        }
        static async Task Pipe<TIn, TOut>(ChannelReader<TIn> from, ChannelWriter<TOut> to, Func<TIn, TOut> map) { while (await from.WaitToReadAsync()) { if (!from.TryRead(out TIn? x)) continue; TOut y = map(x); while (await to.WaitToWriteAsync()) if (to.TryWrite(y)) break; } }
        static async Task<List<string>> Workers() {
            Channel<int> first = Channel.CreateBounded<int>(1); Channel<string> second = Channel.CreateBounded<string>(1), third = Channel.CreateBounded<string>(1);
            Task writing = Task.Run(async () => { foreach (int n in Numbers()) await first.Writer.WriteAsync(n); first.Writer.Complete(); });
            Task workers = Task.WhenAll(new Worker(first.Reader, second.Writer).Run(), new Worker(first.Reader, second.Writer).Run()).ContinueWith(_ => second.Writer.Complete());
            Task pipes = Task.WhenAll(Pipe(second.Reader, third.Writer, s => s + "?"), Pipe(second.Reader, third.Writer, s => s + "?")).ContinueWith(_ => third.Writer.Complete());
            var list = new List<string>();
            while (await third.Reader.WaitToReadAsync()) while (third.Reader.TryRead(out var s)) list.Add(s);
            await writing; await workers; await pipes;
            return list.Order().ToList();
        }
        public static object Generic() => Answer(Workers().Result, 1);
        public static object Peeked() { var list = new List<int>(); var r = Filled().Reader; if (r.TryPeek(out int x)) list.Add(x); return Answer(list, 0); }
        public static object OutOfLoop() { var list = new List<int>(); var r = Filled().Reader; int x; while (!r.TryRead(out x)) Thread.Yield(); list.Add(x); return Answer(list, 0); }
        public static object InLoop() { var list = new List<string>(); var r = Filled().Reader; foreach (int n in Numbers()) if (r.TryRead(out int x)) list.Add($"{n}{x}"); return Answer(list, 1); }
        public static object LoopOnly() { var list = new List<int>(); var r = Filled().Reader; foreach (int n in Numbers()) if (r.TryRead(out _)) list.Add(n); return Answer(list, 1); }
        public static object Constant() { var list = new List<string>(); var r = Filled().Reader; while (r.TryRead(out _)) list.Add("one"); return Answer(list, 1); }
        [Weft.NotWoven] static void Write(ChannelWriter<int> writer) { foreach (int n in Numbers()) writer.TryWrite(n); writer.Complete(); }
        public static object WriterThatIsNotWoven() { Channel<int> channel = Channel.CreateUnbounded<int>(); Write(channel.Writer); var list = new List<int>(); while (channel.Reader.TryRead(out int x)) list.Add(x); return Answer(list, 1); }
        public static object Default() { var list = new List<int>(); var r = Filled().Reader; for (int i = 0; i < 3; i++) { r.TryRead(out int x); list.Add(x); } return Answer(list, 2); }

        static async Task<List<int>> Stale() { var list = new List<int>(); var r = Filled().Reader; int x = -1; for (int i = 0; i < 3; i++) { try { x = await r.ReadAsync(); } catch (ChannelClosedException) { } list.Add(x); } return list; }
        public static object CaughtLater() => Answer(Stale().Result, 1);
        public static object Previous() { var list = new List<int>(); var r = Filled().Reader; int p = 0; while (r.TryRead(out int x)) { list.Add(p); p = x; } return Answer(list, 1); }
        public static object Total() { var list = new List<int>(); var r = Filled().Reader; int total = 0; while (r.TryRead(out int x)) { total += x; list.Add(total); } return Answer(list, 1); }
        public static object LastOfLoop() { var list = new List<int>(); var r = Filled().Reader; int y = 0; while (r.TryRead(out int x)) if (x > 2) y = x; list.Add(y); return Answer(list, 0); }
        static async Task<List<int>> Ago() { var list = new List<int>(); var r = Filled().Reader; int p = 0; while (await r.WaitToReadAsync()) { int x = await r.ReadAsync(); list.Add(p + x); p = x; } return list; }
        public static object PreviousAsync() => Answer(Ago().Result, 1);
        static async Task<List<int>> Elsewhere() { var list = new List<int>(); var r = Filled().Reader; foreach (int n in Numbers()) { Task<int> reading = r.ReadAsync().AsTask(); list.Add(n + await reading); } return list; }
        public static object AwaitedElsewhere() => Answer(Elsewhere().Result, 1);
        """;

    public static TheoryData<string, string, bool> Answers => new()
    {
        { "Drained", "list[1]\n└─ TryWrite  (TryRead, Add)\n   └─ s_numbers[2]  (Where, ToList)\n", true },
        { "Prioritized", "s_numbers[2]", true },
        { "Synchronous", "s_numbers[2]", true },
        { "Once", "s_numbers[2]", true },
        { "OnceFirst", "s_numbers[0]", true },
        { "Pair", "s_numbers[0]", true },
        { "Pair", "s_numbers[2]", true },
        { "ReadOneByOne", "list[1]\n└─ TryWrite  (ReadAsync, Add)\n   └─ s_numbers[2]  (Where, ToList)\n", true },
        { "ReadThatWaited", "s_numbers[2]", true },
        { "Straight", "s_numbers[2]", true },
        { "StraightFirst", "s_numbers[0]", true },
        { "Generic", "s_numbers[0]", true },
        { "Peeked", "s_numbers[0]", true },
        { "OutOfLoop", "s_numbers[0]", true },
        { "InLoop", "s_numbers[2]", true },
        { "LoopOnly", "s_numbers[2]", true },
        { "Constant", "s_numbers[2]", true },
        { "WriterThatIsNotWoven", "TryRead", true },
        { "Default", "value of Add", true },
        { "CaughtLater", "s_numbers[2]", false },
        { "Previous", "s_numbers[2]", false },
        { "Total", "s_numbers[2]", false },
        { "LastOfLoop", "list[0]", false },
        { "AwaitedElsewhere", "s_numbers[2]", false },
        { "PreviousAsync", "s_numbers[2]", false },
    };

    [Theory]
    [MemberData(nameof(Answers))]
    public void Why_ItemMadeOfWhatWasTakenOutByHand_NamesTheRecordThatItWasWrittenFor(string method, string expected, bool isExact)
        => Lineages.Check(Program, method, expected, isExact, "using System.Threading; using System.Threading.Channels;");
}
