using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Weft.AspNetCore;

/// <summary>Handles each request in an execution unit of its own, which goes on from the event at which the client asked.</summary>
// Design: the unit's current record is what the request brought, received as one record: whatever the handler makes of the body follows from it. The unit flows by the execution context, like what
// other middleware leaves in it, and ends with the last middleware, also by an exception. Nothing of the request is read but its headers.
internal sealed class WeftMiddleware(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context) => LineageContext.IsRecording ? HandleAsync(context) : next(context);

    private async Task HandleAsync(HttpContext context)
    {
        LineageContext received = LineageContext.Extract(new RequestHeadersCarrier(context.Request.Headers));
        using ExecutionUnitScope scope = ExecutionUnit.Start(ExecutionUnitKind.Handler, "HTTP " + MethodOf(context.Request), CauseOf(received));
        RequestLineage.Keep(context, received);
        ulong message = scope.Unit.Receive(received);
        if (received.Trace.Process != 0 && context.RequestServices?.GetService<IServiceProviderIsService>() is { } services) LineageContext.KnowServices(message, services.IsService);
        RequestAnswer? answer = RequestAnswer.To(context, received, scope.Unit, message);
        try
        {
            await next(context).ConfigureAwait(false);
            answer?.Give(); // where nothing was written yet
        }
        finally
        {
            answer?.Forget();
            LineageContext.EndMessage(message);
        }
    }

    // Without a sender that says so, the trace is that of the activity that the server has begun, which is in other tracing systems too.
    private static TraceContext CauseOf(in LineageContext received)
    {
        if (!received.Trace.Trace.IsNone) return received.Trace with { Span = default, Process = 0 };
        return new TraceContext(Activity.Current is { IdFormat: ActivityIdFormat.W3C } activity ? TraceId.Parse(activity.TraceId.ToHexString()) : TraceId.New(), default);
    }

    // A client may send any word: names of units are kept as long as they are written.
    private static string MethodOf(HttpRequest request) =>
        HttpMethods.IsGet(request.Method) || HttpMethods.IsPost(request.Method) || HttpMethods.IsPut(request.Method) || HttpMethods.IsDelete(request.Method) || HttpMethods.IsPatch(request.Method) || HttpMethods.IsHead(request.Method)
        || HttpMethods.IsOptions(request.Method) ? request.Method : "request";
}
