// Proves that what a server says in the header of its answer is read as it was written; that whatever stands there instead is ignored and counted, never thrown, and gives no other lineage than one that it spells out; and
// that an answer to a request that said nothing is not believed.
using System.Net;

namespace Weft.Tests.Carriers;

[Collection(Headers.Collection)]
public sealed class AnswerHeaderTests
{
    private static readonly TraceId _trace = TraceId.Parse("0af7651916cd43dd8448eb211c80319c");

    private sealed class Server(params string[] answers) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var response = new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent("[1,2]") };
            foreach (string answer in answers) response.Headers.TryAddWithoutValidation("weft", answer);
            return Task.FromResult(response);
        }
    }

    [Fact]
    public void ReadAnswer_OfWriteAnswer_IsTheSame()
    {
        var random = new Random(3);
        for (int round = 0; round < 2000; round++)
        {
            var answered = new EventId(new ExecutionUnitId((ulong)random.NextInt64(1, long.MaxValue)), random.NextInt64(1, long.MaxValue));
            (ulong first, int count) = random.Next(3) == 0 ? (0ul, 0) : ((ulong)random.NextInt64(1, long.MaxValue / 2), random.Next(1, int.MaxValue));
            var headers = new Headers();
            LineageContext.WriteAnswer(headers, answered, first, count);
            LineageContext read = LineageContext.ReadAnswer(headers, _trace);
            Assert.Equal((_trace, answered, first, count), (read.Trace.Trace, read.Trace.Event, read.Trace.Span.Value, read.Count));
            Assert.All(headers["weft"]!, c => Assert.InRange(c, '!', '~'));
        }
    }

    [Fact]
    public void ReadAnswer_OfAnyMutation_IsIgnoredAndCountedOrSaysWhatItSpells()
    {
        var random = new Random(4);
        var written = new Headers();
        LineageContext.WriteAnswer(written, new EventId(new ExecutionUnitId(7), 9), 11, 3);
        string good = written["weft"]!;
        int understood = 0;
        for (int round = 0; round < 20_000; round++)
        {
            string text = Mutate(good, random);
            var headers = new Headers { ("weft", text) };
            if (random.Next(8) == 0) headers.Add(("weft", good));
            long ignored = LineageContext.IgnoredHeaders;
            LineageContext read = LineageContext.ReadAnswer(headers, _trace);
            if (read.IsNone)
            {
                Assert.Equal(ignored + 1, LineageContext.IgnoredHeaders);
                continue;
            }
            understood++;
            Assert.Single(headers);
            (TraceId _, EventId sent, SpanId span, ulong process) = read.Trace;
            string[] fields = text.Split(':');
            Assert.Equal([process, sent.Unit.Value, (ulong)sent.Number, span.Value, (ulong)read.Count], fields[1..].Select(field => Convert.ToUInt64(field, 16)));
        }
        Assert.InRange(understood, 1, 15_000);
    }

    [Theory]
    [InlineData("1:zz")]
    [InlineData("1:00000000000000aa:0000000000000000:0:1:80000000")]
    [InlineData("1:00000000000000aa:0000000000000000:0:8000000000000000:1")]
    [InlineData("1:00000000000000aa:0000000000000000:0:\u00e4:1")]
    public async Task SendAsync_AnsweredByAForgedHeader_IgnoresAndCountsIt(string answer)
    {
        using var client = new HttpClient(new LineageHandler(new Server(answer)));
        long ignored = LineageContext.IgnoredHeaders;
        using (ExecutionUnit.Start(ExecutionUnitKind.Task, "caller"))
        {
            Assert.Equal("[1,2]", await client.GetStringAsync(new Uri("http://localhost/")));
        }
        Assert.InRange(LineageContext.IgnoredHeaders, ignored + 1, long.MaxValue);
    }

    [Theory]
    [InlineData("http://localhost/", 2)]
    [InlineData("http://example.com/", 0)] // was told nothing, and is not believed
    public async Task Replied_OfAnAnswer_AttachesWhatOnlyTheAskedSay(string url, int expected)
    {
        string[] records = ["a", "b"];
        var sent = LineageContext.Of(records);
        var headers = new Headers();
        LineageContext.WriteAnswer(headers, default, sent.Trace.Span.Value, sent.Count);
        using var client = new HttpClient(new LineageHandler(new Server(headers["weft"]!)));
        using (ExecutionUnit.Start(ExecutionUnitKind.Task, "caller"))
        {
            using HttpResponseMessage response = await client.GetAsync(new Uri(url));
            int[] numbers = await Woven.Replied<Recording, int[], int>(Task.FromResult(new int[] { 1, 2 }), response.Content, site: 0);
            Assert.Equal(expected, Lineage.Of(numbers, 0, "numbers").Why().ToString().Split("received").Length == 2 ? 2 : 0);
        }
    }

    private static string Mutate(string good, Random random)
    {
        char[] text = good.ToCharArray();
        switch (random.Next(6))
        {
            case 0: return good[..random.Next(good.Length)];
            case 1: return good + new string('0', random.Next(1, 100_000));
            case 2: return good.Insert(random.Next(good.Length), ((char)random.Next(1, 0x3000)).ToString());
            case 3: return good.Remove(random.Next(good.Length), 1);
            case 4: text[random.Next(text.Length)] = "0123456789abcdef:"[random.Next(17)]; return new string(text);
            default:
                for (int i = random.Next(1, 4); i > 0; i--) text[random.Next(text.Length)] = (char)random.Next(1, 0x3000);
                return new string(text);
        }
    }
}
