namespace Workloads;

/// <summary>The workloads as this assembly was built.</summary>
public static class WorkloadSet
{
    /// <summary>All workloads over the same inputs.</summary>
    public static IReadOnlyList<IWorkload> Create(WorkloadInputs inputs) =>
    [
        new Linear(inputs), new ToList(inputs), new Etl(inputs), new Reachability(inputs), new ForkJoin(inputs),
        new ToArray(inputs), new OrderBy(inputs), new GroupBy(inputs), new Join(inputs), new Distinct(inputs), new Aggregate(inputs),
        new Iterator(inputs), new Async(inputs), new Plinq(inputs), new ChannelHop(inputs), new AsyncChain(inputs), new AsyncSync(inputs), new ContendedLock(inputs), new Dataflow(inputs), new Small(inputs),
        new SharedQueues(inputs),
    ];
}
