using System.Collections.Concurrent;

namespace Workloads;

/// <summary>Numbers of a filter, a thousand at a time, through a concurrent queue, a concurrent stack and a priority queue, into a list.</summary>
public sealed class SharedQueues(WorkloadInputs inputs) : IWorkload
{
    private const int Batch = 1000;
    private const int Items = 200_000;

    public string Name => "queues";

    public long Records => 3 * Items;

    public object Run()
    {
        var queue = new ConcurrentQueue<int>();
        var stack = new ConcurrentStack<int>();
        var heap = new PriorityQueue<int, int>();
        var received = new List<int>(3 * Items);
        for (int first = 0; first < Items; first += Batch)
        {
            List<int> numbers = inputs.Numbers.Skip(first).Take(Batch).Where(number => number != int.MinValue).ToList();
            foreach (int number in numbers) queue.Enqueue(number);
            while (queue.TryDequeue(out int number)) received.Add(number);
            foreach (int number in numbers) stack.Push(number);
            while (stack.TryPop(out int number)) received.Add(number);
            foreach (int number in numbers) heap.Enqueue(number, number & 1023);
            while (heap.TryDequeue(out int number, out _)) received.Add(number);
        }
        return (received.Count, received[Items], received[^1]);
    }
}
