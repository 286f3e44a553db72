using Weft.Capture;
using Weft.Events;

namespace Weft;

public sealed partial class ExecutionUnit
{
    private bool _waits;        // its last event was a wait, from which it goes on by itself
    private bool _isSilent;     // the wait is for nobody, and no event
    private object? _awaited;   // what the unit waits for
    private int _waitSite;      // the number of the site where it waits
    private EventId _joined;    // the event that it went on from last

    /// <summary>The unit's executor waits for a task, or what stands for one, from here on; null is something that is not known.</summary>
    /// <remarks>
    /// Methods that await each other wait one after the other: only the innermost says so. When the others come to it, the unit waits, or goes on already on another thread.
    /// </remarks>
    /// <param name="awaited">What it waits for.</param>
    /// <param name="site">The handle of the site.</param>
    /// <param name="isYield">Whether it waits for nobody, but gives up the thread: that is no event, and costs no look at the clock.</param>
    internal void Wait(object? awaited, int site, bool isYield = false)
    {
        if (!EventSwitch.IsOn || _waits || (_holder is { } holder && !ReferenceEquals(holder, ThreadBuffer.ForEvents))) return;
        _waits = true;
        _isSilent = isYield;
        if (isYield)
        {
            Suspend();
            return;
        }
        _awaited = awaited;
        _waitSite = SiteRegistry.NumberOf(site);
        Add(ThreadBuffer.ForEvents, EventKind.Wait, default, _waitSite);
    }

    /// <summary>The unit's executor goes on.</summary>
    internal void Resume()
    {
        if (!_waits) return;
        _waits = false;
        if (_isSilent) return;
        object? awaited = _awaited;
        _awaited = null;
        ResumeFrom(awaited, _waitSite);
    }

    /// <summary>The unit's executor goes on, whether or not it was seen to wait, on whatever thread.</summary>
    internal void GoOn()
    {
        Resume();
        TakeBack();
    }

    /// <summary>The unit's executor goes on, which waited for a task, or what stands for one; null is something that is not known.</summary>
    internal void ResumeFrom(object? awaited, int siteNumber)
    {
        _waits = false;
        // Where several executors hold the unit, one may go on while another's task is not complete: it has not waited for that.
        if (awaited is not null and not Task { IsCompleted: false } && TaskEnd.Find(awaited) is { } end) end.Resume(this, siteNumber);
        else GoOnFrom(EventKind.Resume, default, siteNumber);
    }

    /// <summary>A wait is over that the unit's thread made.</summary>
    internal void EndWait(EventKind kind, EventId reference, int siteNumber)
    {
        _waits = false;
        if (EventSwitch.IsOn) Add(ThreadBuffer.ForEvents, kind, reference, siteNumber);
    }

    /// <summary>The unit goes on from an event, unless it does so already.</summary>
    internal void GoOnFrom(EventKind kind, EventId end, int siteNumber)
    {
        if (kind == EventKind.Join && end == _joined) return;
        _joined = end;
        if (EventSwitch.IsOn) Add(ThreadBuffer.ForEvents, kind, end, siteNumber);
    }

    /// <summary>The calling thread goes on in the unit, behind a flow of the unit that is complete, on whatever thread.</summary>
    internal void TakeBack()
    {
        if (EventSwitch.IsOn && !ReferenceEquals(_holder, ThreadBuffer.ForEvents)) Suspend();
    }

    /// <summary>The unit ends when a task does, or, of what only one may ask for its end, when it is asked for.</summary>
    internal void EndWith(object task)
    {
        TaskEnd.Set(task, new UnitEnd { Unit = this });
        if (task is Task { IsCompleted: true }) CompleteStopped();
        else if (task is Task incomplete) incomplete.ConfigureAwait(false).GetAwaiter().UnsafeOnCompleted(CompleteStopped); // first of those who wait for the task
    }
}
