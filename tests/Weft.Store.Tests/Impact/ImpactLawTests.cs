// Proves that impact is the exact inverse of why: on random recordings with rows of every kind, by two threads, an input reaches exactly the records
// whose answer to why names it, and both are what a slow oracle says, which carries a set of inputs with every record.
using Weft.Store.Addresses;
using Weft.Store.Impact;
using Weft.Store.Runs;
using Xunit.Abstractions;

namespace Weft.Store.Tests.Impact;

public sealed class ImpactLawTests(ITestOutputHelper log)
{
    private const int Seeds = 20;

    [Fact]
    public void Impact_RandomRecordings_IsWhatTheOracleSays()
    {
        int reached = 0;
        for (int seed = 1; seed <= Seeds; seed++)
        {
            log.WriteLine($"seed {seed}");
            using var random = new RandomRecording(seed, spanGoal: seed % 5 == 0 ? 40_000 : 3_000);
            OpenRun run = random.Run.Close();
            Assert.Empty(run.Damages);
            foreach ((string address, int bit) in random.Roots)
            {
                ImpactAnswer answer = ImpactAnswer.Ask(run, SourceRecords.Find(run, address), limit: 3_000, withLines: false);
                foreach ((string output, ulong[] bits) in random.Outputs)
                {
                    int[] expected = [.. Enumerable.Range(0, bits.Length).Where(i => (bits[i] & 1ul << bit) != 0)];
                    Assert.Equal(expected, IndexesOf(answer, output));
                    reached += expected.Length;
                }
            }
        }
        Assert.True(reached > 3_000, $"only {reached} records were reached: the recordings are too thin to prove anything");
    }

    [Fact]
    public void Impact_RandomRecordings_IsTheInverseOfWhy()
    {
        int compared = 0;
        for (int seed = 101; seed <= 110; seed++)
        {
            log.WriteLine($"seed {seed}");
            using var random = new RandomRecording(seed, spanGoal: 3_000);
            OpenRun run = random.Run.Close();
            var reachedBy = random.Roots.ToDictionary(root => root.Address, root => ImpactAnswer.Ask(run, SourceRecords.Find(run, root.Address), 0, withLines: false));
            foreach ((string output, ulong[] bits) in random.Outputs)
            {
                for (int i = 0; i < bits.Length; i += 7)
                {
                    WhyAnswer why = WhyAnswer.Ask(run, OutputRecord.Find(run, $"{output}[{i}]"), limit: 1, withLines: false);
                    HashSet<string> inputs = [.. why.Graph.Roots.Select(root => root.ToString())];
                    foreach ((string address, int bit) in random.Roots)
                    {
                        Assert.Equal((bits[i] & 1ul << bit) != 0, inputs.Contains(address));
                        compared++;
                    }
                }
            }
        }
        Assert.True(compared > 1_000);
    }

    // The graph lists each record that was reached, and an edge for each that one follows from.
    [Fact]
    public void Graph_RandomRecordings_LeadsToTheOutputsReached()
    {
        for (int seed = 201; seed <= 210; seed++)
        {
            log.WriteLine($"seed {seed}");
            using var random = new RandomRecording(seed, spanGoal: 2_000);
            OpenRun run = random.Run.Close();
            foreach ((string address, _) in random.Roots)
            {
                ImpactAnswer answer = ImpactAnswer.Ask(run, SourceRecords.Find(run, address), limit: 100_000, withLines: false);
                Assert.NotNull(answer.Graph);
                ImpactNode input = Assert.Single(answer.Graph.Nodes, node => node.Kind == ImpactNodeKind.Root);
                var found = new HashSet<ImpactNode> { input };
                var rest = new Stack<ImpactNode>([input]);
                while (rest.TryPop(out ImpactNode? node))
                    foreach ((ImpactNode child, _) in node.Children)
                        if (found.Add(child)) rest.Push(child);
                Assert.Equal(answer.Graph.Nodes.Count, found.Count);
                Assert.Equal(answer.Outputs.Sum(output => output.Count), found.Count(node => node.Kind == ImpactNodeKind.Output));
                Assert.Equal(answer.DerivedCount, found.Count(node => node.Kind == ImpactNodeKind.Derived));
            }
        }
    }

    private static IEnumerable<int> IndexesOf(ImpactAnswer answer, string output) =>
        answer.Outputs.Where(reached => reached.Output.Name == output).SelectMany(reached => reached.Ranges).SelectMany(range => Enumerable.Range(range.First, range.Count));
}
