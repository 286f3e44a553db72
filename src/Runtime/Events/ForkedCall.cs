using System.ComponentModel;
using Weft.Events;

namespace Weft;

/// <summary>What woven code keeps around a call whose task it does not await on the spot. Part of the contract with woven code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct ForkedCall
{
    internal ForkedCall(ThreadFlows flows, ExecutionUnit unit)
    {
        Flows = flows;
        Before = flows.Forks;
        Unit = unit;
        Record = unit.Record;
        WasForking = flows.IsForking;
        WasWaiting = unit.IsWaiting;
    }

    /// <summary>Of the thread that calls; null when nothing is recorded.</summary>
    internal ThreadFlows? Flows { get; }

    /// <summary>The unit of such a call before this one, or around it; null when there is none.</summary>
    internal ExecutionUnit? Before { get; }

    /// <summary>Whether that one is around it.</summary>
    internal bool WasForking { get; }

    /// <summary>The unit of the caller; null when nothing is recorded.</summary>
    internal ExecutionUnit? Unit { get; }

    /// <summary>The record that the caller handles.</summary>
    internal CurrentRecord Record { get; }

    /// <summary>Whether the caller's unit waits, as far as is known.</summary>
    internal bool WasWaiting { get; }
}
