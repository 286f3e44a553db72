using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Weft.Capture;
using Weft.Carriers;
using Weft.Events;

namespace Weft;

public readonly partial record struct LineageContext
{
    /// <summary>The header that says beside another tracing system's <c>traceparent</c> that the member <c>weft</c> is the sender's own.</summary>
    internal const string DirectHeaderName = "weft";

    /// <summary>Reads the headers of a message that was received.</summary>
    /// <typeparam name="TCarrier">How to read headers; a struct costs nothing.</typeparam>
    /// <param name="carrier">The headers.</param>
    /// <returns>What came before, or <see cref="None"/>.</returns>
    /// <remarks>
    /// Headers come from anywhere. What cannot be understood is ignored and counted (<see cref="IgnoredHeaders"/>), never thrown. Gives <see cref="None"/> when
    /// recording is switched off.
    /// </remarks>
    public static LineageContext Extract<TCarrier>(TCarrier carrier) where TCarrier : IHeaderCarrier
    {
        if (!RecordingSwitch.IsOn || carrier.Get(TraceParent.HeaderName, 0) is not { } text) return default;
        if (carrier.Get(TraceParent.HeaderName, 1) is not null || !TraceParent.TryParse(text, out TraceParent parent))
        {
            CountIgnored();
            return default;
        }

        if (!TryReadState(carrier, out string? own, out string? others)) CountIgnored();
        var context = new LineageContext(new TraceContext(parent.Trace, EventId.None)) { ForeignState = others, Flags = (byte)(parent.Flags | FromHeader) };
        if (own is null) return context with { ForeignParent = parent.Parent };
        if (!OwnMember.TryParse(own, out OwnMember member))
        {
            CountIgnored();
            return context with { ForeignParent = parent.Parent };
        }

        bool isOwnParent = member.ParentId == parent.Parent;
        if (!isOwnParent) context = context with { ForeignParent = parent.Parent };
        bool isDirect = isOwnParent || (carrier.Get(DirectHeaderName, 0) == own && carrier.Get(DirectHeaderName, 1) is null);
        return !isDirect ? context : context with
        {
            Trace = new TraceContext(parent.Trace, new EventId(new ExecutionUnitId(member.Unit), member.Number), new SpanId(member.Span), member.Process),
            Count = member.Count,
        };
    }

    /// <summary>Writes the headers of a message that is to be sent.</summary>
    /// <typeparam name="TCarrier">How to write headers; a struct costs nothing.</typeparam>
    /// <param name="carrier">The headers.</param>
    /// <remarks>
    /// What is there stays: a <c>traceparent</c> is never overwritten, and the message then belongs to its trace; members of other tracing systems stay in
    /// <c>tracestate</c> behind this library's, as far as there is room; <c>baggage</c> is not touched. Beside a <c>traceparent</c> that cannot be understood nothing is written.
    /// Does nothing when this is <see cref="None"/>.
    /// </remarks>
    public void Inject<TCarrier>(TCarrier carrier) where TCarrier : IHeaderCarrier => Leaving(EventKind.Send).Write(carrier);

    /// <summary>Writes the headers, as <see cref="Inject"/> does, of what has its event already.</summary>
    internal void Write<TCarrier>(TCarrier carrier) where TCarrier : IHeaderCarrier
    {
        if (IsNone) return;
        string? existing = carrier.Get(TraceParent.HeaderName, 0);
        if (existing is null)
        {
            InjectAll(carrier);
            return;
        }
        if (carrier.Get(TraceParent.HeaderName, 1) is not null || !TraceParent.TryParse(existing, out TraceParent parent))
        {
            CountIgnored();
            return;
        }
        if (!TryReadState(carrier, out _, out string? others)) CountIgnored();
        if (Own is { } own) InjectOwn(carrier, own, others, isOwnParent: parent.Parent == own.ParentId);
    }

    /// <summary>As <see cref="Inject"/> where another tracing system is going to write <c>traceparent</c>.</summary>
    /// <typeparam name="TCarrier">How to write headers.</typeparam>
    /// <param name="carrier">The headers.</param>
    /// <param name="state">What that system would write to <c>tracestate</c>, or null.</param>
    internal void WriteBeside<TCarrier>(TCarrier carrier, string? state) where TCarrier : IHeaderCarrier
    {
        if (Own is not { } own) return;
        if (TryReadState(carrier, out _, out string? others) && others is null && state is not null) TraceState.TryParse(state, out _, out others);
        InjectOwn(carrier, own, others, isOwnParent: false);
    }

    /// <summary>Writes the header of an answer: the event of answering, which the one who asked refers to, and the records that the answer is made of.</summary>
    /// <typeparam name="TCarrier">How to write headers.</typeparam>
    /// <param name="carrier">The headers of the answer.</param>
    /// <param name="answered">The event; none where events are not recorded.</param>
    /// <param name="first">The span of the first record; 0 where nobody has said of which the answer is made.</param>
    /// <param name="count">The number of the records, whose spans are consecutive.</param>
    internal static void WriteAnswer<TCarrier>(TCarrier carrier, EventId answered, ulong first, int count) where TCarrier : IHeaderCarrier =>
        carrier.Set(DirectHeaderName, new OwnMember(RunIdentity.ProcessId, answered.Unit.Value, answered.Number, first, count).ToString());

    /// <summary>Reads the header of an answer; what cannot be understood is counted.</summary>
    /// <typeparam name="TCarrier">How to read headers.</typeparam>
    /// <param name="carrier">The headers of the answer.</param>
    /// <param name="trace">The trace of the request.</param>
    /// <returns><see cref="None"/> where the one who answered said nothing that can be understood.</returns>
    internal static LineageContext ReadAnswer<TCarrier>(TCarrier carrier, TraceId trace) where TCarrier : IHeaderCarrier
    {
        if (carrier.Get(DirectHeaderName, 0) is not { } text) return default;
        if (carrier.Get(DirectHeaderName, 1) is null && OwnMember.TryParse(text, out OwnMember member))
            return new LineageContext(new TraceContext(trace, new EventId(new ExecutionUnitId(member.Unit), member.Number), new SpanId(member.Span), member.Process), member.Count);
        CountIgnored();
        return default;
    }

    private void InjectAll<TCarrier>(TCarrier carrier) where TCarrier : IHeaderCarrier
    {
        OwnMember? own = Own;
        TraceId trace = Trace.Trace.IsNone ? TraceId.New() : Trace.Trace;
        byte flags = Flags == 0 ? (byte)(TraceParent.Sampled | TraceParent.RandomTrace) : (byte)(Flags & ~FromHeader);
        carrier.Set(TraceParent.HeaderName, new TraceParent(trace, own?.ParentId ?? (ForeignParent != 0 ? ForeignParent : RandomId()), flags).ToString());
        if (own is { } member) InjectOwn(carrier, member, ForeignState, isOwnParent: true);
        else if (ForeignState is not null) carrier.Set(TraceState.HeaderName, ForeignState);
    }

    private static void InjectOwn<TCarrier>(TCarrier carrier, OwnMember own, string? others, bool isOwnParent) where TCarrier : IHeaderCarrier
    {
        string value = own.ToString();
        carrier.Set(TraceState.HeaderName, TraceState.Format(value, others));
        if (!isOwnParent) carrier.Set(DirectHeaderName, value);
    }

    // Null when there is nothing to say but the trace. Without events, a message without records says at least who sends it, so that its answer is told.
    private OwnMember? Own => Trace.Event.IsNone && Count == 0 && (EventSwitch.IsOn || Trace.Trace.IsNone || Trace.Process != 0 || ForeignParent != 0)
        ? null
        : new OwnMember(Trace.Process == 0 ? RunIdentity.ProcessId : Trace.Process, Trace.Event.Unit.Value, Trace.Event.Number, Trace.Span.Value, Count);

    // Several values of the header are one, joined.
    private static bool TryReadState<TCarrier>(TCarrier carrier, out string? own, out string? others) where TCarrier : IHeaderCarrier
    {
        own = others = null;
        if (carrier.Get(TraceState.HeaderName, 0) is not { } state) return true;
        for (int i = 1; carrier.Get(TraceState.HeaderName, i) is { } more; i++)
        {
            if (state.Length > TraceState.MostReadLength) return false;
            state = $"{state},{more}";
        }
        return TraceState.TryParse(state, out own, out others);
    }

    private static ulong RandomId()
    {
        ulong id = 0;
        while (id == 0) RandomNumberGenerator.Fill(MemoryMarshal.AsBytes(new Span<ulong>(ref id)));
        return id;
    }
}
