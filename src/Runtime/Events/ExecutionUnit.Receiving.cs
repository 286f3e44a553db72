using Weft.Events;

namespace Weft;

public sealed partial class ExecutionUnit
{
    private const int Senders = 4; // a power of two

    private EventId[]? _received; // the last event of each of a few units that this one depends on by what it took from them

    /// <summary>The unit takes what another one has put somewhere behind an event: it depends on the event, which is recorded unless it was before.</summary>
    internal void Receive(EventId sent, ulong span, int site)
    {
        if (sent.Unit == Id || !EventSwitch.IsOn) return;
        ref EventId known = ref (_received ??= new EventId[Senders])[(int)sent.Unit.Value & (Senders - 1)];
        if (known.Unit == sent.Unit && known.Number >= sent.Number) return;
        known = sent;
        EventOf(EventKind.Receive, span, sent, site);
    }
}
