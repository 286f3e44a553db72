namespace Weft.Store.Events;

/// <summary>What a stretch of time on a critical path was spent with.</summary>
internal enum PathStepKind
{
    /// <summary>The execution unit ran, as far as events tell.</summary>
    Running,

    /// <summary>The execution unit waited, and no event tells what for.</summary>
    Waiting,

    /// <summary>From what a unit depended on in another one, until it went on: to be started or resumed, on the way as a message, a lock that was handed on.</summary>
    HandOver,
}

/// <summary>A stretch of time on a critical path.</summary>
/// <param name="Kind">What it was spent with.</param>
/// <param name="From">The event at its beginning.</param>
/// <param name="To">The event at its end.</param>
internal sealed record PathStep(PathStepKind Kind, TimedEvent From, TimedEvent To)
{
    /// <summary>Nanoseconds. Below 0 only where clocks contradict each other.</summary>
    internal long Duration => To.Time - From.Time;

    /// <summary>What happened, for a person: <c>running</c>, <c>waiting</c>, <c>message on the way</c>.</summary>
    internal string What => Kind switch
    {
        PathStepKind.Running => "running",
        PathStepKind.Waiting => To.Event.Kind switch
        {
            EventKind.Receive => "waiting for a message",
            EventKind.Reply => "waiting for a reply",
            EventKind.Join => "waiting for the end of another unit",
            EventKind.Acquire => "waiting for a lock",
            _ => "waiting",
        },
        _ => To.Event.Kind switch
        {
            EventKind.Start when From.Run != To.Run => "message on the way",
            EventKind.Start => "waiting to start",
            EventKind.Receive => "message on the way",
            EventKind.Reply => "reply on the way",
            EventKind.Acquire => "lock handed on",
            EventKind.Join => "waiting to go on behind a join",
            _ => "waiting to go on",
        },
    };

    /// <summary>Where in the source it went on; where that is not recorded, where it began.</summary>
    internal LineageSite? Site => To.Site ?? From.Site;
}

/// <summary>Stretches of a critical path that are alike.</summary>
/// <param name="What">What they were spent with.</param>
/// <param name="Process">The process in which they ended.</param>
/// <param name="Unit">What a person would call the unit in which they ended.</param>
/// <param name="Site">Where in the source; null where that is not recorded.</param>
internal sealed record PathStretch(string What, string Process, string Unit, LineageSite? Site)
{
    internal static PathStretch Of(PathStep step) => new(step.What, step.To.Run.Name, step.To.UnitName, step.Site);
}
