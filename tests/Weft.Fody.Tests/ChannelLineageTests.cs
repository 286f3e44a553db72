using Weft.Fody.Tests.Harness;
using Xunit;

namespace Weft.Fody.Tests;

// Proves: what is read from a channel follows from the record that it was written for, through every kind of channel, any number of writers and readers, several
// channels one behind the other, and code that is not woven. Woven against the product's runtime, in Debug and Release.
public class ChannelLineageTests
{
    private const string Program = """
        static (string, string) Answer<T>(List<T> list, int at) => (string.Join(",", list), Weft.Lineage.Of(list, at, "list").Why().ToString());
        static readonly int[] s_numbers = [3, 1, 2];
        static List<int> Numbers() => s_numbers.Where(n => n > 1).ToList();

        static async Task<List<string>> Through(Channel<int> channel)
        {
            foreach (int n in Numbers()) await channel.Writer.WriteAsync(n);
            channel.Writer.Complete();
            var list = new List<string>();
            await foreach (int n in channel.Reader.ReadAllAsync()) list.Add("n" + n);
            return list;
        }
        public static object Bounded() => Answer(Through(Channel.CreateBounded<int>(5)).Result, 1);
        public static object Unbounded() => Answer(Through(Channel.CreateUnbounded<int>()).Result, 1);
        public static object Prioritized() => Answer(Through(Channel.CreateUnboundedPrioritized<int>()).Result, 0);
        public static object Options() => Answer(Through(Channel.CreateBounded<int>(new BoundedChannelOptions(5) { SingleReader = true }, _ => { })).Result, 1);
        public static object TryWrite()
        {
            Channel<int> channel = Channel.CreateUnbounded<int>();
            foreach (int n in Numbers()) channel.Writer.TryWrite(n);
            channel.Writer.Complete();
            return Answer(channel.Reader.ReadAllAsync().ToListAsync().AsTask().Result, 1);
        }
        static async Task Copy(ChannelReader<int> from, ChannelWriter<int> to)
        {
            await foreach (int n in from.ReadAllAsync()) { await Task.Yield(); await to.WriteAsync(n * 10); }
        }
        public static object Stages()
        {
            return Answer(Run().Result.OrderBy(n => n).ToList(), 1);
            static async Task<List<int>> Run()
            {
                Channel<int> first = Channel.CreateBounded<int>(1), second = Channel.CreateBounded<int>(1);
                Task writing = Task.Run(async () => { foreach (int n in Numbers()) await first.Writer.WriteAsync(n); first.Writer.Complete(); });
                Task copying = Task.WhenAll(Copy(first.Reader, second.Writer), Copy(first.Reader, second.Writer)).ContinueWith(_ => second.Writer.Complete());
                var list = new List<int>();
                await foreach (int n in second.Reader.ReadAllAsync()) list.Add(n);
                await writing;
                await copying;
                return list;
            }
        }
        public static object Made()
        {
            Channel<int> channel = Channel.CreateUnbounded<int>();
            channel.Writer.TryWrite(7);
            channel.Writer.TryWrite(8);
            channel.Writer.Complete();
            return Answer(channel.Reader.ReadAllAsync().ToListAsync().AsTask().Result, 1);
        }
        [Weft.NotWoven] static Channel<int> NotWoven() { Channel<int> channel = Channel.CreateUnbounded<int>(); foreach (int n in Numbers()) channel.Writer.TryWrite(n); channel.Writer.Complete(); return channel; }
        public static object ChannelThatIsNotWoven() { Channel<int> channel = NotWoven(); return Answer(channel.Reader.ReadAllAsync().ToListAsync().AsTask().Result, 1); }
        [Weft.NotWoven] static void Write(ChannelWriter<int> writer) { foreach (int n in Numbers()) writer.TryWrite(n); writer.Complete(); }
        public static object WriterThatIsNotWoven() { Channel<int> channel = Channel.CreateUnbounded<int>(); Write(channel.Writer); return Answer(channel.Reader.ReadAllAsync().ToListAsync().AsTask().Result, 1); }
        public static object InAction()
        {
            Channel<int> channel = Channel.CreateUnbounded<int>();
            Numbers().ForEach(n => { channel.Writer.TryWrite(n); });
            channel.Writer.Complete();
            return Answer(channel.Reader.ReadAllAsync().ToListAsync().AsTask().Result, 1);
        }
        """;

    public static TheoryData<string, string> Answers => new()
    {
        { "Bounded", "list[1]\n└─ WriteAsync  (ReadAllAsync, Add)\n   └─ s_numbers[2]  (Where, ToList)\n" },
        { "Unbounded", "s_numbers[2]" },
        { "Prioritized", "s_numbers[2]" },
        { "Options", "s_numbers[2]" },
        { "TryWrite", "s_numbers[2]" },
        { "Stages", "s_numbers[0]" },
        { "Made", "TryWrite" },
        { "ChannelThatIsNotWoven", "ToListAsync[1]" },
        { "WriterThatIsNotWoven", "ReadAllAsync" },
        { "InAction", "s_numbers[2]" },
    };

    [Theory]
    [MemberData(nameof(Answers))]
    public void Why_ItemReadFromAChannel_NamesTheRecordThatItWasWrittenFor(string method, string expected)
        => Lineages.Check(Program, method, expected, isExact: true, "using System.Threading.Channels;");
}
