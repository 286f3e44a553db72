using Weft.Segments;

namespace Weft.Answers;

/// <summary>Answers why a record is there, from a recording.</summary>
internal sealed class GraphBuilder
{
    private readonly RunRecording _recording;
    private readonly Places _places;
    private readonly Dictionary<ulong, LineageNode> _nodes = [];
    private readonly List<LineageNode> _order = [];
    private readonly Queue<(LineageNode Node, int Step, List<ParentRun> Parents)> _open = new();

    private GraphBuilder(RunRecording recording)
    {
        _recording = recording;
        _places = new Places(recording);
    }

    /// <summary>The answer for the record with a span that came by a step.</summary>
    /// <param name="recording">Where to look.</param>
    /// <param name="label">What to call the record.</param>
    /// <param name="span">Its span; 0 for a record that nobody traced.</param>
    /// <param name="step">The step by which it came since its span was issued.</param>
    /// <param name="nodeLimit">Ancestors beyond which they are counted but not listed.</param>
    internal static LineageGraph Build(RunRecording recording, string label, ulong span, int step, int nodeLimit = LineageGraph.DefaultNodeLimit)
    {
        if (span == 0) return Unanswered(label, $"{label} has no span: it did not come through a woven operator");

        var builder = new GraphBuilder(recording);
        var walk = new AncestorWalk(recording, builder._places);
        walk.Run(span);

        var asked = new LineageNode(LineageNodeKind.Asked, new SpanId(span), label);
        builder._order.Add(asked);
        if (walk.RecordCount <= nodeLimit) builder.ListAncestors(asked, span, step);
        return new LineageGraph(builder._order, walk.RecordCount, walk.Summarise(), walk.Roots(), walk.Verdict, walk.Reasons);
    }

    /// <summary>The answer when there is nothing to look at.</summary>
    internal static LineageGraph Unanswered(string label, string reason) =>
        new([new LineageNode(LineageNodeKind.Asked, SpanId.None, label)], 0, [], [], LineageVerdict.Incomplete, [reason]);

    private void ListAncestors(LineageNode asked, ulong span, int step)
    {
        asked.ParentList.Add(EdgeTo(span, step));
        while (_open.TryDequeue(out (LineageNode Node, int Step, List<ParentRun> Parents) item))
        {
            foreach (ParentRun run in item.Parents)
            {
                int way = _places.InputOf(item.Step, run.Input);
                for (ulong i = 0; i < run.Count; i++) item.Node.ParentList.Add(EdgeTo(run.First + i, way));
            }
        }
    }

    // Aliases on the way are looked through: what handed the record on before them comes first.
    private LineageEdge EdgeTo(ulong span, int step)
    {
        IReadOnlyList<LineageSite> passed = _places.Way(step);
        var parents = new List<ParentRun>();
        SpanDefinition definition = _recording.Define(span, parents);
        for (var seen = new HashSet<ulong>(); definition.State == SpanState.Alias && seen.Add(span);)
        {
            span = definition.Index;
            IReadOnlyList<LineageSite> before = _places.Way(definition.Operation);
            if (before.Count > 0) passed = [.. before, .. passed.Where(site => !before.Contains(site))];
            definition = _recording.Define(span, parents);
        }

        if (!_nodes.TryGetValue(span, out LineageNode? node))
        {
            _nodes.Add(span, node = NewNode(span, definition));
            _order.Add(node);
            if (definition.State == SpanState.Derived) _open.Enqueue((node, definition.Operation, parents));
        }
        return new LineageEdge(node, passed);
    }

    private LineageNode NewNode(ulong span, SpanDefinition definition)
    {
        var id = new SpanId(span);
        switch (definition.State)
        {
            case SpanState.Root:
                LineageSource source = _places.Source(definition.Operation, definition.IsInner);
                long index = (long)definition.Index;
                return new LineageNode(LineageNodeKind.Root, id, source.NameOf(index)) { Source = source, Index = index, Site = source.Site };
            case SpanState.Derived:
                LineageSite? site = _places.SiteOfStep(definition.Operation);
                return new LineageNode(LineageNodeKind.Derived, id, Places.Name(site)) { Site = site, IsCoarse = definition.IsCoarse };
            default:
                return new LineageNode(LineageNodeKind.Missing, id, $"{id} is not in the recording");
        }
    }
}
