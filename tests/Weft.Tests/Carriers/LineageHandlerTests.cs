// Proves that a request through the handler brings its lineage over a socket, and that HttpClient's own tracing stays as it is: its traceparent, its trace, its state.
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Weft.Tests.Carriers;

[Collection(Headers.Collection)]
public sealed class LineageHandlerTests
{
    private static readonly LineageContext _context = new(new TraceContext(TraceId.New(), EventId.None, new SpanId(7), 5), 2);

    [Fact]
    public async Task Send_WithoutActivity_HasOurTrace()
    {
        Headers sent = await SendAsync(_context);
        Assert.Equal(_context.Trace, LineageContext.Extract(sent).Trace);
        Assert.Null(sent["weft"]);
    }

    [Fact]
    public async Task Send_NothingAttached_AddsNothing()
        => Assert.Equal(["Host"], (await SendAsync(context: null)).Select(header => header.Name));

    [Fact]
    public async Task Send_RequestWithTraceparent_KeepsIt()
    {
        const string Parent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
        Headers sent = await SendAsync(_context, request =>
        {
            request.Headers.Add("traceparent", Parent);
            request.Headers.Add("tracestate", "rojo=1");
        });
        Assert.Equal(Parent, sent["traceparent"]);
        LineageContext read = LineageContext.Extract(sent);
        Assert.Equal((_context.Trace.Span, _context.Count, "rojo=1"), (read.Trace.Span, read.Count, read.ForeignState));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Send_InAnActivity_BelongsToItsTraceAndLeavesTraceparentToTheClient(bool isListened)
    {
        using var listener = new ActivityListener { ShouldListenTo = source => source.Name == "System.Net.Http", Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData };
        string? started = null;
        listener.ActivityStarted = activity => started = activity.Id;
        if (isListened) ActivitySource.AddActivityListener(listener);

        using var activity = new Activity("test");
        activity.TraceStateString = "rojo=1";
        activity.Start();
        Headers sent = await SendAsync(_context);
        if (isListened) Assert.Equal(started, sent["traceparent"]);
        else Assert.StartsWith($"00-{activity.TraceId}-", sent["traceparent"], StringComparison.Ordinal); // of an activity that nobody hears of
        Assert.Null(sent.Get("traceparent", 1));
        Assert.Null(sent.Get("tracestate", 1));
        LineageContext read = LineageContext.Extract(sent);
        Assert.Equal(activity.TraceId.ToString(), read.Trace.Trace.ToString());
        Assert.Equal((_context.Trace.Span, _context.Trace.Process, _context.Count, "rojo=1"), (read.Trace.Span, read.Trace.Process, read.Count, read.ForeignState));
    }

    private static async Task<Headers> SendAsync(LineageContext? context, Action<HttpRequestMessage>? prepare = null)
    {
        using var server = new TcpListener(IPAddress.Loopback, 0);
        server.Start();
        using var client = new HttpClient(new LineageHandler(new SocketsHttpHandler()));
        using var request = new HttpRequestMessage(HttpMethod.Get, $"http://{server.LocalEndpoint}/");
        if (context is { } attached) LineageHandler.Attach(request, attached);
        prepare?.Invoke(request);
        Task<HttpResponseMessage> response = client.SendAsync(request);

        var headers = new Headers();
        using TcpClient accepted = await server.AcceptTcpClientAsync();
        using var reader = new StreamReader(accepted.GetStream(), Encoding.ASCII);
        await reader.ReadLineAsync();
        while (await reader.ReadLineAsync() is { Length: > 0 } line)
        {
            int colon = line.IndexOf(':', StringComparison.Ordinal);
            headers.Add((line[..colon], line[(colon + 1)..].Trim()));
        }
        await accepted.GetStream().WriteAsync("HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n"u8.ToArray());
        (await response).Dispose();
        return headers;
    }
}
