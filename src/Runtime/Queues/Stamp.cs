using Weft.Capture;
using Weft.Events;
using Weft.Flows;

namespace Weft.Queues;

/// <summary>What goes beside an item from who puts it in to who takes it out: the span of its record, and the last event of who put it in.</summary>
/// <param name="Span">The span; 0 where code that is not woven put the item in.</param>
/// <param name="Event">The event; none where events are not recorded.</param>
// Design: a put is no event of its own, which would cost more than most puts do (a look at the clock alone takes as long): it happened behind the last event of its unit, and that is what who takes the item
// out depends on. He records that he does once for each such event, not for each item.
internal readonly record struct Stamp(ulong Span, EventId Event)
{
    /// <summary>The stamp of an item that the current unit puts in at a site, which follows from a record.</summary>
    internal static Stamp Of(LoopRecord record, int site) => new(record.PutInAt(site), EventSwitch.IsOn ? ExecutionUnit.Current.LastEvent : default);

    /// <summary>The record of an item that the current unit takes out at a site; one that says where lineage ends, where the item has no span.</summary>
    internal LoopRecord TakenOutAt(int site)
    {
        if (Span == 0) return new LoopRecord(Origin.Newcomer(site), 0);
        if (!Event.IsNone) ExecutionUnit.Current.Receive(Event, Span, site);
        return new LoopRecord(Span, Steps.Intern(site));
    }
}
