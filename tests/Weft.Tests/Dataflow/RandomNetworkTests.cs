// Proves that every message that arrives knows what it was made of: random networks of all blocks, with random options and several threads that send, in which each value carries its true
// inputs in it, so that any run tells the truth whatever its schedule.


namespace Weft.Tests.Dataflow;

public class RandomNetworkTests
{
    private static int Networks => int.TryParse(Environment.GetEnvironmentVariable("DATAFLOW_NETWORKS"), out int networks) ? networks : 150;

    private static int First => int.TryParse(Environment.GetEnvironmentVariable("DATAFLOW_FIRST"), out int first) ? first : 0;

    [Fact]
    public async Task Messages_of_random_networks_know_their_inputs()
    {
        var arrived = new List<(string Network, Token Token, ulong Span)>();
        for (int seed = First; seed < First + Networks; seed++)
        {
            var network = new Network(seed);
            foreach ((Token token, ulong span) in await network.Run()) arrived.Add(($"seed {seed}: {network}", token, span));
        }
        using var lineage = RecordedMessages.Open();
        var differences = new List<string>();
        int inexact = 0;
        foreach ((string network, Token token, ulong span) in arrived)
        {
            (SortedSet<long> inputs, LineageVerdict verdict, string reasons) = lineage.Inputs(span);
            if (verdict == LineageVerdict.Coarse) inexact++;
            bool isTrue = verdict == LineageVerdict.Exact ? inputs.SetEquals(token.Inputs) : verdict == LineageVerdict.Coarse && inputs.IsSupersetOf(token.Inputs);
            if (!isTrue) differences.Add($"{network}\n{string.Join(" ", token.Inputs)} is said to follow from {string.Join(" ", inputs)} ({verdict} {reasons})");
        }
        Assert.True(differences.Count == 0, $"{differences.Count} of {arrived.Count}\n" + string.Join("\n\n", differences.Take(5)));
        Assert.True(arrived.Count > Networks * 10, "Next to nothing arrived.");
        Assert.True(inexact * 10 < arrived.Count, $"{inexact} of {arrived.Count} are coarse.");
    }
}

/// <summary>A message that knows what it was made of.</summary>
public sealed record Token(SortedSet<long> Inputs)
{
    internal static Token Of(params IEnumerable<Token> tokens) => new([.. tokens.SelectMany(token => token.Inputs)]);
}
