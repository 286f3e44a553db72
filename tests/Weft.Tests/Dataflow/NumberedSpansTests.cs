// Proves that a span is found by its message's number alone, whatever was put, taken and forgotten before, and that takers on other threads never see one of another number.

using Weft.Dataflow;

namespace Weft.Tests.Dataflow;

public class NumberedSpansTests
{
    [Fact]
    public void Random_use_gives_what_a_dictionary_gives()
    {
        for (int seed = 0; seed < 500; seed++)
        {
            var random = new Random(seed);
            var spans = new NumberedSpans();
            var oracle = new Dictionary<long, ulong>();
            long next = random.Next(3), forgotten = 0;
            for (int step = 0; step < 1000; step++)
            {
                switch (random.Next(8))
                {
                    case 0 when next > forgotten: // taken back, and put again under the same number or a lower one
                        next -= random.Next((int)Math.Min(3, next - forgotten));
                        for (long number = next; number < next + 3; number++)
                        {
                            spans.Take(number);
                            oracle.Remove(number);
                        }
                        break;
                    case 1:
                        next += random.Next(50) == 0 ? random.Next(100_000) : random.Next(40); // others send, too
                        break;
                    case 2 when random.Next(20) == 0:
                        forgotten = Math.Max(forgotten, next - random.Next(100));
                        spans.Forget(forgotten);
                        foreach (long number in oracle.Keys.Where(number => number < forgotten).ToList()) oracle.Remove(number);
                        break;
                    case 3 or 4:
                        long taken = oracle.Count > 0 && random.Next(4) > 0 ? oracle.Keys.ElementAt(random.Next(Math.Min(3, oracle.Count))) : random.NextInt64(next + 2);
                        Assert.Equal(oracle.GetValueOrDefault(taken), spans.Find(taken));
                        Assert.Equal(oracle.GetValueOrDefault(taken), spans.Take(taken));
                        oracle.Remove(taken);
                        break;
                    default:
                        ulong span = (ulong)random.NextInt64(1, long.MaxValue);
                        spans.Put(next, span);
                        if (next >= forgotten) oracle[next] = span;
                        next++;
                        break;
                }
            }
            foreach ((long number, ulong span) in oracle) Assert.Equal(span, spans.Find(number));
        }
    }

    [Fact]
    public async Task Takers_on_other_threads_get_the_span_of_their_number()
    {
        const int Count = 200_000;
        var spans = new NumberedSpans();
        var told = System.Threading.Channels.Channel.CreateBounded<long>(300);
        var last = new long[3]; // of each taker; all numbers below the least of them are taken
        Task<int>[] takers = [.. Enumerable.Range(0, 3).Select(taker => Task.Run(async () =>
        {
            int wrong = 0;
            await foreach (long number in told.Reader.ReadAllAsync())
            {
                ulong known = number < 400 ? 0 : spans.Find(number - 400); // of one that is gone, or nearly
                if (known != 0 && known != SpanOf(number - 400)) wrong++;
                if (spans.Take(number) != SpanOf(number)) wrong++;
                Volatile.Write(ref last[taker], number);
                if (taker == 0) spans.Forget(last.Min());
            }
            return wrong;
        }))];
        for (long number = 0; number < Count; number++)
        {
            spans.Put(number, SpanOf(number));
            await told.Writer.WriteAsync(number);
        }
        told.Writer.Complete();
        Assert.All(await Task.WhenAll(takers), wrong => Assert.Equal(0, wrong));
    }

    private static ulong SpanOf(long number) => (ulong)number * 0x9E3779B97F4A7C15UL | 1;
}
