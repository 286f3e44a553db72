using System.Threading.Channels;

namespace Workloads;

/// <summary>Numbers through a bounded channel: one task writes them, another reads them into a list.</summary>
public sealed class ChannelHop(WorkloadInputs inputs) : IWorkload
{
    private const int Capacity = 1024;
    private const int Items = 200_000;

    public string Name => "channel";

    public long Records => Items;

    public object Run() => RunAsync().GetAwaiter().GetResult();

    private async Task<object> RunAsync()
    {
        Channel<int> channel = Channel.CreateBounded<int>(Capacity);
        Task writing = Task.Run(() => Write(inputs.Numbers, channel.Writer));
        var received = new List<int>();
        await foreach (int number in channel.Reader.ReadAllAsync()) received.Add(number);
        await writing;
        return (received.Count, received[^1]);
    }

    private static async Task Write(int[] numbers, ChannelWriter<int> writer)
    {
        for (int i = 0; i < Items; i++) await writer.WriteAsync(numbers[i]);
        writer.Complete();
    }
}
