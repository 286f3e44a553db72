using Weft.Capture;

namespace Weft.Carriers;

/// <summary>The aliases of the records that were sent last, so that a record which is sent again has the same span: who receives it can tell.</summary>
internal static class SentRecords
{
    private const int Most = 1 << 8; // a record that so many others were sent after gets another alias

    private readonly record struct Sent(ulong Span, int Step, ulong Alias);

    private static readonly Sent[] _sent = new Sent[Most];
    private static readonly Lock _gate = new();

    /// <summary>The span by which a receiver knows a record: its own, or an alias that has the way by which it came.</summary>
    internal static ulong SpanOf(ulong span, int step)
    {
        if (step == 0) return span;
        lock (_gate)
        {
            ref Sent slot = ref _sent[(int)(SplitMix.Of(span + (uint)step) % Most)];
            if (slot.Span != span || slot.Step != step) slot = new Sent(span, step, Recorder.Alias(step, RentedSpans.Of(span)));
            return slot.Alias;
        }
    }
}
