using System.Threading.Tasks.Dataflow;

namespace Workloads;

/// <summary>Numbers through three blocks: one hashes each, one holds them, one adds them up.</summary>
public sealed class Dataflow(WorkloadInputs inputs) : IWorkload
{
    private const int Items = 100_000;
    private const int Rounds = 32;

    public string Name => "dataflow";

    public long Records => Items;

    public object Run()
    {
        long sum = 0;
        var hash = new TransformBlock<int, long>(Hash);
        var held = new BufferBlock<long>();
        var add = new ActionBlock<long>(hashed => sum += hashed);
        var options = new DataflowLinkOptions { PropagateCompletion = true };
        hash.LinkTo(held, options);
        held.LinkTo(add, options);
        for (int i = 0; i < Items; i++) hash.Post(inputs.Numbers[i]);
        hash.Complete();
        add.Completion.Wait();
        return sum;
    }

    private static long Hash(int number)
    {
        ulong hash = (uint)number;
        for (int i = 0; i < Rounds; i++) hash = (hash ^ (hash >> 29)) * 0xBF58476D1CE4E5B9UL;
        return (long)(hash >> 40);
    }
}
