// Proves that what goes wrong with a request goes wrong through the handler as without it: cancelled, timed out, refused, answered by nothing; many at once; with headers of the program's own that are no headers of tracing.
using System.Net;

namespace Weft.Tests.Carriers;

[Collection(Headers.Collection)]
public sealed class LineageHandlerFailureTests
{
    private sealed class Sender(Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> send) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => send(request, cancellationToken);
    }

    public static TheoryData<string> Failures => ["cancelled", "timeout", "refused", "thrown", "null", "disposed", "synchronous"];

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task Send_ThatFails_FailsAsWithoutIt(string failure)
    {
        (Type, string, Type?, TaskStatus) plain = await FailAsync(failure, handler => handler);
        using ExecutionUnitScope scope = ExecutionUnit.Start(ExecutionUnitKind.Handler, "caller", new TraceContext(TraceId.New(), default, new SpanId(7)));
        Assert.Equal(plain, await FailAsync(failure, handler => new LineageHandler(handler)));
        Assert.False(scope.Unit.IsShared);
    }

    [Fact]
    public async Task Send_ManyAtOnce_EachHasItsOwnEvent()
    {
        var seen = new System.Collections.Concurrent.ConcurrentBag<string>();
        using var client = new HttpClient(new LineageHandler(new Sender(async (request, _) =>
        {
            await Task.Yield();
            seen.Add(request.Headers.NonValidated["traceparent"].ToString());
            return new HttpResponseMessage(HttpStatusCode.OK);
        })));
        using ExecutionUnitScope scope = ExecutionUnit.Start(ExecutionUnitKind.Handler, "caller", new TraceContext(TraceId.New(), default));
        await Task.WhenAll(Enumerable.Range(0, 200).Select(async _ => (await client.GetAsync(new Uri("http://localhost/"))).Dispose()));
        Assert.Equal(200, seen.Distinct().Count());
    }

    [Fact]
    public async Task Send_WithATracestateOfAHundredKilobytes_IsCountedAndSent()
    {
        string? parent = null, state = null;
        using var client = new HttpClient(new LineageHandler(new Sender((request, _) =>
        {
            parent = request.Headers.NonValidated["traceparent"].ToString();
            state = request.Headers.NonValidated["tracestate"].ToString();
            return Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK));
        })));
        using ExecutionUnitScope scope = ExecutionUnit.Start(ExecutionUnitKind.Handler, "caller", new TraceContext(TraceId.New(), default));
        using var request = new HttpRequestMessage(HttpMethod.Get, "http://localhost/");
        const string Parent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
        request.Headers.TryAddWithoutValidation("traceparent", Parent);
        request.Headers.TryAddWithoutValidation("tracestate", "rojo=" + new string('x', 100_000));
        long ignored = LineageContext.IgnoredHeaders;
        using (await client.SendAsync(request)) { }
        Assert.Equal(Parent, parent);
        Assert.StartsWith("weft=1:", state, StringComparison.Ordinal);
        Assert.InRange(state!.Length, 1, 512);
        Assert.InRange(LineageContext.IgnoredHeaders, ignored + 1, long.MaxValue);
    }

    private static async Task<(Type, string, Type?, TaskStatus)> FailAsync(string failure, Func<HttpMessageHandler, HttpMessageHandler> wrap)
    {
        using var cancel = new CancellationTokenSource();
        HttpMessageHandler sender = failure == "refused" ? new SocketsHttpHandler() : new Sender(async (_, token) =>
        {
            switch (failure)
            {
                case "null":
                    return null!;
                case "cancelled":
                    cancel.Cancel();
                    break;
                case "thrown":
                    throw new InvalidOperationException("as planned");
                default:
                    break;
            }
            await Task.Delay(Timeout.Infinite, token);
            return new HttpResponseMessage();
        });
        var client = new HttpClient(wrap(sender)) { Timeout = failure == "timeout" ? TimeSpan.FromMilliseconds(50) : TimeSpan.FromSeconds(30) };
        if (failure == "disposed") client.Dispose();
        using var request = new HttpRequestMessage(HttpMethod.Get, "http://127.0.0.1:1/");
        Task<HttpResponseMessage> sent = Task.FromResult<HttpResponseMessage>(null!);
        Exception fault = await Assert.ThrowsAnyAsync<Exception>(async () => await (sent = failure == "synchronous" ? Task.FromResult(client.Send(request)) : client.SendAsync(request, cancel.Token)));
        client.Dispose();
        return (fault.GetType(), fault.Message, fault.InnerException?.GetType(), sent.Status);
    }
}
