// Proves the events at the boundary of a process: sending and asking, receiving and being answered, each with what it refers to and the record that it is about; and that what is sent again says so.
using System.Net;
using Weft.Segments;

namespace Weft.Tests.Carriers;

[Collection(Headers.Collection)]
public sealed class SendingTests
{
    // Answers each request with a header, or none.
    private sealed class Server(string? answer = null) : HttpMessageHandler
    {
        internal List<Headers> Requests { get; } = [];

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var headers = new Headers();
            foreach (var header in request.Headers.NonValidated) foreach (string value in header.Value) headers.Add((header.Key, value));
            Requests.Add(headers);
            var response = new HttpResponseMessage(HttpStatusCode.OK);
            if (answer is not null) response.Headers.TryAddWithoutValidation("weft", answer);
            return Task.Run(() => response, CancellationToken.None);
        }
    }

    [Fact]
    public async Task SendAsync_InAUnit_RecordsRequestAndReply()
    {
        EventId served = new(new ExecutionUnitId(0x1122334455667788), 9);
        var answer = new Headers();
        LineageContext.WriteAnswer(answer, served, 0, 0);
        var server = new Server(answer["weft"]);
        using var client = new HttpClient(new LineageHandler(server));
        ExecutionUnitId id;
        using (ExecutionUnitScope scope = ExecutionUnit.Start(ExecutionUnitKind.Task, "caller"))
        {
            id = scope.Unit.Id;
            using HttpResponseMessage response = await client.GetAsync(new Uri("http://localhost/"));
            Assert.False(scope.Unit.IsShared);
        }
        RecordedEvent[] events = Events(id);
        Assert.Equal([EventKind.Start, EventKind.Request, EventKind.Reply, EventKind.Complete], events.Select(each => each.Kind));
        Assert.Equal(served, events[2].Reference);
        Assert.Equal(new EventId(id, 2), LineageContext.Extract(Assert.Single(server.Requests)).Trace.Event);
    }

    [Fact]
    public async Task SendAsync_TheSameRequestAgain_RefersToTheFirstAndHasItsHeaders()
    {
        var server = new Server();
        using var invoker = new HttpMessageInvoker(new LineageHandler(server));
        int[] sent = [1, 2];
        ExecutionUnitId id;
        using (ExecutionUnitScope scope = ExecutionUnit.Start(ExecutionUnitKind.Task, "caller"))
        {
            id = scope.Unit.Id;
            using var request = new HttpRequestMessage(HttpMethod.Post, "http://localhost/");
            LineageHandler.Attach(request, LineageContext.Of(sent, 1));
            for (int i = 0; i < 3; i++) using (await invoker.SendAsync(request, CancellationToken.None)) { }
        }
        RecordedEvent[] requests = [.. Events(id).Where(each => each.Kind == EventKind.Request)];
        Assert.Equal([default, new EventId(id, requests[0].Number), new EventId(id, requests[1].Number)], requests.Select(each => each.Reference));
        Assert.Single(requests.Select(each => each.Span).Distinct());
        Assert.NotEqual(0ul, requests[0].Span);
        Assert.Single(server.Requests.Select(headers => headers["traceparent"] + headers["tracestate"]).Distinct());
    }

    [Fact]
    public async Task SendAsync_OnAThreadThatNothingWasStartedOn_SaysNothing()
    {
        var server = new Server();
        using var client = new HttpClient(new LineageHandler(server));
        using (await client.GetAsync(new Uri("http://localhost/"))) { }
        Assert.Empty(Assert.Single(server.Requests));
    }

    [Fact]
    public async Task SendAsync_MalformedAnswer_IsIgnoredAndCounted()
    {
        using var client = new HttpClient(new LineageHandler(new Server("1:forged")));
        long ignored = LineageContext.IgnoredHeaders;
        using ExecutionUnitScope scope = ExecutionUnit.Start(ExecutionUnitKind.Task, "caller");
        using (await client.GetAsync(new Uri("http://localhost/"))) { }
        Assert.InRange(LineageContext.IgnoredHeaders, ignored + 1, long.MaxValue);
        Lineage.Flush();
        using RunRecording recording = RunRecording.Open(Lineage.RunDirectory!);
        Assert.InRange(recording.IgnoredHeaders, ignored + 1, long.MaxValue);
    }

    [Fact]
    public void Current_InAUnitWithARecord_CarriesItInItsTrace()
    {
        using ExecutionUnitScope scope = ExecutionUnit.Start(ExecutionUnitKind.Handler, "handler", new TraceContext(TraceId.New(), default, new SpanId(77)));
        Assert.Equal((scope.Unit.Trace, new SpanId(77), 1), (LineageContext.Current.Trace.Trace, LineageContext.Current.Trace.Span, LineageContext.Current.Count));
        scope.Unit.Record = default;
        Assert.Equal((scope.Unit.Trace, 0), (LineageContext.Current.Trace.Trace, LineageContext.Current.Count));
    }

    [Fact]
    public void Received_InAUnit_RecordsTheEventItsRecordAndItsPlace()
    {
        var sent = new LineageContext(new TraceContext(TraceId.New(), new EventId(new ExecutionUnitId(5), 6), new SpanId(70), 9), 2);
        ExecutionUnitId id;
        using (ExecutionUnitScope scope = ExecutionUnit.Start(ExecutionUnitKind.Task, "receiver"))
        {
            id = scope.Unit.Id;
            Lineage.Received(new[] { "a", "b" }, sent);
            Assert.Equal(0ul, scope.Unit.Record.Span);
        }
        RecordedEvent received = Events(id).Single(each => each.Kind == EventKind.Receive);
        Assert.Equal(sent.Trace.Event, received.Reference);
        using RunRecording recording = RunRecording.Open(Lineage.RunDirectory!);
        ReceivedRange range = recording.ReceivedWith(received.Span)!;
        Assert.Equal((range.First, received.Site), (received.Span, range.Site));
        Assert.Equal(("Received", "SendingTests.cs", nameof(Received_InAUnit_RecordsTheEventItsRecordAndItsPlace)), recording.Site(range.Site) is { } site ? (site.Operator, Path.GetFileName(site.File), site.Method) : default);
    }

    [Fact]
    public void Inject_OfWhatWasReceived_HandsItOnAsItIs()
    {
        var received = new LineageContext(new TraceContext(TraceId.New(), new EventId(new ExecutionUnitId(5), 6), new SpanId(70), 9), 2);
        Assert.Equal(received, received.Leaving(EventKind.Send));
    }

    private static RecordedEvent[] Events(ExecutionUnitId unit)
    {
        Lineage.Flush();
        using RunRecording recording = RunRecording.Open(Lineage.RunDirectory!);
        return [.. recording.EventsOf(unit)];
    }
}
