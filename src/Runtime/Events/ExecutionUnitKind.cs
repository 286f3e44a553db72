namespace Weft;

/// <summary>What an execution unit is. The numbers are in recordings.</summary>
public enum ExecutionUnitKind : byte
{
    /// <summary>A thread, where nothing else was started on it.</summary>
    Thread = 1,

    /// <summary>A task or an asynchronous flow.</summary>
    Task = 2,

    /// <summary>The handling of one message or request.</summary>
    Handler = 3,

    /// <summary>A long-lived sequential process, such as a block or an actor, or a whole program.</summary>
    Process = 4,
}
