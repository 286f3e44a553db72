namespace Weft.Segments;

/// <summary>Where a section of events of one execution unit is in a recording; decoded when somebody asks.</summary>
/// <param name="Head">What stands before its columns.</param>
/// <param name="BaseTime">The time that its times are told from.</param>
/// <param name="File">The segment that holds it.</param>
/// <param name="Offset">Offset of its columns.</param>
internal sealed record StoredEvents(EventSection Head, ulong BaseTime, SegmentFile File, long Offset);
