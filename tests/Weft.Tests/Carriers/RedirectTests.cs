// Proves over real sockets, with connections that are kept, that a redirect takes the headers with lineage off the request that it leads on, with every handler that follows redirects by itself, and nothing else; that headers of
// the program's own stay; and that the redirect goes as it would without.
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Weft.Tests.Carriers;

[Collection(Headers.Collection)]
public sealed class RedirectTests
{
    public static TheoryData<string> Handlers => ["sockets", "client", "shared", "selected"];

    [Theory]
    [MemberData(nameof(Handlers))]
    public async Task Send_ToWhatRedirects_TakesTheHeadersOff(string kind)
    {
        using var server = new RawServer();
        using HttpMessageHandler handler = Handler(kind);
        using var client = new HttpClient(new LineageHandler(handler));
        using ExecutionUnitScope scope = ExecutionUnit.Start(ExecutionUnitKind.Handler, "caller", new TraceContext(TraceId.New(), default, new SpanId(7)));
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(server.Url, "/first?to=/second")) { Content = new StringContent("body") };
        request.Headers.Add("tracestate", "rojo=1");
        request.Headers.Add("own", "kept");
        using HttpResponseMessage response = await client.SendAsync(request);

        Assert.Equal("/second", await response.Content.ReadAsStringAsync());
        Assert.Equal(["POST /first?to=/second", "GET /second"], server.Requests.Select(each => each.Line));
        Headers first = server.Requests[0].Headers, second = server.Requests[1].Headers;
        Assert.Equal(7ul, LineageContext.Extract(first).Trace.Span.Value);
        Assert.Equal((null, "rojo=1", null, "kept"), (second["traceparent"], second["tracestate"], second["weft"], second["own"]));
    }

    [Fact]
    public async Task Send_OfAHandlerThatDoesNotFollowRedirects_LeavesItAsItIs()
    {
        using var server = new RawServer();
        using var handler = new SocketsHttpHandler { AllowAutoRedirect = false };
        using var client = new HttpClient(new LineageHandler(handler));
        using ExecutionUnitScope scope = ExecutionUnit.Start(ExecutionUnitKind.Handler, "caller", new TraceContext(TraceId.New(), default));
        using HttpResponseMessage response = await client.GetAsync(new Uri(server.Url, "/first?to=/second"));
        Assert.Equal(HttpStatusCode.Found, response.StatusCode);
        Assert.NotNull(Assert.Single(server.Requests).Headers["traceparent"]);
        Assert.Null(handler.ResponseHeaderEncodingSelector);
    }

    [Fact]
    public async Task Send_OfAHandlerThatHasSentAlready_SaysNothing()
    {
        using var server = new RawServer();
        using var handler = new SocketsHttpHandler();
        using (var others = new HttpClient(handler, disposeHandler: false)) using (await others.GetAsync(server.Url)) { }
        using var client = new HttpClient(new LineageHandler(handler));
        using ExecutionUnitScope scope = ExecutionUnit.Start(ExecutionUnitKind.Handler, "caller", new TraceContext(TraceId.New(), default));
        using (await client.GetAsync(server.Url)) { }
        Assert.All(server.Requests, request => Assert.Null(request.Headers["traceparent"]));
    }

    [Fact]
    public async Task Send_ToAHostThatIsNotAllowed_SaysNothing()
    {
        using var server = new RawServer();
        using var handler = new SocketsHttpHandler { ConnectCallback = async (_, cancel) => await server.ConnectAsync(cancel) };
        using var client = new HttpClient(new LineageHandler(handler));
        using ExecutionUnitScope scope = ExecutionUnit.Start(ExecutionUnitKind.Handler, "caller", new TraceContext(TraceId.New(), default));
        using (await client.GetAsync(new Uri("http://api.example.com/"))) { }
        using (await client.GetAsync(new Uri("http://orders.internal/"))) { }
        using var attached = new HttpRequestMessage(HttpMethod.Get, "http://api.example.com/");
        LineageHandler.Attach(attached, LineageContext.Current);
        using (await client.SendAsync(attached)) { }
        Assert.Equal([false, true, true], server.Requests.Select(request => request.Headers["traceparent"] is not null));
    }

    [Fact]
    public async Task Send_TheSameRequestAgainToAHostThatIsNotAllowed_HasNoHeaders()
    {
        using var server = new RawServer();
        using var handler = new SocketsHttpHandler { ConnectCallback = async (_, cancel) => await server.ConnectAsync(cancel) };
        using var invoker = new HttpMessageInvoker(new LineageHandler(handler));
        using ExecutionUnitScope scope = ExecutionUnit.Start(ExecutionUnitKind.Handler, "caller", new TraceContext(TraceId.New(), default));
        using var request = new HttpRequestMessage(HttpMethod.Get, "http://localhost/");
        using (await invoker.SendAsync(request, default)) { }
        request.RequestUri = new Uri("http://api.example.com/");
        using (await invoker.SendAsync(request, default)) { }
        Assert.Equal([true, false], server.Requests.Select(each => each.Headers["traceparent"] is not null || each.Headers["tracestate"] is not null));
    }

    private static HttpMessageHandler Handler(string kind)
    {
        switch (kind)
        {
            case "client":
                return new HttpClientHandler();
            case "selected":
                return new SocketsHttpHandler { ResponseHeaderEncodingSelector = static (_, _) => Encoding.UTF8 };
            case "shared":
                var shared = new SocketsHttpHandler();
                _ = Weft.Carriers.Redirects.StopHeadersIn(shared);
                return shared;
            default:
                return new SocketsHttpHandler();
        }
    }

    // Keeps its connections, and sends whoever asks for /x?to=y on to y.
    private sealed class RawServer : IDisposable
    {
        private readonly TcpListener _listener = new(IPAddress.Loopback, 0);

        internal RawServer()
        {
            _listener.Start();
            Url = new Uri($"http://{_listener.LocalEndpoint}/");
            _ = AcceptAsync();
        }

        internal Uri Url { get; }

        internal List<(string Line, Headers Headers)> Requests { get; } = [];

        internal async Task<Stream> ConnectAsync(CancellationToken cancel)
        {
            var client = new TcpClient();
            await client.ConnectAsync((IPEndPoint)_listener.LocalEndpoint, cancel);
            return client.GetStream();
        }

        public void Dispose() => _listener.Dispose();

        private async Task AcceptAsync()
        {
            try
            {
                while (true) _ = ServeAsync(await _listener.AcceptTcpClientAsync());
            }
            catch (Exception e) when (e is SocketException or ObjectDisposedException)
            {
                // disposed of
            }
        }

        private async Task ServeAsync(TcpClient client)
        {
            using (client)
            {
                NetworkStream stream = client.GetStream();
                using var reader = new StreamReader(stream, Encoding.Latin1);
                while (await reader.ReadLineAsync() is { Length: > 0 } line)
                {
                    var headers = new Headers();
                    while (await reader.ReadLineAsync() is { Length: > 0 } header) headers.Add((header[..header.IndexOf(':', StringComparison.Ordinal)], header[(header.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim()));
                    if (headers["content-length"] is { } length) await reader.ReadBlockAsync(new char[int.Parse(length, System.Globalization.CultureInfo.InvariantCulture)]);
                    string path = line.Split(' ')[1];
                    lock (Requests) Requests.Add((line[..line.LastIndexOf(' ')], headers));
                    int to = path.IndexOf("to=", StringComparison.Ordinal);
                    string answer = to < 0 ? $"HTTP/1.1 200 OK\r\nContent-Length: {path.Length}\r\n\r\n{path}" : $"HTTP/1.1 302 Found\r\nLocation: {path[(to + 3)..]}\r\nContent-Length: 0\r\n\r\n";
                    await stream.WriteAsync(Encoding.Latin1.GetBytes(answer));
                }
            }
        }
    }
}
