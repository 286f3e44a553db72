using System.Globalization;

namespace Workloads;

/// <summary>Graphs for <c>reachability</c>.</summary>
public static class Graph
{
    private const int Nodes = 10_000;
    private const int EdgeCount = 55_000;
    private const int Seed = 1;

    /// <summary>A random graph, the same at each call: 10,000 nodes, 55,000 edges; most nodes can be reached from node 1.</summary>
    public static Edge[] Generate()
    {
        var random = new Random(Seed);
        var edges = new Edge[EdgeCount];
        for (int i = 0; i < edges.Length; i++) edges[i] = new Edge(1 + random.Next(Nodes), 1 + random.Next(Nodes));
        return edges;
    }

    /// <summary>The graph in a file: an edge a line, two node numbers with a space or tab between.</summary>
    /// <exception cref="InvalidDataException">A line is not an edge.</exception>
    public static Edge[] Read(string path)
    {
        string[] lines = File.ReadAllLines(path);
        var edges = new List<Edge>(lines.Length);
        for (int i = 0; i < lines.Length; i++)
        {
            if (lines[i].Length == 0) continue;
            string[] nodes = lines[i].Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
            if (nodes.Length != 2 || !TryParse(nodes[0], out int from) || !TryParse(nodes[1], out int to))
                throw new InvalidDataException($"{path}:{i + 1}: expected two node numbers with a space or tab between, found \"{lines[i]}\".");
            edges.Add(new Edge(from, to));
        }
        return [.. edges];
    }

    private static bool TryParse(string text, out int number) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
