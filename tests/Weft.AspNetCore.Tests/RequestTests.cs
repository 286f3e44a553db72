// Proves over loopback Kestrel that a request is handled in a unit that goes on from the client's event, with the record that the client sent, and that the client learns at which event it was answered: without a
// call in the application's code, in a slim host by one, and without anything noticeable for a client that does not know Weft.
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Weft.Segments;

namespace Weft.AspNetCore.Tests;

[NotWoven]
public sealed class RequestTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Request_OfAClientThatKnowsWeft_IsHandledInAUnitThatGoesOnFromIt(bool isSlim)
    {
        ExecutionUnit? handler = null;
        LineageContext seen = default, sentOn = default;
        await using WebApplication server = await StartAsync(isSlim, async context =>
        {
            (handler, seen, sentOn) = (ExecutionUnit.Current, context.GetLineage(), LineageContext.Current);
            await Task.Yield();
            Assert.Same(handler, ExecutionUnit.Current);
            await context.Response.WriteAsync("done");
        });
        string[] orders = ["a", "b"];
        using var client = new HttpClient(new LineageHandler(new SocketsHttpHandler()));
        ExecutionUnitId caller;
        var attached = LineageContext.Of(orders, 1);
        using (ExecutionUnitScope scope = ExecutionUnit.Start(ExecutionUnitKind.Task, "caller"))
        {
            caller = scope.Unit.Id;
            using var request = new HttpRequestMessage(HttpMethod.Post, server.Urls.First()) { Content = new StringContent("b") };
            LineageHandler.Attach(request, attached);
            using HttpResponseMessage response = await client.SendAsync(request);
            Assert.Equal("done", await response.Content.ReadAsStringAsync());
            Assert.True(response.Headers.Contains("weft"));
        }

        Assert.Equal((attached.Trace.Trace, attached.Trace.Span), (seen.Trace.Trace, seen.Trace.Span));
        Assert.Equal((seen.Trace.Trace, 1), (sentOn.Trace.Trace, sentOn.Count));
        (RecordedEvent[] asked, RecordedEvent[] handled, RunRecording recording) = Events(caller, handler!.Id);
        using (recording)
        {
            RecordedUnit unit = recording.Unit(handler.Id)!;
            Assert.Equal((ExecutionUnitKind.Handler, "HTTP POST", seen.Trace.Trace), (unit.Kind, unit.Name, unit.Trace));
            Assert.Equal([EventKind.Start, EventKind.Receive, EventKind.Send, EventKind.Complete], handled.Select(each => each.Kind));
            EventId request = new(caller, asked.Single(each => each.Kind == EventKind.Request).Number);
            Assert.Equal((request, request), (unit.Cause, handled[1].Reference));
            Assert.Equal(new EventId(handler.Id, handled[2].Number), asked.Single(each => each.Kind == EventKind.Reply).Reference);
            ReceivedRange range = recording.ReceivedWith(handled[1].Span)!;
            Assert.Equal((ReceivedKind.Each, attached.Trace.Span.Value), (range.Kind, range.From));
            Assert.Equal(handled[1].Span, sentOn.Trace.Span.Value);
            Assert.False(recording.IsShared(handler.Id));
        }
    }

    [Fact]
    public async Task Request_OfAnyClient_IsAnInputAndItsAnswerIsAsItWas()
    {
        ExecutionUnit? handler = null;
        await using WebApplication server = await StartAsync(isSlim: false, context =>
        {
            handler = ExecutionUnit.Current;
            context.Response.StatusCode = 204;
            return Task.CompletedTask;
        });
        using var client = new HttpClient();
        using HttpResponseMessage response = await client.GetAsync(new Uri(server.Urls.First()));
        Assert.Equal((HttpStatusCode.NoContent, false), (response.StatusCode, response.Headers.Contains("weft")));
        (RecordedEvent[] handled, _, RunRecording recording) = Events(handler!.Id, default);
        using (recording)
        {
            Assert.Equal([EventKind.Start, EventKind.Receive, EventKind.Complete], handled.Select(each => each.Kind));
            Assert.Equal(ReceivedKind.Untraced, recording.ReceivedWith(handled[1].Span)!.Kind);
        }
    }

    [Fact]
    public async Task Request_WhoseHandlerThrows_EndsItsUnit()
    {
        ExecutionUnit? handler = null;
        await using WebApplication server = await StartAsync(isSlim: false, context =>
        {
            handler = ExecutionUnit.Current;
            throw new InvalidOperationException("as planned");
        });
        using var client = new HttpClient();
        using HttpResponseMessage response = await client.GetAsync(new Uri(server.Urls.First()));
        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        Assert.True(handler!.IsCompleted);
    }

    [Fact]
    public async Task Request_WithForgedHeaders_IsIgnoredAndCounted()
    {
        await using WebApplication server = await StartAsync(isSlim: false, context => context.Response.WriteAsync(context.GetLineage().IsNone ? "none" : "some"));
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, server.Urls.First());
        request.Headers.TryAddWithoutValidation("traceparent", "00-zz");
        long ignored = LineageContext.IgnoredHeaders;
        using HttpResponseMessage response = await client.SendAsync(request);
        Assert.Equal("none", await response.Content.ReadAsStringAsync());
        Assert.InRange(LineageContext.IgnoredHeaders, ignored + 1, long.MaxValue);
    }

    [Fact]
    public async Task ClientOfTheFactory_InAUnit_SaysWhatItIsAbout()
    {
        LineageContext seen = default;
        await using WebApplication server = await StartAsync(isSlim: false, context =>
        {
            seen = context.GetLineage();
            return Task.CompletedTask;
        });
        using HttpClient client = server.Services.GetRequiredService<IHttpClientFactory>().CreateClient();
        using (ExecutionUnitScope scope = ExecutionUnit.Start(ExecutionUnitKind.Handler, "caller", new TraceContext(TraceId.New(), default)))
        {
            using (await client.GetAsync(new Uri(server.Urls.First()))) { }
            Assert.Equal((scope.Unit.Trace, scope.Unit.Id), (seen.Trace.Trace, seen.Trace.Event.Unit));
        }
    }

    private static async Task<WebApplication> StartAsync(bool isSlim, RequestDelegate handle)
    {
        var options = new WebApplicationOptions { ApplicationName = typeof(RequestTests).Assembly.GetName().Name };
        WebApplicationBuilder builder = isSlim ? WebApplication.CreateSlimBuilder(options) : WebApplication.CreateBuilder(options);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddHttpClient();
        if (isSlim) builder.Services.AddWeft().AddWeft();
        WebApplication server = builder.Build();
        server.Run(handle);
        await server.StartAsync();
        return server;
    }

    private static (RecordedEvent[] First, RecordedEvent[] Second, RunRecording Recording) Events(ExecutionUnitId first, ExecutionUnitId second)
    {
        Lineage.Flush();
        RunRecording recording = RunRecording.Open(Lineage.RunDirectory!);
        return ([.. recording.EventsOf(first)], [.. recording.EventsOf(second)], recording);
    }
}
