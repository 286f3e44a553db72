// Proves, by programs as users of activities write them, that nobody notices the listener: what the program and its own listener see of activities, over awaits, with links, hostile values and many threads, is the same with it
// as without; and that no activity is told to depend on one that it does not know.
using System.Collections.Concurrent;
using System.Diagnostics;
using Weft.Activities;
using Weft.Segments;

namespace Weft.Tests.Activities;

[Collection(Carriers.Headers.Collection)]
public sealed class ActivityProgramsTests
{
    private sealed class Hostile
    {
        public override string ToString() => throw new InvalidOperationException("nobody may ask");

        public override int GetHashCode() => throw new InvalidOperationException("nobody may ask");
    }

    private static async Task<List<string>> RunAsync(string name, bool isRecorded, ActivitySetting setting)
    {
        var log = new List<string>();
        var ids = new Dictionary<string, string>();
        void Note(string what, Activity? activity)
        {
            lock (log) log.Add($"{what} {activity?.OperationName} parent={(activity?.Parent is { } parent ? parent.OperationName : activity?.ParentSpanId.ToString())} tags={activity?.TagObjects.Count()} events={activity?.Events.Count()} links={activity?.Links.Count()} {activity?.Status} {activity?.Recorded} {activity?.IsAllDataRequested} current={Activity.Current?.OperationName}");
        }
        using var own = new ActivityListener
        {
            ShouldListenTo = source => source.Name == name,
            Sample = (ref ActivityCreationOptions<ActivityContext> options) =>
            {
                lock (log) log.Add($"sample {options.Name} {options.Kind} {options.Tags?.Count()} {options.Links?.Count()}");
                return options.Name == "dropped" ? ActivitySamplingResult.None : ActivitySamplingResult.AllDataAndRecorded;
            },
            ActivityStarted = activity => Note("started", activity),
            ActivityStopped = activity => Note("stopped", activity),
        };
        ActivitySource.AddActivityListener(own);
        using ActivityEvents? events = isRecorded ? ActivityEvents.Listen(setting) : null;
        using var source = new ActivitySource(name, "1.0");

        using (Activity root = source.StartActivity("root")!)
        {
            root.SetTag("hostile", new Hostile()).SetTag("null", null).SetTag("long", new string('x', 1_000_000));
            for (int i = 0; i < 100; i++) root.SetTag("tag" + i, i);
            await Task.Yield();
            Note("after yield", Activity.Current);
            using (Activity child = source.StartActivity(ActivityKind.Client, tags: [new("a", new Hostile()), new("", "b"), new("c", double.NaN)], links: [new ActivityLink(root.Context), new ActivityLink(default)], name: "child")!)
            {
                await Task.Delay(1);
                child.AddEvent(new ActivityEvent("", tags: new ActivityTagsCollection { ["x"] = new Hostile() }));
                child.SetStatus(ActivityStatusCode.Error, "bad");
                Assert.Null(source.StartActivity("dropped"));
            }
            await Task.WhenAll(Enumerable.Range(0, 4).Select(async _ =>
            {
                Activity? before = Activity.Current;
                using (source.StartActivity("part")) await Task.Yield();
                Assert.Same(before, Activity.Current);
            }));
            Activity.Current = null;
            using (var plain = new Activity("plain").SetIdFormat(ActivityIdFormat.Hierarchical).Start()) Note("plain", plain);
            Activity.Current = root;
            root.Dispose();
            root.Dispose(); // stopped once
        }
        Assert.Null(Activity.Current);
        return log;
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Program_WithAListenerOfItsOwn_SeesTheSame(int setting)
    {
        const string Name = nameof(Program_WithAListenerOfItsOwn_SeesTheSame);
        List<string> without = await RunAsync(Name, isRecorded: false, default);
        List<string> with = await RunAsync(Name, isRecorded: true, (ActivitySetting)setting);
        Assert.Equal(without.Order(StringComparer.Ordinal), with.Order(StringComparer.Ordinal)); // parts end in any order
        Assert.Contains(without, line => line.StartsWith("stopped child", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(ActivityIdFormat.Hierarchical)]
    [InlineData(ActivityIdFormat.W3C)]
    public void Activity_WithoutAParent_DependsOnNone(ActivityIdFormat format)
    {
        using ActivityEvents? events = ActivityEvents.Listen(ActivitySetting.Names);
        using (ExecutionUnit.Start(ExecutionUnitKind.Task, "other"))
        using (new Activity("other").SetIdFormat(ActivityIdFormat.Hierarchical).Start())
        {
        }
        ExecutionUnitId id;
        using (ExecutionUnitScope scope = ExecutionUnit.Start(ExecutionUnitKind.Task, "one", new TraceContext(TraceId.New(), default)))
        {
            id = scope.Unit.Id;
            using (new Activity("one").SetIdFormat(format).Start())
            {
            }
        }
        Lineage.Flush();
        using RunRecording recording = RunRecording.Open(Lineage.RunDirectory!);
        Assert.DoesNotContain(recording.EventsOf(id), each => each.Kind == EventKind.Receive);
    }

    [Fact]
    public async Task Activities_OfManyThreads_AreEventsWithoutAGap()
    {
        const string Name = nameof(Activities_OfManyThreads_AreEventsWithoutAGap);
        using var own = new ActivityListener { ShouldListenTo = source => source.Name == Name, Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData };
        ActivitySource.AddActivityListener(own);
        using ActivityEvents? events = ActivityEvents.Listen(ActivitySetting.Values);
        using var source = new ActivitySource(Name);
        var contexts = new ConcurrentQueue<ActivityContext>();
        ExecutionUnitId[] units = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(async () =>
        {
            using ExecutionUnitScope scope = ExecutionUnit.Start(ExecutionUnitKind.Task, "worker", new TraceContext(TraceId.New(), default));
            for (int i = 0; i < 200; i++)
            {
                using Activity? activity = contexts.TryPeek(out ActivityContext other) ? source.StartActivity(ActivityKind.Internal, default, null, [new ActivityLink(other)], default, "work") : source.StartActivity("work");
                contexts.Enqueue(activity!.Context);
                if (contexts.Count > 20) contexts.TryDequeue(out ActivityContext _);
                if (i % 50 == 0)
                {
                    scope.Unit.Event(EventKind.Wait);
                    await Task.Yield();
                }
            }
            return scope.Unit.Id;
        })));
        Lineage.Flush();
        using RunRecording recording = RunRecording.Open(Lineage.RunDirectory!);
        foreach (ExecutionUnitId unit in units)
        {
            IReadOnlyList<RecordedEvent> all = recording.EventsOf(unit);
            Assert.Equal(Enumerable.Range(1, all.Count).Select(number => (long)number), all.Select(each => each.Number));
            Assert.Equal(200, all.Count(each => each.Key == "activity.start"));
            Assert.All(all.Where(each => each.Kind == EventKind.Receive), each =>
            {
                RecordedEvent began = recording.EventsOf(each.Reference.Unit).Single(other => other.Number == each.Reference.Number);
                Assert.Equal("activity.start", began.Key);
                Assert.True(began.Time <= each.Time);
            });
        }
    }
}
