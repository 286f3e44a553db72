using System.Diagnostics;

namespace Weft.Events.Deferred;

/// <summary>A loop whose passes may wait, several at a time: each pass is a unit, whose end is joined by who awaits the loop.</summary>
// Design: a pass, not a worker, is a unit: which worker runs a pass is not to be seen from outside of .NET. Of a pass that has ended only the event is kept.
internal sealed class AsyncLoop<T>(Func<T, CancellationToken, ValueTask> body, string name, int site) : DeferredWork(ExecutionUnitKind.Task, name, site)
{
    private readonly Lock _lock = new();
    private readonly Queue<UnitEnd> _passes = new(); // that may not have ended
    private readonly List<EventId> _ended = [];

    // The record of the item that this thread has taken, and for which it begins a pass next.
    [ThreadStatic]
    private static (AsyncLoop<T>? Loop, CurrentRecord Record) _taken;

    [StackTraceHidden]
    internal ValueTask Run(T item, CancellationToken cancellationToken)
    {
        var end = new UnitEnd();
        ExecutionUnitScope scope = Begin(end);
        (AsyncLoop<T>? loop, CurrentRecord record) = _taken;
        _taken = default;
        if (ReferenceEquals(loop, this)) PassRecords.Handle(scope.Unit, record, SiteHandle);
        Task? task = null;
        try
        {
            ValueTask pass = body(item, cancellationToken);
            task = ValueTaskSource.Of(pass) as Task; // it may have waited, and be complete already
            if (pass.IsCompleted) return pass;
            task ??= pass.AsTask();
            return new ValueTask(task);
        }
        finally
        {
            EndWith(scope, task, end);
            Keep(end); // which unit ends is known by now
        }
    }

    /// <summary>What the loop has to read instead of a sequence whose records somebody may have traced.</summary>
    internal IEnumerable<T> Reading(IEnumerable<T> source, int site) => !PassRecords.AreIn(source) ? source : new TakenRecords<T>(source, site, Take);

    /// <inheritdoc cref="Reading(IEnumerable{T}, int)"/>
    internal IAsyncEnumerable<T> Reading(IAsyncEnumerable<T> source, int site) => !PassRecords.AreIn(source) ? source : new TakenAsyncRecords<T>(source, site, Take);

    /// <summary>Says that a task ends with all passes.</summary>
    internal Task EndsAll(Task loop)
    {
        TaskEnd.Set(loop, new EndOfLoop(this));
        return loop;
    }

    // .NET takes an item and begins the pass for it on one thread, without anything of the program's between the two.
    private void Take(ulong span, int step) => _taken = (this, new CurrentRecord(span, step));

    private void Keep(UnitEnd end)
    {
        lock (_lock)
        {
            _passes.Enqueue(end);
            while (_passes.TryPeek(out UnitEnd? first) && first is { Unit.IsCompleted: true, Given: null }) _ended.Add(_passes.Dequeue().Event);
        }
    }

    // All have ended.
    private (EventId[] Ended, UnitEnd[] Passes) Ends()
    {
        lock (_lock) return ([.. _ended], [.. _passes]);
    }

    private sealed class EndOfLoop(AsyncLoop<T> loop) : TaskEnd
    {
        /// <inheritdoc/>
        internal override EventId Event => default;

        /// <inheritdoc/>
        internal override void Join(ExecutionUnit unit, int siteNumber)
        {
            (EventId[] ended, UnitEnd[] passes) = loop.Ends();
            foreach (EventId end in ended) unit.GoOnFrom(EventKind.Join, end, siteNumber);
            foreach (UnitEnd pass in passes) pass.Join(unit, siteNumber);
        }

        /// <inheritdoc/>
        internal override void Resume(ExecutionUnit unit, int siteNumber)
        {
            unit.GoOnFrom(EventKind.Resume, default, siteNumber);
            Join(unit, siteNumber);
        }
    }
}
