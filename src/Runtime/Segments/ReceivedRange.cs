namespace Weft.Segments;

/// <summary>What the records of a message follow from. The values are part of the segment format.</summary>
internal enum ReceivedKind : byte
{
    /// <summary>Nothing that is known: the sender said nothing of spans.</summary>
    Untraced = 1,

    /// <summary>Record i from the sender's span From + i.</summary>
    Each = 2,

    /// <summary>Every record from the sender's one span.</summary>
    One = 3,

    /// <summary>Every record from any of the sender's spans: the message has not as many records as were sent.</summary>
    Any = 4,
}

/// <summary>Consecutive records of one message that was received.</summary>
/// <param name="Kind">What they follow from.</param>
/// <param name="First">The span of the first; the others follow.</param>
/// <param name="Count">Their number, above 0.</param>
/// <param name="Process">The sender's random id; 0 when <see cref="ReceivedKind.Untraced"/>.</param>
/// <param name="From">The first span there; of untraced records, the number of those before them in the recording.</param>
/// <param name="FromCount">The number of spans there.</param>
/// <param name="Trace">The trace that goes on; none where the message had none.</param>
/// <param name="Event">The event at which it was sent, where known.</param>
/// <param name="Parent">What a sender that is not this library calls the step of its own that the message belongs to; 0 is none.</param>
internal sealed record ReceivedRange(ReceivedKind Kind, ulong First, ulong Count, ulong Process, ulong From, ulong FromCount, TraceId Trace, EventId Event, ulong Parent)
{
    /// <summary>64-bit words that one takes in memory, about.</summary>
    internal const int Words = 15;

    /// <summary>The number of the site at which it was received; 0 is none.</summary>
    internal int Site { get; init; }

    /// <summary>The number that stands for the sender in a recording, in place of a source's; negative.</summary>
    internal int Sender { get; init; }

    /// <summary>The index of a record in its source: the (first) span at the sender.</summary>
    /// <param name="offset">0-based: which record of these.</param>
    internal ulong IndexOf(ulong offset) => Kind is ReceivedKind.Each or ReceivedKind.Untraced ? From + offset : From;
}
