namespace Workloads;

/// <summary>The nodes of a graph that can be reached from node 1, round by round.</summary>
public sealed class Reachability(WorkloadInputs inputs) : IWorkload
{
    public string Name => "reachability";

    public long Records => inputs.Edges.Length;

    public object Run()
    {
        ILookup<int, int> neighbours = inputs.Edges.ToLookup(edge => edge.From, edge => edge.To);
        var seen = new HashSet<int>();
        var frontier = new List<int> { 1 };
        while (frontier.Count > 0) frontier = frontier.Where(seen.Add).SelectMany(node => neighbours[node]).ToList();
        return seen;
    }
}
