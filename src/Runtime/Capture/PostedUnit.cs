namespace Weft.Capture;

/// <summary>An execution unit that has begun.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Name">What a person would call it.</param>
/// <param name="Trace">The trace that it began in.</param>
/// <param name="Cause">The event that caused it, or none.</param>
/// <param name="Thread">The managed id of the thread that made it.</param>
internal sealed record PostedUnit(ExecutionUnitId Id, ExecutionUnitKind Kind, string Name, TraceId Trace, EventId Cause, int Thread) : Posted
{
    private const long ObjectBytes = 112;

    internal override int EncodedSpans => 0;

    internal override long Bytes => ObjectBytes + sizeof(char) * (long)Name.Length;

    internal override bool IsLineage => false;
}
