using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace Weft.Activities;

/// <summary>Records the activities of other tracing systems as events on the execution units in which they begin and end.</summary>
// Design: the listener samples nothing, so that no activity is created for it, and it only reads: Activity.Current, ids and tags stay as they are. One thing can be noticed: ActivitySource.HasListeners is
// true; therefore it is opt-in. Where an activity began is kept as long as the activity itself lives; by its span id, for links and for children that know nothing else of their parent, only of the last few thousand.
internal sealed class ActivityEvents : IDisposable
{
    private const int MostTags = 32;
    private const int MostLinks = 16;
    private const int RecentCount = 1 << 12;

    private sealed class Begun
    {
        internal required EventId Last;     // the last event that tells of the activity: the tightest that a child on another unit can refer to
    }

    private readonly record struct Recent(ActivitySpanId Id, EventId Begin);

    private readonly ConditionalWeakTable<Activity, Begun> _begun = [];
    private readonly Recent[] _recent = new Recent[RecentCount];
    private readonly Lock _gate = new();
    private readonly ActivityListener _listener;
    private readonly bool _withValues;

    private ActivityEvents(bool withValues)
    {
        _withValues = withValues;
        _listener = new ActivityListener { ShouldListenTo = static _ => true, ActivityStarted = Started, ActivityStopped = Stopped };
    }

    /// <summary>Begins to listen; null when nothing is to be recorded.</summary>
    internal static ActivityEvents? Listen(ActivitySetting setting)
    {
        if (setting == ActivitySetting.Off) return null;
        var events = new ActivityEvents(setting == ActivitySetting.Values);
        ActivitySource.AddActivityListener(events._listener);
        return events;
    }

    public void Dispose() => _listener.Dispose();

    private void Started(Activity activity)
    {
        ExecutionUnit unit = ExecutionUnit.Current;
        int links = 0;
        foreach (ActivityLink link in activity.EnumerateLinks())
        {
            if (links++ == MostLinks) break;
            if (Elsewhere(RecentOf(link.Context.SpanId), unit) is { IsNone: false } linked) unit.Event(EventKind.Receive, linked);
        }
        EventId parent = activity.Parent is { } known && _begun.TryGetValue(known, out Begun? at) ? at.Last : RecentOf(activity.ParentSpanId);
        if (Elsewhere(parent, unit) is { IsNone: false } cause) unit.Event(EventKind.Receive, cause);

        unit.Annotate("activity.start", NameOf(activity));
        EventId begin = unit.LastEvent;
        int tags = 0;
        foreach ((string key, object? value) in activity.EnumerateTagObjects())
        {
            if (tags++ == MostTags) break;
            Tell(unit, key, value);
        }
        EventId last = unit.LastEvent;
        _begun.AddOrUpdate(activity, new Begun { Last = last });
        Remember(activity.SpanId, begin);
    }

    private void Stopped(Activity activity)
    {
        ExecutionUnit unit = ExecutionUnit.Current;
        foreach (ActivityEvent each in activity.EnumerateEvents())
        {
            double after = (each.Timestamp.UtcDateTime - activity.StartTimeUtc).TotalMilliseconds;
            unit.Annotate("activity.event", string.Create(CultureInfo.InvariantCulture, $"{each.Name} after {after:0.###} ms"));
        }
        if (activity.Status == ActivityStatusCode.Error) unit.Annotate("activity.status", "error");
        unit.Annotate("activity.stop", NameOf(activity));
        if (_begun.TryGetValue(activity, out Begun? begun)) begun.Last = unit.LastEvent;
    }

    private void Tell(ExecutionUnit unit, string key, object? value)
    {
        if (!_withValues)
        {
            unit.Annotate("activity.tag", key);
            return;
        }
        string name = "activity.tag." + key;
        switch (value)
        {
            case null: unit.Annotate(name, null); break;
            case bool truth: unit.Annotate(name, truth); break;
            case int or long or short or byte: unit.Annotate(name, Convert.ToInt64(value, CultureInfo.InvariantCulture)); break;
            case double or float: unit.Annotate(name, Convert.ToDouble(value, CultureInfo.InvariantCulture)); break;
            case string text: unit.Annotate(name, text); break;
            default: unit.Annotate("activity.tag", key); break; // to make a text of it would run the program's code
        }
    }

    private static string NameOf(Activity activity) => activity.Source.Name.Length == 0 ? activity.OperationName : $"{activity.Source.Name}/{activity.OperationName}";

    // What was before on the same unit is depended on anyway.
    private static EventId Elsewhere(EventId id, ExecutionUnit unit) => id.Unit == unit.Id ? default : id;

    // An activity of the older, hierarchical form has no span id, and a root's parent has none: no two of those are the same.
    private void Remember(ActivitySpanId id, EventId begin)
    {
        if (id == default) return;
        lock (_gate) _recent[SlotOf(id)] = new Recent(id, begin);
    }

    private EventId RecentOf(ActivitySpanId id)
    {
        if (id == default) return default;
        lock (_gate) return _recent[SlotOf(id)] is { Begin.IsNone: false } recent && recent.Id == id ? recent.Begin : default;
    }

    private static int SlotOf(ActivitySpanId id) => id.GetHashCode() & RecentCount - 1;
}
