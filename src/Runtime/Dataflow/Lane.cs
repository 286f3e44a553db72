using Weft.Events;

namespace Weft.Dataflow;

/// <summary>One of the executors of a block, as many as handle messages at once: an execution unit whose current record is the message's.</summary>
// Design: a unit of its own for each message would cost more than the message. The same unit is current in the program's delegate only, never where the block itself
// goes on, which starts the tasks of other blocks. To set it costs two allocations; an execution context that was met before is put back as it was then.
internal sealed class Lane(ExecutionUnit unit)
{
    private ExecutionContext? _outer; // the context that the delegate was called in last
    private ExecutionContext? _inner; // that one, with the unit
    private ExecutionUnit? _before;   // what was current in the outer one

    /// <summary>The program's delegate begins to handle a record.</summary>
    internal void Enter(ulong span)
    {
        unit.Record = new CurrentRecord(span, 0);
        ExecutionContext? outer = ExecutionContext.Capture();
        if (outer is not null && ReferenceEquals(outer, _outer))
        {
            ExecutionContext.Restore(_inner!);
            return;
        }
        _outer = outer;
        _before = ExecutionUnit.Enter(unit).Before;
        _inner = ExecutionContext.Capture();
    }

    /// <summary>The delegate has returned; what it has begun goes on in the unit.</summary>
    internal void Leave()
    {
        unit.Suspend();
        if (_outer is not null && ReferenceEquals(ExecutionContext.Capture(), _inner)) ExecutionContext.Restore(_outer);
        else ExecutionUnit.Leave(unit, _before); // what the delegate has set for others to find stays
    }
}
