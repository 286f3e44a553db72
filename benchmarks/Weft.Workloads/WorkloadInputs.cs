namespace Workloads;

/// <summary>What the workloads read; every build gets the same objects.</summary>
/// <param name="Numbers">A million ints for <c>linear</c> and <c>tolist</c>.</param>
/// <param name="Few">A hundred thousand ints for <c>forkjoin</c>.</param>
/// <param name="Edges">A directed graph for <c>reachability</c>; the search starts at node 1.</param>
/// <param name="FlightsFolder">The folder with the sample's flights.csv and airports.csv, for <c>etl</c>.</param>
public sealed record WorkloadInputs(int[] Numbers, int[] Few, Edge[] Edges, string FlightsFolder)
{
    /// <summary>Inputs of the documented sizes.</summary>
    /// <param name="edgesFile">A file of edges; null generates a graph.</param>
    public static WorkloadInputs Create(string? edgesFile) => new(
        Enumerable.Range(0, 1_000_000).ToArray(),
        Enumerable.Range(0, 100_000).ToArray(),
        edgesFile is null ? Graph.Generate() : Graph.Read(edgesFile),
        Path.Combine(AppContext.BaseDirectory, "flights"));
}
