using System.Diagnostics;
using Weft.Capture;
using Weft.Carriers;
using Weft.Events;

namespace Weft;

/// <summary>Writes the lineage of what a request carries into its headers (<see cref="LineageContext.Inject"/>), and records request and reply as events.</summary>
/// <remarks>
/// A request carries what it was given by <see cref="Attach"/>; else, where the calling code is in an execution unit that was started, or handles a record, <see cref="LineageContext.Current"/>; else nothing.
/// Sent again, a request has the same headers, and its event refers to the one before.
/// Where an <see cref="Activity"/> is current, <see cref="HttpClient"/> itself writes <c>traceparent</c> when it sends, with the id of the activity that it starts for the request; this handler
/// leaves that header to it. The request then belongs to the activity's trace.
/// </remarks>
public sealed class LineageHandler : DelegatingHandler
{
    private static readonly HttpRequestOptionsKey<LineageContext> _key = new("Weft.LineageContext");
    private static readonly HttpRequestOptionsKey<EventId> _sent = new("Weft.Sent"); // the event at which it was sent last

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
        ExecutionUnit? asking = Inject(request);
        Task<HttpResponseMessage> sent = base.SendAsync(request, cancellationToken);
        return asking is null ? sent : ReceiveAsync(sent, asking);
    }

    /// <inheritdoc/>
    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ExecutionUnit? asking = Inject(request);
        HttpResponseMessage response = base.Send(request, cancellationToken);
        if (asking is not null) NoteReply(asking, response);
        return response;
    }

    private static async Task<HttpResponseMessage> ReceiveAsync(Task<HttpResponseMessage> sent, ExecutionUnit asking)
    {
        HttpResponseMessage response = await sent.ConfigureAwait(false);
        NoteReply(asking, response);
        return response;
    }

    // Gives the unit that asked; null where no event is recorded of it. A thread that nothing was started on, and that handles no record, has nothing to say to others.
    private static ExecutionUnit? Inject(HttpRequestMessage request)
    {
        if (!RecordingSwitch.IsOn) return null;
        bool isAttached = request.Options.TryGetValue(_key, out LineageContext context);
        ExecutionUnit? unit = isAttached ? ExecutionUnit.Current : ExecutionUnit.CurrentIfAny;
        if (unit is null) return null;

        bool isSaid = isAttached || ExecutionUnit.OfFlow is not null || unit.Record.Span != 0;
        request.Options.TryGetValue(_sent, out EventId before);
        context = (isAttached ? context : isSaid ? LineageContext.Current : default).Leaving(EventKind.Request, before);
        if (before.IsNone) Write(request, context); // sent again, it has the same headers
        if (!EventSwitch.IsOn || (isSaid && context.IsNone)) return null;
        EventId asked = isSaid && context.Trace.Process == 0 ? context.Trace.Event : unit.Event(EventKind.Request, before);
        request.Options.Set(_sent, asked);
        unit.Suspend(); // whichever thread gets the answer
        return unit;
    }

    private static void Write(HttpRequestMessage request, in LineageContext context)
    {
        var headers = new HttpHeadersCarrier(request.Headers);
        if (Activity.Current is { IdFormat: ActivityIdFormat.W3C } activity && headers.Get(TraceParent.HeaderName, 0) is null) context.WriteBeside(headers, activity.TraceStateString);
        else context.Write(headers);
    }

    private static void NoteReply(ExecutionUnit asking, HttpResponseMessage response)
    {
        EventId answered = default;
        var headers = new HttpHeadersCarrier(response.Headers);
        if (headers.Get(LineageContext.DirectHeaderName, 0) is { } text)
        {
            if (headers.Get(LineageContext.DirectHeaderName, 1) is null && OwnMember.TryParse(text, out OwnMember member)) answered = new EventId(new ExecutionUnitId(member.Unit), member.Number);
            else LineageContext.CountIgnored();
        }
        asking.Suspend();
        asking.Event(EventKind.Reply, answered);
    }
}
