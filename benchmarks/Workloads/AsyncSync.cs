namespace Workloads;

/// <summary>Asynchronous methods that complete synchronously: awaited on the spot, and a moment later.</summary>
public sealed class AsyncSync(WorkloadInputs inputs) : IWorkload
{
    private const int Calls = 1_000_000;

    public string Name => "asyncsync";

    public long Records => 2 * Calls;

    public object Run() => RunAsync().GetAwaiter().GetResult();

    private async Task<long> RunAsync()
    {
        long sum = 0;
        for (int i = 0; i < Calls; i++)
        {
            Task<int> begun = Done(inputs.Numbers[i]);
            sum += await Done(i);
            sum += await begun;
        }
        return sum;
    }

    private static async Task<int> Done(int number)
    {
        if (number < 0) await Task.Yield();
        return number;
    }
}
