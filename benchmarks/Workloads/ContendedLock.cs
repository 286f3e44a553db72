namespace Workloads;

/// <summary>Two threads that take turns with a lock, one of which mostly has to wait.</summary>
public sealed class ContendedLock(WorkloadInputs inputs) : IWorkload
{
    private const int Turns = 200_000;

    private readonly object _gate = new();

    public string Name => "lock";

    public long Records => 2 * Turns;

    public object Run()
    {
        long[] sums = new long[16];
        var other = new Thread(() => Take(sums));
        other.Start();
        Take(sums);
        other.Join();
        return sums.Sum();
    }

    private void Take(long[] sums)
    {
        int[] numbers = inputs.Numbers;
        for (int i = 0; i < Turns; i++)
        {
            lock (_gate)
            {
                for (int j = 0; j < sums.Length; j++) sums[j] += numbers[i];
            }
        }
    }
}
