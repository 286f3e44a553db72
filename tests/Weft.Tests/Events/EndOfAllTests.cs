using Weft.Events;

namespace Weft.Tests.Events;

/// <summary>A program may put the end of several tasks into the next, again and again: who waits for the last goes on from all, and nothing grows with what is over.</summary>
public class EndOfAllTests
{
    private const int Length = 100_000; // more than a stack holds calls

    [Fact]
    public async Task WhenAll_OfAnOnlyTask_IsThatTaskAndEndsWithIt()
    {
        Task only = Forked(Task.Delay(1));
        Task all = Woven.WhenAll<Recording>([only], site: 0);
        Assert.Same(Task.WhenAll([only]), only); // as .NET does
        Assert.Same(only, all);
        await all;
        Waiting.Join(ExecutionUnit.Current, all, site: 0);
    }

    [Fact]
    public async Task WhenAll_OfALongChainUnderWay_JoinsEach()
    {
        var last = new TaskCompletionSource();
        Task all = last.Task;
        for (int i = 0; i < Length; i++) all = Woven.WhenAll<Recording>([all, Task.CompletedTask], site: 0);
        last.SetResult();
        await all;
        Waiting.Join(ExecutionUnit.Current, all, site: 0);
    }

    [Fact]
    public async Task WhenAll_OfOneThatIsAskedTwiceALevel_JoinsEachOnce()
    {
        Task part = Forked(Task.Delay(1));
        Task all = Woven.WhenAll<Recording>([part, Task.CompletedTask], site: 0);
        for (int i = 0; i < 100; i++) all = Woven.WhenAll<Recording>([all, all], site: 0); // 2^100 ways through it
        await all;
        Waiting.Join(ExecutionUnit.Current, all, site: 0);
    }

    [Fact]
    public async Task WhenAll_OfWhatIsOver_DoesNotKeepItsTasks()
    {
        Task all = Task.CompletedTask;
        var results = new List<WeakReference>();
        for (int i = 0; i < 1_000; i++)
        {
            all = Woven.WhenAll<Recording>([all, WithResult(results)], site: 0);
            await all;
        }
        for (int i = 0; i < 3; i++) GC.Collect();
        Assert.True(results.Count(result => result.IsAlive) < 10);
        GC.KeepAlive(all);
    }

    private static Task Forked(Task task)
    {
        ExecutionUnit.Begin(ExecutionUnitKind.Task, "part", HandOver.FromCurrent(site: 0)).EndWith(task);
        return task;
    }

    private static Task WithResult(List<WeakReference> results)
    {
        object result = new byte[100];
        results.Add(new WeakReference(result));
        return Forked(Task.FromResult(result));
    }
}
