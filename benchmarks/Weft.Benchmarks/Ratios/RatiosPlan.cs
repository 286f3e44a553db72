namespace Weft.Benchmarks.Ratios;

/// <summary>What to measure.</summary>
/// <param name="Scenarios">The workloads.</param>
/// <param name="Modes">The modes, each beside the unwoven build.</param>
/// <param name="Edges">The full path of a file of edges; null for the generated graph.</param>
/// <param name="Pairs">How many times both builds are timed.</param>
/// <param name="Processes">In how many processes, one after the other, among which the pairs are divided.</param>
internal sealed record RatiosPlan(IReadOnlyList<string> Scenarios, IReadOnlyList<string> Modes, string? Edges, int Pairs, int Processes);
