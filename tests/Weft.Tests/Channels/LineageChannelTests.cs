// Proves that a channel whose items carry spans does what .NET's own does: over random programs of all ways to write and read, on bounded, unbounded and
// prioritised channels, step by step and with waiting readers and writers.
using System.Diagnostics;
using System.Reflection;
using System.Text.RegularExpressions;
using System.Threading.Channels;

namespace Weft.Tests.Channels;

public class LineageChannelTests
{
    private static int Programs => int.TryParse(Environment.GetEnvironmentVariable("CHANNEL_PROGRAMS"), out int programs) ? programs : 500;

    [Fact]
    public async Task Random_programs_see_what_they_see_of_dotnets_own_channel()
    {
        for (int seed = 0; seed < Programs; seed++)
        {
            List<string> plain = await Run(seed, isWoven: false);
            List<string> woven = await Run(seed, isWoven: true);
            Assert.True(plain.SequenceEqual(woven), $"program {seed}:\n{string.Join('\n', plain)}\n---\n{string.Join('\n', woven)}");
        }
    }

    [Fact]
    public void Arguments_are_checked_as_by_dotnet()
    {
        Assert.Equal("capacity", Assert.Throws<ArgumentOutOfRangeException>(() => Woven.CreateBounded<Recording, int>(-1, 0)).ParamName);
        Assert.Equal("options", Assert.Throws<ArgumentNullException>(() => Woven.CreateBounded<Recording, int>(null!, 0)).ParamName);
        Assert.Equal("options", Assert.Throws<ArgumentNullException>(() => Woven.CreateBounded<Recording, int>(null!, null, 0)).ParamName);
        Assert.Equal("options", Assert.Throws<ArgumentNullException>(() => Woven.CreateUnbounded<Recording, int>(null!, 0)).ParamName);
        Assert.Equal("options", Assert.Throws<ArgumentNullException>(() => Woven.CreateUnboundedPrioritized<Recording, int>(null!, 0)).ParamName);
        Assert.Throws<NullReferenceException>(() => Woven.TryWrite<Recording, int>(null!, 1, 0));
        Assert.Throws<NullReferenceException>(() => Woven.ReadAllAsync<Recording, int>(null!, default, 0));
    }

    [Fact]
    public void A_debugger_sees_the_items()
    {
        Channel<int>[] channels =
        [
            Woven.CreateUnbounded<Recording, int>(0), Woven.CreateBounded<Recording, int>(10, 0), Woven.CreateUnboundedPrioritized<Recording, int>(0),
            Woven.CreateUnbounded<Recording, int>(new UnboundedChannelOptions { SingleReader = true }, 0),
        ];
        foreach (Channel<int> channel in channels)
        {
            for (int i = 1; i <= 3; i++) Assert.True(channel.Writer.TryWrite(i));
            foreach (object seen in new object[] { channel, channel.Reader, channel.Writer })
            {
                Type proxy = Type.GetType(seen.GetType().GetCustomAttribute<DebuggerTypeProxyAttribute>()!.ProxyTypeName)!.MakeGenericType(typeof(int));
                Assert.Equal([1, 2, 3], (int[])proxy.GetProperty("Items")!.GetValue(Activator.CreateInstance(proxy, seen))!);
                foreach (Match member in Regex.Matches(seen.GetType().GetCustomAttribute<DebuggerDisplayAttribute>()!.Value, @"\{(\w+)\}"))
                    Assert.Contains($"{seen.GetType().GetProperty(member.Groups[1].Value, BindingFlags.Instance | BindingFlags.NonPublic)!.GetValue(seen)}", (string[])["3", "False"]);
            }
        }
    }

