using System.Globalization;
using Weft.Answers;
using Weft.Flows;
using Weft.Segments;
using Weft.Store.Runs;

namespace Weft.Store.Impact;

/// <summary>What a node of an impact graph is.</summary>
internal enum ImpactNodeKind
{
    /// <summary>A record that entered from outside: one that was asked about.</summary>
    Root,

    /// <summary>A record that follows from it.</summary>
    Derived,

    /// <summary>A record of an output.</summary>
    Output,
}

/// <summary>One record on the way of an input.</summary>
internal sealed class ImpactNode
{
    internal ImpactNode(ImpactNodeKind kind, SpanId span, string label, LineageSite? site)
    {
        Kind = kind;
        Span = span;
        Label = label;
        Site = site;
    }

    /// <summary>What it is.</summary>
    internal ImpactNodeKind Kind { get; }

    /// <summary>The record's span.</summary>
    internal SpanId Span { get; }

    /// <summary>What a person would call it.</summary>
    internal string Label { get; }

    /// <summary>The operator that made it; where a root entered.</summary>
    internal LineageSite? Site { get; }

    /// <summary>What follows from it, with the operators that handed it on to there.</summary>
    internal List<(ImpactNode Child, IReadOnlyList<LineageSite> Passed)> Children { get; } = [];
}

/// <summary>Every record on the way of input records, down to the outputs.</summary>
/// <param name="Nodes">The roots first, then by span; the records of outputs last.</param>
internal sealed record ImpactGraph(IReadOnlyList<ImpactNode> Nodes)
{
    private readonly Dictionary<ImpactNode, string> _entries = EntriesOf(Nodes);

    /// <summary>What to say beside a root that entered several times: where it did this time, and for which time; otherwise empty.</summary>
    internal string EntryOf(ImpactNode root) => _entries.GetValueOrDefault(root, "");

    private static Dictionary<ImpactNode, string> EntriesOf(IReadOnlyList<ImpactNode> nodes)
    {
        var entries = new Dictionary<ImpactNode, string>();
        foreach (IGrouping<string, ImpactNode> namesakes in nodes.Where(node => node.Kind == ImpactNodeKind.Root).GroupBy(node => node.Label).Where(group => group.Skip(1).Any()))
        {
            foreach (IGrouping<LineageSite?, ImpactNode> atSite in namesakes.GroupBy(root => root.Site))
            {
                int time = 0;
                foreach (ImpactNode root in atSite)
                    entries.Add(root, $"entered at {Places.Name(root.Site)}" + (++time > 1 ? string.Create(CultureInfo.InvariantCulture, $", time {time}") : ""));
            }
        }
        return entries;
    }

    /// <summary>Links the spans that a walk has reached; there should be few.</summary>
    internal static ImpactGraph Build(OpenRun run, SpanSet reached, IReadOnlyList<ReachedOutput> outputs)
    {
        var spans = new List<(ulong First, ulong Count)>();
        reached.Intersect(0, run.Recording.SpanEnd, spans);
        var builder = new Builder(run, reached);
        foreach ((ulong first, ulong count) in spans)
            for (ulong span = first; span < first + count; span++) builder.AddNode(span);
        builder.LinkParents();
        foreach (ReachedOutput output in outputs) builder.AddOutput(output);
        return new ImpactGraph([.. builder.Nodes.OrderBy(node => node.Kind)]);
    }

    private sealed class Builder(OpenRun run, SpanSet reached)
    {
        private readonly Dictionary<ulong, ImpactNode> _bySpan = [];
        private readonly List<(ImpactNode Node, int Step, List<ParentRun> Parents)> _derived = [];

        internal List<ImpactNode> Nodes { get; } = [];

        internal void AddNode(ulong span)
        {
            var parents = new List<ParentRun>();
            SpanDefinition definition = run.Recording.Define(span, parents);
            if (definition.State is SpanState.Alias or SpanState.Missing) return;
            ImpactNode node = definition.State == SpanState.Root
                ? NewRoot(span, run.Places.Source(definition.Operation, definition.IsInner), (long)definition.Index)
                : NewDerived(span, run.Places.SiteOfStep(definition.Operation));
            _bySpan.Add(span, node);
            Nodes.Add(node);
            if (node.Kind == ImpactNodeKind.Derived) _derived.Add((node, definition.Operation, parents));
        }

        internal void LinkParents()
        {
            foreach ((ImpactNode node, int step, List<ParentRun> parents) in _derived)
                foreach (ParentRun parent in parents) Link(parent, run.Places.InputOf(step, parent.Input), node);
        }

        internal void AddOutput(ReachedOutput reached)
        {
            SpanColumn column = run.Recording.ReadColumn(reached.Occurrence.Recorded);
            foreach ((int first, int count) in reached.Ranges)
            {
                for (int index = first; index < first + count; index++)
                {
                    var node = new ImpactNode(ImpactNodeKind.Output, new SpanId(column[index]), reached.Output.LabelOf(reached.Occurrence, index), reached.Output.Site);
                    Nodes.Add(node);
                    Link(new ParentRun(column[index], 1, 1, IsParallel: false), column.Step, node);
                }
            }
        }

        private static ImpactNode NewRoot(ulong span, LineageSource source, long index) => new(ImpactNodeKind.Root, new SpanId(span), source.NameOf(index), source.Site);

        private static ImpactNode NewDerived(ulong span, LineageSite? site) => new(ImpactNodeKind.Derived, new SpanId(span), Places.Name(site), site);

        private void Link(ParentRun parents, int step, ImpactNode child)
        {
            IReadOnlyList<LineageSite> way = run.Places.Way(step);
            var spans = new List<(ulong First, ulong Count)>();
            reached.Intersect(parents.First, parents.Count, spans);
            foreach ((ulong first, ulong count) in spans)
                for (ulong span = first; span < first + count; span++) Link(span, way, child);
        }

        // An alias is looked through: what handed the record on before it comes first.
        private void Link(ulong span, IReadOnlyList<LineageSite> passed, ImpactNode child)
        {
            for (int hops = 0; !_bySpan.ContainsKey(span) && hops < MostHops; hops++)
            {
                SpanDefinition definition = run.Recording.Define(span, []);
                if (definition.State != SpanState.Alias) return;
                span = definition.Index;
                IReadOnlyList<LineageSite> before = run.Places.Way(definition.Operation);
                passed = [.. before, .. passed.Where(site => !before.Contains(site))];
            }
            if (_bySpan.TryGetValue(span, out ImpactNode? node)) node.Children.Add((child, passed));
        }
    }

    private const int MostHops = 1000; // no chain of aliases is so long, but a damaged recording may have a cycle
}
