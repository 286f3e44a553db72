namespace Workloads;

/// <summary>Three asynchronous methods that await each other, the innermost of which really waits, again and again.</summary>
public sealed class AsyncChain(WorkloadInputs inputs) : IWorkload
{
    private const int Calls = 100_000;

    public string Name => "asyncchain";

    public long Records => Calls;

    public object Run() => Task.Run(RunAsync).GetAwaiter().GetResult();

    private async Task<long> RunAsync()
    {
        long sum = 0;
        for (int i = 0; i < Calls; i++) sum += await First(inputs.Numbers[i]);
        return sum;
    }

    private static async Task<int> First(int number) => await Second(number) + 1;

    private static async Task<int> Second(int number) => await Third(number) + 1;

    private static async Task<int> Third(int number)
    {
        await Task.Yield();
        return number;
    }
}
