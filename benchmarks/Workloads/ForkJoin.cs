namespace Workloads;

/// <summary>Twenty layers, each of which splits the records by one bit and unites them again.</summary>
public sealed class ForkJoin(WorkloadInputs inputs) : IWorkload
{
    private const int Layers = 20;

    public string Name => "forkjoin";

    public long Records => (long)Layers * inputs.Few.Length;

    public object Run()
    {
        List<int> records = inputs.Few.ToList();
        for (int layer = 0; layer < Layers; layer++)
        {
            int bit = 1 << layer;
            records = records.Where(record => (record & bit) == 0).Concat(records.Where(record => (record & bit) != 0)).ToList();
        }
        return records;
    }
}
