using System.Collections.Concurrent;
using Weft.Capture;
using Weft.Flows;

namespace Weft.Tests.Host;

/// <summary>Puts records into queues and stacks of every kind, takes them out on another thread, and tells what was kept of that, where events or all recording are switched off.</summary>
internal static class QueuesHost
{
    private const int Items = 1000;

    private static ulong _roots;

    // One line for each thing that could be left; the test knows what it should be.
    internal static int Run()
    {
        if (RecordingSwitch.IsOn) _roots = Recorder.RootRange(Sources.Untraced(0, typeof(int), typeof(int[])), 0, Items);
        var queue = new ConcurrentQueue<int>();
        var stack = new ConcurrentStack<int>();
        var held = new Queue<int>();
        var heap = new PriorityQueue<int, int>();
        using BlockingCollection<int> own = Woven.NewBlockingCollection<Recording, int>(0), over = Woven.NewBlockingCollection<Recording, int>(new ConcurrentStack<int>(), 0);
        Tell("queue", (n, record) => Woven.Enqueue<Recording, int>(queue, n, record, 0), (ref LoopRecord r) => Woven.TryDequeue<Recording, int>(queue, out _, ref r, 0), queue);
        Tell("stack", (n, record) => Woven.Push<Recording, int>(stack, n, record, 0), (ref LoopRecord r) => Woven.TryPop<Recording, int>(stack, out _, ref r, 0), stack);
        Tell("held", (n, record) => Woven.Enqueue<Recording, int>(held, n, record, 0), (ref LoopRecord r) => Woven.TryDequeue<Recording, int>(held, out _, ref r, 0), held);
        Tell("heap", (n, record) => Woven.Enqueue<Recording, int, int>(heap, n, n, record, 0), (ref LoopRecord r) => Woven.TryDequeue<Recording, int, int>(heap, out _, out _, ref r, 0), heap);
        Tell("blocking", (n, record) => Woven.AddBlocking<Recording, int>(own, n, record, 0), (ref LoopRecord r) => Woven.TryTakeBlocking<Recording, int>(own, out _, ref r, 0), own);
        Tell("over", (n, record) => Woven.AddBlocking<Recording, int>(over, n, record, 0), (ref LoopRecord r) => Woven.TryTakeBlocking<Recording, int>(over, out _, ref r, 0), over);
        Console.WriteLine($"units: {!ExecutionUnit.Current.LastEvent.IsNone}");
        Console.WriteLine($"attached: {Attachments.CountLive() > 0}");
        Recorder.Flush();
        Console.WriteLine($"folder: {Recorder.RunDirectory is not null}");
        return 0;
    }

    private delegate bool Take(ref LoopRecord record);

    private static void Tell(string name, Action<int, LoopRecord> put, Take take, object collection)
    {
        for (int n = 0; n < Items; n++) put(n, _roots == 0 ? default : new LoopRecord(_roots + (ulong)n, 0));
        int taken = 0, followed = 0;
        var taker = new Thread(() =>
        {
            LoopRecord record = default;
            while (take(ref record))
            {
                taken++;
                if (record.Span != 0) followed++;
            }
        });
        taker.Start();
        taker.Join();
        Console.WriteLine($"{name}: {taken} taken, {followed} followed");
        GC.KeepAlive(collection);
    }
}
