namespace Weft.Segments;

/// <summary>An execution unit of a recording.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Kind">What it is; 0 when what is told of it was dropped.</param>
/// <param name="Name">What a person would call it.</param>
/// <param name="Trace">The trace that it began in.</param>
/// <param name="Cause">The event that caused it, or none.</param>
/// <param name="Thread">The managed id of the thread that made it.</param>
internal sealed record RecordedUnit(ExecutionUnitId Id, ExecutionUnitKind Kind, string Name, TraceId Trace, EventId Cause, int Thread)
{
    /// <summary>Whether more than the id is known.</summary>
    internal bool IsKnown => Kind != 0;
}
