namespace Weft;

/// <summary>What an event says of the progress of its execution unit. The numbers are in recordings.</summary>
public enum EventKind : byte
{
    /// <summary>The execution unit began; refers to the event that caused it.</summary>
    Start = 1,

    /// <summary>The execution unit ended.</summary>
    Complete = 2,

    /// <summary>Other execution units are about to be started; their <see cref="Start"/> refers to this.</summary>
    Fork = 3,

    /// <summary>The end of another execution unit was awaited; refers to its <see cref="Complete"/>.</summary>
    Join = 4,

    /// <summary>A record or message left for another execution unit.</summary>
    Send = 5,

    /// <summary>A record or message arrived; refers to the <see cref="Send"/>.</summary>
    Receive = 6,

    /// <summary>A question left for another execution unit, which answers.</summary>
    Request = 7,

    /// <summary>The answer arrived; refers to the event that gave it.</summary>
    Reply = 8,

    /// <summary>The execution unit waits from here on.</summary>
    Wait = 9,

    /// <summary>The wait is over; refers to the event that ended it.</summary>
    Resume = 10,

    /// <summary>A lock or another exclusive resource was taken; refers to its last <see cref="Release"/>.</summary>
    Acquire = 11,

    /// <summary>A lock or another exclusive resource was given back.</summary>
    Release = 12,

    /// <summary>Something was made known that others may wait for.</summary>
    Signal = 13,

    /// <summary>A key and a value were attached to the execution unit.</summary>
    Annotate = 14,
}
