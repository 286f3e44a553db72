using System.Diagnostics;

namespace Weft;

/// <summary>Writes the lineage of what a request carries into its headers (<see cref="LineageContext.Inject"/>).</summary>
/// <remarks>
/// Where an <see cref="Activity"/> is current, <see cref="HttpClient"/> itself writes <c>traceparent</c> when it sends, with the id of the activity that it starts for the request; this handler
/// leaves that header to it. The request then belongs to the activity's trace.
/// </remarks>
public sealed class LineageHandler : DelegatingHandler
{
    private static readonly HttpRequestOptionsKey<LineageContext> _key = new("Weft.LineageContext");

    /// <summary>A handler to which the next one is given later, for example by a factory of clients.</summary>
    public LineageHandler()
    {
    }

    /// <summary>A handler in front of another.</summary>
    /// <param name="inner">What sends.</param>
    public LineageHandler(HttpMessageHandler inner) : base(inner)
    {
    }

    /// <summary>Says what a request carries.</summary>
    /// <param name="request">A request that is to be sent through a handler of this type. Sent again, it has the same headers, so that its receiver can tell a retry.</param>
    /// <param name="context">What goes beside it.</param>
    /// <exception cref="ArgumentNullException"><paramref name="request"/> is null.</exception>
    public static void Attach(HttpRequestMessage request, in LineageContext context)
    {
        ArgumentNullException.ThrowIfNull(request);
        request.Options.Set(_key, context);
    }

    /// <inheritdoc/>
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Inject(request);
        return base.SendAsync(request, cancellationToken);
    }

    /// <inheritdoc/>
    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Inject(request);
        return base.Send(request, cancellationToken);
    }

    private static void Inject(HttpRequestMessage request)
    {
        if (!request.Options.TryGetValue(_key, out LineageContext context)) return;
        var headers = new HttpHeadersCarrier(request.Headers);
        if (Activity.Current is { IdFormat: ActivityIdFormat.W3C } activity && headers.Get(Carriers.TraceParent.HeaderName, 0) is null) context.InjectBeside(headers, activity.TraceStateString);
        else context.Inject(headers);
    }
}