    [Fact]
    public async Task A_read_that_waited_is_awaited_once()
    {
        Channel<int> channel = Woven.CreateUnbounded<Recording, int>(0);
        ValueTask<int> first = channel.Reader.ReadAsync();
        Assert.False(first.IsCompleted);
        Assert.True(channel.Writer.TryWrite(1));
        Assert.Equal(1, await first);
        ValueTask<int> second = channel.Reader.ReadAsync();
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await first);
        Assert.True(channel.Writer.TryWrite(2));
        Assert.Equal(2, await second);
    }

    [Fact]
    public async Task A_waiting_reader_allocates_nothing_beyond_dotnets()
    {
        const int Rounds = 1000;
        long least = long.MaxValue; // the JIT spares allocations once it has optimized, and other tests allocate beside this one
        for (int attempt = 0; attempt < 50 && least > Rounds; attempt++)
        {
            long plain = await Bytes(Channel.CreateUnbounded<int>(new UnboundedChannelOptions { SingleReader = true, AllowSynchronousContinuations = true }));
            long woven = await Bytes(Woven.CreateUnbounded<Recording, int>(new UnboundedChannelOptions { SingleReader = true, AllowSynchronousContinuations = true }, 0));
            least = Math.Min(least, woven - plain);
        }
        Assert.InRange(least, long.MinValue, Rounds); // less than a byte a read

        static async Task<long> Bytes(Channel<int> channel)
        {
            long before = 0;
            for (int i = -10; i < Rounds; i++)
            {
                if (i == 0) before = GC.GetTotalAllocatedBytes(precise: true);
                ValueTask<int> read = channel.Reader.ReadAsync();
                channel.Writer.TryWrite(i);
                await read;
            }
            return GC.GetTotalAllocatedBytes(precise: true) - before;
        }
    }

    // One program: up to two readers and writers wait at a time; what each step gives is written down, and what has completed since.
    private static async Task<List<string>> Run(int seed, bool isWoven)
    {
        var random = new Random(seed);
        var log = new List<string>();
        Channel<int> channel = Create(random, isWoven, log);
        ChannelReader<int> reader = channel.Reader;
        ChannelWriter<int> writer = channel.Writer;
        using var cancellation = new CancellationTokenSource();
        LoopRecord record = default;
        var waiting = new List<(string Name, Func<bool> IsCompleted, Func<object?> Result)>();
        log.Add($"{reader.CanCount} {reader.CanPeek} {reader.Completion.Status}");
        for (int step = 0; step < 30; step++)
        {
            int item = random.Next(10);
            int kind = random.Next(14);
            CancellationToken token = random.Next(4) == 0 ? cancellation.Token : default;
            try
            {
                switch (kind)
                {
                    case 0 or 1: log.Add($"TryWrite({item}) {(isWoven && item % 2 == 0 ? Woven.TryWrite<Recording, int>(writer, item, default, 0) : writer.TryWrite(item))}"); break;
                    case 2 or 3: Wait($"WriteAsync({item})", isWoven ? Woven.WriteAsync<Recording, int>(writer, item, token, 0) : writer.WriteAsync(item, token)); break;
                    case 4: WaitFor("WaitToWriteAsync", writer.WaitToWriteAsync(token)); break;
                    case 5 or 6: log.Add($"TryRead {(isWoven && item % 2 == 0 ? Woven.TryRead<Recording, int>(reader, out int read, ref record, 0) : reader.TryRead(out read))} {read}"); break;
                    case 7 or 8: WaitFor("ReadAsync", isWoven && item % 2 == 0 ? Woven.ReadAsync<Recording, int>(reader, token, ref record, 0) : reader.ReadAsync(token)); break;
                    case 9: WaitFor("WaitToReadAsync", reader.WaitToReadAsync(token)); break;
                    case 10: log.Add($"TryPeek {(!reader.CanPeek ? "-" : (isWoven ? Woven.TryPeek<Recording, int>(reader, out int peeked, ref record, 0) : reader.TryPeek(out peeked)) + " " + peeked)}"); break;
                    case 11: log.Add($"Count {(reader.CanCount ? reader.Count : -1)}"); break;
                    case 12 when step > 20: log.Add($"TryComplete {writer.TryComplete(item < 5 ? null : new InvalidOperationException("over"))} {reader.Completion.Status}"); break;
                    case 13 when step > 10: await cancellation.CancelAsync(); break;
                    default: break;
                }
            }
            catch (Exception e)
            {
                log.Add($"{kind}: {e.GetType()} {e.Message}");
            }
            Settle();
        }
        writer.TryComplete();
        try
        {
            await foreach (int item in isWoven ? Woven.ReadAllAsync<Recording, int>(reader, default, 0) : reader.ReadAllAsync()) log.Add($"ReadAllAsync {item}");
        }
        catch (Exception e)
        {
            log.Add($"ReadAllAsync {e.GetType()} {e.Message} {e.InnerException?.Message}");
        }
        Settle();
        log.Add($"{waiting.Count} wait, {reader.Completion.Status}");
        return log;

        void Wait(string name, ValueTask task) => waiting.Add((name, () => task.IsCompleted, () =>
        {
            task.GetAwaiter().GetResult();
            return null;
        }
        ));

        void WaitFor<T>(string name, ValueTask<T> task) => waiting.Add((name, () => task.IsCompleted, () => task.GetAwaiter().GetResult()));

        // A channel completes a waiting task before the call that completes it returns, except where a token did it.
        void Settle()
        {
            foreach ((string name, Func<bool> isCompleted, Func<object?> result) in waiting.Where(w => w.IsCompleted()).ToList())
            {
                string outcome;
                try
                {
                    outcome = $"{result()}";
                }
                catch (Exception e)
                {
                    outcome = $"{e.GetType()} {e.Message} {e.InnerException?.Message}";
                }
                log.Add($"{name}: {outcome}");
                waiting.RemoveAll(w => ReferenceEquals(w.Result, result));
            }
        }
    }

    private static Channel<int> Create(Random random, bool isWoven, List<string> log)
    {
        int kind = random.Next(4);
        bool isSynchronous = random.Next(2) == 0;
        var bounded = new BoundedChannelOptions(random.Next(1, 4)) { FullMode = (BoundedChannelFullMode)random.Next(4), AllowSynchronousContinuations = isSynchronous, SingleReader = false };
        var unbounded = new UnboundedChannelOptions { AllowSynchronousContinuations = isSynchronous };
        var prioritized = new UnboundedPrioritizedChannelOptions<int> { AllowSynchronousContinuations = isSynchronous, Comparer = random.Next(2) == 0 ? null : Comparer<int>.Create(static (x, y) => y.CompareTo(x)) };
        return kind switch
        {
            0 => isWoven ? Woven.CreateBounded<Recording, int>(bounded, 0) : Channel.CreateBounded<int>(bounded),
            1 => isWoven ? Woven.CreateBounded<Recording, int>(bounded, item => log.Add($"dropped {item}"), 0) : Channel.CreateBounded<int>(bounded, item => log.Add($"dropped {item}")),
            2 => isWoven ? Woven.CreateUnbounded<Recording, int>(unbounded, 0) : Channel.CreateUnbounded<int>(unbounded),
            _ => isWoven ? Woven.CreateUnboundedPrioritized<Recording, int>(prioritized, 0) : Channel.CreateUnboundedPrioritized(prioritized),
        };
    }
}
