namespace Weft.Capture;

/// <summary>What a row of a thread's stream, and the section of the recording it becomes, says. The values are part of the segment format.</summary>
internal enum RowKind : byte
{
    /// <summary>(firstSpan, firstIndex, count): consecutive roots of the source that the header names.</summary>
    Root = 1,

    /// <summary>(firstSpan, firstIndex, capacity): as <see cref="Root"/>, reserved before the number of records is known.</summary>
    RootOpen = 2,

    /// <summary>(firstSpan, exactCount): how many spans of a <see cref="RootOpen"/> row were used.</summary>
    RootEnd = 3,

    /// <summary>(a, b): one child that follows from both; 0 is none.</summary>
    Pair = 4,

    /// <summary>(outer, innerFirst, count): child i follows from outer and innerFirst + i.</summary>
    FanOut = 5,

    /// <summary>(outer, count): takes 2 * count spans: the roots of an untraced inner sequence, then the children; child i follows from outer and root i.</summary>
    FanOutRoots = 6,

    /// <summary>(runCount, then first and count of each run): one child that follows from every span of the runs.</summary>
    FanIn = 7,

    /// <summary>(first, count): one child that follows from every span of one run.</summary>
    FanInRun = 8,

    /// <summary>(outer, first, count): one child that follows from outer and from every span of a run of inner spans.</summary>
    OuterFanIn = 9,

    /// <summary>(parent): one child of one parent.</summary>
    Link = 10,

    /// <summary>(head, time, then what the head announces): an event of the execution unit that the header names (<see cref="EventRow"/>). Not in sections: events have blocks of their own.</summary>
    Event = 11,

    /// <summary>Not a row: children that each may follow from any span of a column (a collection changed since it was materialised).</summary>
    Coarse = 16,

    /// <summary>Not a row: one child that follows from every span of a column; how large fan-ins are written.</summary>
    FanInColumn = 17,

    /// <summary>Not a row: consecutive spans that stand for the spans of a column.</summary>
    Alias = 18,

    /// <summary>Not a row: records of a message, which follow from spans of another process.</summary>
    Received = 19,
}
