// Proves that activities of other tracing systems are events on the units in which they begin and end, with what they depend on; that listening creates no activity and changes none; and that values stay out unless asked for.
using System.Diagnostics;
using Weft.Activities;
using Weft.Segments;

namespace Weft.Tests.Activities;

[Collection(Carriers.Headers.Collection)]
public sealed class ActivityEventsTests
{
    private static ActivityListener Other(string source)
    {
        var other = new ActivityListener { ShouldListenTo = each => each.Name == source, Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData };
        ActivitySource.AddActivityListener(other);
        return other;
    }

    [Fact]
    public void Listen_NobodyElseListens_CreatesNoActivity()
    {
        using var source = new ActivitySource(nameof(Listen_NobodyElseListens_CreatesNoActivity));
        using ActivityEvents? events = ActivityEvents.Listen(ActivitySetting.Names);
        Assert.Null(source.StartActivity("work"));
        Assert.Null(Activity.Current);
    }

    [Fact]
    public void Listen_Off_IsUnnoticed()
    {
        using var source = new ActivitySource(nameof(Listen_Off_IsUnnoticed));
        Assert.Null(ActivityEvents.Listen(ActivitySetting.Off));
        Assert.False(source.HasListeners());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Activity_ThatOthersListenTo_IsEventsOfItsUnit(bool withValues)
    {
        const string Name = nameof(Activity_ThatOthersListenTo_IsEventsOfItsUnit);
        using ActivityListener other = Other(Name);
        using var source = new ActivitySource(Name);
        using ActivityEvents? events = ActivityEvents.Listen(withValues ? ActivitySetting.Values : ActivitySetting.Names);
        ExecutionUnitId outer, inner;
        EventId begun, linked;
        using (ExecutionUnitScope first = ExecutionUnit.Start(ExecutionUnitKind.Task, "outer"))
        {
            outer = first.Unit.Id;
            ActivityContext link;
            using (Activity early = source.StartActivity("early")!)
            {
                link = early.Context;
                linked = new EventId(outer, 2);
            }
            using Activity parent = source.StartActivity("parent", ActivityKind.Internal, default(ActivityContext), [new("secret", "value"), new("count", 3)])!;
            begun = first.Unit.LastEvent;
            using ExecutionUnitScope second = ExecutionUnit.Start(ExecutionUnitKind.Task, "inner");
            inner = second.Unit.Id;
            using Activity child = source.StartActivity(ActivityKind.Internal, default, null, [new ActivityLink(link)], default, "child")!;
            Assert.Same(child, Activity.Current);
            child.AddEvent(new ActivityEvent("halfway"));
        }
        Lineage.Flush();
        using RunRecording recording = RunRecording.Open(Lineage.RunDirectory!);
        (EventKind Kind, string? Key, object? Value)[] ofOuter = [.. recording.EventsOf(outer).Select(each => (each.Kind, each.Key, each.Value))];
        Assert.Contains((EventKind.Annotate, "activity.start", $"{Name}/parent"), ofOuter);
        Assert.Contains((EventKind.Annotate, "activity.stop", $"{Name}/early"), ofOuter);
        Assert.Equal(withValues, ofOuter.Contains((EventKind.Annotate, "activity.tag.secret", "value")));
        Assert.Equal(withValues, ofOuter.Contains((EventKind.Annotate, "activity.tag.count", 3L)));
        Assert.Equal(!withValues, ofOuter.Contains((EventKind.Annotate, "activity.tag", "secret")));
        Assert.DoesNotContain(recording.EventsOf(outer), each => each.Kind == EventKind.Receive);

        IReadOnlyList<RecordedEvent> ofInner = recording.EventsOf(inner);
        Assert.Equal([linked, begun], ofInner.Where(each => each.Kind == EventKind.Receive).Select(each => each.Reference).Distinct());
        Assert.Contains(ofInner, each => each.Key == "activity.event" && each.Value is string text && text.StartsWith("halfway after ", StringComparison.Ordinal));
    }
}
