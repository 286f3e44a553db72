namespace Workloads;

/// <summary>A directed edge.</summary>
/// <param name="From">The node it leaves.</param>
/// <param name="To">The node it reaches.</param>
public readonly record struct Edge(int From, int To);
