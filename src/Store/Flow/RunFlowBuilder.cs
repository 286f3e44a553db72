using Weft.Capture;
using Weft.Store.Catalogue;
using Weft.Store.Runs;

namespace Weft.Store.Flow;

/// <summary>Joins feeds to ways: an issuer feeds the first step of a way, each step the next, and the last one the taker.</summary>
internal sealed class RunFlowBuilder(OpenRun run)
{
    private static readonly LineageSite _unknown = new("", "an unknown place", "", 0, 0, "");

    private readonly Dictionary<object, int> _numbers = new();
    private readonly List<object> _nodes = [];
    private readonly HashSet<(int From, int To)> _edges = [];
    private readonly HashSet<int> _drawnSteps = [];
    private readonly Dictionary<int, IReadOnlyList<int>> _starts = [];
    private readonly Dictionary<(IssuerKind, int), SourceEntry> _sources = run.Catalogue.Sources
        .SelectMany(source => source.Issuers.Select(issuer => (issuer, source)))
        .ToDictionary(pair => (pair.issuer.IsInner ? IssuerKind.Inner : IssuerKind.Source, pair.issuer.Number), pair => pair.source);

    internal void AddFeed(Issuer from, Taker to)
    {
        int issuer = NodeOf(from);
        int taker = to.Kind == IssuerKind.Output ? Number(run.Catalogue.Outputs[to.Number]) : SiteOf(to.Number);
        if (to.Step == 0 || (from.Kind == IssuerKind.Alias && IsOnWay(to.Step, from.Number)))
        {
            // Records that a grouping has renumbered have the way to it behind them.
            AddEdge(issuer, taker);
            return;
        }
        foreach (int start in StartsOf(to.Step)) AddEdge(issuer, SiteOf(start));
        DrawWay(to.Step);
        AddEdge(SiteOf(to.Step), taker);
    }

    /// <summary>The graph, its nodes in the order in which records come to them.</summary>
    internal RunFlow Finish()
    {
        ILookup<int, int> next = _edges.Order().ToLookup(edge => edge.From, edge => edge.To);
        var order = new List<int>();
        var positions = new Dictionary<int, int>();
        var rest = new Queue<int>(Enumerable.Range(0, _nodes.Count).OrderBy(number => run.Catalogue.Sources.TakeWhile(source => !ReferenceEquals(source, _nodes[number])).Count()));
        var near = new Queue<int>();
        while (near.TryDequeue(out int number) || rest.TryDequeue(out number))
        {
            if (!positions.TryAdd(number, order.Count)) continue;
            order.Add(number);
            foreach (int to in next[number]) near.Enqueue(to);
        }
        return new RunFlow([.. order.Select(number => _nodes[number])], [.. _edges.Select(edge => (positions[edge.From], positions[edge.To])).Order()]);
    }

    private int NodeOf(Issuer issuer) =>
        issuer.Kind is IssuerKind.Source or IssuerKind.Inner ? Number(_sources[(issuer.Kind, issuer.Number)]) : SiteOf(issuer.Number);

    private int SiteOf(int step) => Number(run.Places.SiteOfStep(step) ?? _unknown);

    private int Number(object node)
    {
        if (_numbers.TryGetValue(node, out int number)) return number;
        _numbers.Add(node, number = _nodes.Count);
        _nodes.Add(node);
        return number;
    }

    // An operator that hands on what another call of itself gave is one node; an arrow to itself tells nothing.
    private void AddEdge(int from, int to)
    {
        if (from != to) _edges.Add((from, to));
    }

    private void DrawWay(int step)
    {
        var rest = new Stack<int>([step]);
        while (rest.TryPop(out int next))
        {
            if (!_drawnSteps.Add(next)) continue;
            foreach (int input in InputsOf(next))
            {
                AddEdge(SiteOf(input), SiteOf(next));
                rest.Push(input);
            }
        }
    }

    private bool IsOnWay(int step, int end)
    {
        var seen = new HashSet<int>();
        var rest = new Stack<int>([end]);
        while (rest.TryPop(out int next))
        {
            if (next == step) return true;
            if (!seen.Add(next)) continue;
            foreach (int input in InputsOf(next)) rest.Push(input);
        }
        return false;
    }

    // The first steps of the ways that end with a step: those whose records come from where they were issued.
    private IReadOnlyList<int> StartsOf(int step)
    {
        if (_starts.TryGetValue(step, out IReadOnlyList<int>? known)) return known;
        var starts = new List<int>();
        var seen = new HashSet<int>();
        var rest = new Stack<int>([step]);
        while (rest.TryPop(out int next))
        {
            if (!seen.Add(next)) continue;
            if (run.Places.InputOf(next, 1) == 0) starts.Add(next);
            foreach (int input in InputsOf(next)) rest.Push(input);
        }
        _starts.Add(step, starts);
        return starts;
    }

    private IEnumerable<int> InputsOf(int step)
    {
        if (!run.Recording.Steps.TryGetValue(step, out Step? known)) yield break;
        if (known.Input != 0) yield return known.Input;
        if (known.Second != 0) yield return known.Second;
    }
}
