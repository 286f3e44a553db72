namespace Weft.Events.Synchronization;

/// <summary>What threads wait for: knows who let them go on.</summary>
internal abstract class WaitedFor
{
    /// <summary>The calling thread goes on, in a unit that has said that it waits.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="ticket">What was given when the wait began.</param>
    /// <param name="isOver">Whether what it waited for has come; else time is up, or the wait was cancelled.</param>
    /// <param name="siteNumber">The number of the call's site.</param>
    internal abstract void End(ExecutionUnit unit, long ticket, bool isOver, int siteNumber);
}
