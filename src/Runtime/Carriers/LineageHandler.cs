using System.Diagnostics;
using System.Net.Http.Json;
using Weft.Capture;
using Weft.Carriers;
using Weft.Carriers.Replies;
using Weft.Events;
using Weft.Flows.Loops;

namespace Weft;

/// <summary>Writes the lineage of what a request carries into its headers (<see cref="LineageContext.Inject"/>), and records request and reply as events.</summary>
/// <remarks>
/// A request carries what it was given by <see cref="Attach"/>; else the records of the collection that it has as JSON; else the record that the arguments of the woven call are made of; else, where the calling code is in an
/// execution unit that was started, or handles a record, or sends by a woven call, <see cref="LineageContext.Current"/>; else nothing. What was not attached goes only to hosts that <c>WEFT_HOSTS</c> allows, and does not follow redirects elsewhere.
/// Sent again, a request has the same headers, and its event refers to the one before. Of several handlers of this type in one chain the first is at work.
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
    /// <param name="context">What goes beside it, wherever it is sent.</param>
    /// <exception cref="ArgumentNullException"><paramref name="request"/> is null.</exception>
    public static void Attach(HttpRequestMessage request, in LineageContext context)
    {
        ArgumentNullException.ThrowIfNull(request);
        request.Options.Set(_key, context);
    }

    /// <summary>A handler with one of this type in front of it; the handler itself where there is one already, or nothing is recorded.</summary>
    internal static HttpMessageHandler InFrontOf(HttpMessageHandler handler)
    {
        for (HttpMessageHandler? each = handler; each is not null; each = (each as DelegatingHandler)?.InnerHandler)
            if (each is LineageHandler) return handler;
        return new LineageHandler(handler);
    }

    /// <inheritdoc/>
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        SentRequest? asked = Inject(request);
        Task<HttpResponseMessage> sent = base.SendAsync(request, cancellationToken);
        return asked is null || sent is null ? sent! : ReceiveAsync(sent, asked);
    }

    /// <inheritdoc/>
    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        SentRequest? asked = Inject(request);
        HttpResponseMessage response = base.Send(request, cancellationToken);
        asked?.NoteAnswer(response);
        return response;
    }

    private static async Task<HttpResponseMessage> ReceiveAsync(Task<HttpResponseMessage> sent, SentRequest asked)
    {
        HttpResponseMessage response = await sent.ConfigureAwait(false);
        asked.NoteAnswer(response);
        return response;
    }

    // Null where nothing is said of it, and no event recorded. A thread that nothing was started on, that handles no record and whose code is not woven has nothing to say to others.
    private SentRequest? Inject(HttpRequestMessage request)
    {
        if (!RecordingSwitch.IsOn || request is null) return null;
        HeadersOfRequest? known = HeadersOfRequest.Find(request);
        if (known is not null && known.By != this) return null; // of a handler in front of this one

        var reply = new Reply();
        bool isSaid = TryFind(request, out LineageContext context);
        AskingCall.Send(reply);
        if (!isSaid) known?.TakeOff(request); // sent again, to somewhere else
        ExecutionUnit? unit = isSaid ? ExecutionUnit.Current : ExecutionUnit.CurrentIfAny;
        if (unit is null) return null;

        EventId before = known?.Sent ?? default;
        context = context.Leaving(EventKind.Request, before);
        known ??= HeadersOfRequest.Of(request, this);
        if (!context.IsNone) known.Write(request, context);
        if (context.IsNone && (isSaid || !EventSwitch.IsOn)) return null;
        if (EventSwitch.IsOn)
        {
            known.Sent = isSaid && context.Trace.Process == 0 ? context.Trace.Event : unit.Event(EventKind.Request, before);
            unit.Suspend(); // whichever thread gets the answer
        }
        return new SentRequest(unit, known, context.Trace.Trace, reply);
    }

    // What a request carries; no where nothing is to be said, or not to that host.
    private bool TryFind(HttpRequestMessage request, out LineageContext context)
    {
        LoopRecord handed = HandedRecord.TakeSent();
        bool goesNoFurther = AllowedHosts.Current.AreAll || Redirects.StopHeadersIn(this); // at the first request, wherever that goes: later nothing can be said to what sends
        if (request.Options.TryGetValue(_key, out context)) return true;
        if (!goesNoFurther || !AllowedHosts.Current.Allows(request.RequestUri)) return false;
        if (request.Content is JsonContent { Value: { } value } && LineageContext.OfTraced(value) is { IsNone: false } collection)
        {
            context = collection;
            return true;
        }
        CurrentRecord record = !handed.IsNone ? handed.AsCurrent : ExecutionUnit.CurrentIfAny?.Record ?? default;
        if (record.Span == 0 && ExecutionUnit.OfFlow is null && !AskingCall.IsOpen) return false;
        context = LineageContext.Of(record);
        return true;
    }
}
