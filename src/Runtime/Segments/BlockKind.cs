namespace Weft.Segments;

/// <summary>What the payload of a block is. Readers skip kinds that they do not know.</summary>
internal enum BlockKind : byte
{
    /// <summary>The recorded process; the first block of every segment (<see cref="ProcessBlock"/>).</summary>
    Process = 1,

    /// <summary>The site table of a woven module (<see cref="SitesBlock"/>).</summary>
    Sites = 2,

    /// <summary>Sources of roots (<see cref="SourcesBlock"/>).</summary>
    Sources = 3,

    /// <summary>Interned steps (<see cref="StepsBlock"/>).</summary>
    Steps = 4,

    /// <summary>Rows of one thread, in sections (<see cref="RowsBlock"/>).</summary>
    Rows = 5,

    /// <summary>Consecutive spans that stand for others (<see cref="AliasBlock"/>).</summary>
    Alias = 6,

    /// <summary>Children of the spans of a column (<see cref="ParentsBlock"/>).</summary>
    Parents = 7,

    /// <summary>An output (<see cref="OutputBlock"/>).</summary>
    Output = 8,

    /// <summary>Spans whose definition was dropped (<see cref="DropsBlock"/>).</summary>
    Drops = 9,

    /// <summary>The end of a recording that ended by itself (<see cref="EndBlock"/>).</summary>
    End = 10,

    /// <summary>The recording goes on in the next segment; the last block of every segment but the last (<see cref="ContinuedBlock"/>).</summary>
    Continued = 11,

    /// <summary>How often outputs occurred until now (<see cref="CountsBlock"/>).</summary>
    Counts = 12,

    /// <summary>Execution units that have begun (<see cref="UnitsBlock"/>).</summary>
    Units = 13,

    /// <summary>Events of execution units, in sections (<see cref="EventSection"/>).</summary>
    Events = 14,

    /// <summary>Keys of annotations (<see cref="KeysBlock"/>).</summary>
    Keys = 15,

    /// <summary>Events that were dropped (<see cref="EventDropsBlock"/>).</summary>
    EventDrops = 16,

    /// <summary>How the stopwatch of the events relates to UTC (<see cref="ClockBlock"/>).</summary>
    Clock = 17,

    /// <summary>Records of messages that were received, and what they follow from in another process (<see cref="ReceivedBlock"/>).</summary>
    Received = 20,

    /// <summary>When outputs were made (<see cref="MomentsBlock"/>).</summary>
    Moments = 21,

    /// <summary>How many headers of messages were ignored until now: a number.</summary>
    IgnoredHeaders = 22,
}
