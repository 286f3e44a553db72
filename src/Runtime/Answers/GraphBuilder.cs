using Weft.Segments;

namespace Weft.Answers;

/// <summary>Answers why a record is there, from its recording and those of the processes that it has come through.</summary>
internal sealed class GraphBuilder
{
    private readonly AskedRecordings _recordings;
    private readonly Dictionary<(AskedRecording, ulong), LineageNode> _nodes = [];
    private readonly List<LineageNode> _order = [];
    private readonly Queue<(LineageNode Node, AskedRecording In, int Step, List<ParentRun> Parents)> _open = new();

    private GraphBuilder(AskedRecordings recordings) => _recordings = recordings;

    /// <summary>The answer for the record with a span that came by a step.</summary>
    /// <param name="recording">Where to look.</param>
    /// <param name="label">What to call the record.</param>
    /// <param name="span">Its span; 0 for a record that nobody traced.</param>
    /// <param name="step">The step by which it came since its span was issued.</param>
    /// <param name="nodeLimit">Ancestors beyond which they are counted but not listed.</param>
    /// <param name="others">Gives the recording of another process by its random id, or null where there is none.</param>
    internal static LineageGraph Build(
        RunRecording recording, string label, ulong span, int step, int nodeLimit = LineageGraph.DefaultNodeLimit, Func<ulong, RunRecording?>? others = null)
    {
        if (span == 0) return Unanswered(label, $"{label} has no span: it did not come through a woven operator");

        var recordings = new AskedRecordings(recording, others);
        recordings.Walk(span, step);
        long count = recordings.Walked.Sum(asked => asked.Walk.RecordCount);

        var builder = new GraphBuilder(recordings);
        var asked = new LineageNode(LineageNodeKind.Asked, new SpanId(span), label);
        builder._order.Add(asked);
        if (count <= nodeLimit) builder.ListAncestors(asked, span, step);
        return new LineageGraph(
            builder._order, count, [.. recordings.Walked.SelectMany(walked => walked.Walk.Summarise()).OrderByDescending(row => row.Count)], [.. recordings.Walked.SelectMany(walked => walked.Walk.Roots())],
            recordings.Verdict, recordings.Reasons)
        {
            Repeated = recordings.Repeated,
        };
    }

    /// <summary>The answer when there is nothing to look at.</summary>
    internal static LineageGraph Unanswered(string label, string reason) =>
        new([new LineageNode(LineageNodeKind.Asked, SpanId.None, label)], 0, [], [], LineageVerdict.Incomplete, [reason]);

    private void ListAncestors(LineageNode asked, ulong span, int step)
    {
        asked.ParentList.Add(EdgeTo(_recordings.First, span, step));
        while (_open.TryDequeue(out (LineageNode Node, AskedRecording In, int Step, List<ParentRun> Parents) item))
        {
            foreach (ParentRun run in item.Parents)
            {
                int way = item.In.Places.InputOf(item.Step, run.Input);
                for (ulong i = 0; i < run.Count; i++) item.Node.ParentList.Add(EdgeTo(item.In, run.First + i, way));
            }
        }
    }

    // Aliases on the way are looked through: what handed the record on before them comes first.
    private LineageEdge EdgeTo(AskedRecording asked, ulong span, int step)
    {
        IReadOnlyList<LineageSite> passed = asked.Places.Way(step);
        var parents = new List<ParentRun>();
        SpanDefinition definition = asked.Recording.Define(span, parents);
        for (var seen = new HashSet<ulong>(); definition.State == SpanState.Alias && seen.Add(span);)
        {
            span = definition.Index;
            IReadOnlyList<LineageSite> before = asked.Places.Way(definition.Operation);
            if (before.Count > 0) passed = [.. before, .. passed.Where(site => !before.Contains(site))];
            definition = asked.Recording.Define(span, parents);
        }

        if (!_nodes.TryGetValue((asked, span), out LineageNode? node))
        {
            bool isMessage = definition.State == SpanState.Root && definition.Operation < 0;
            node = isMessage ? NewMessage(asked, span, definition, parents) : NewNode(asked, span, definition, parents);
            _nodes.Add((asked, span), node);
            _order.Add(node);
            if (node.Kind == LineageNodeKind.Derived)
            {
                AskedRecording from = isMessage ? _recordings.Of(asked.Recording.SenderOf(definition.Operation))! : asked;
                _open.Enqueue((node, from, isMessage ? 0 : definition.Operation, parents));
            }
        }
        return new LineageEdge(node, passed);
    }

    private static LineageNode NewNode(AskedRecording asked, ulong span, SpanDefinition definition, List<ParentRun> parents)
    {
        var id = new SpanId(span);
        ulong process = ProcessOf(asked);
        switch (definition.State)
        {
            case SpanState.Root:
                LineageSource source = asked.Places.Source(definition.Operation, definition.IsInner);
                long index = (long)definition.Index;
                return new LineageNode(LineageNodeKind.Root, id, source.NameOf(index)) { Source = source, Index = index, Site = source.Site, Process = process };
            case SpanState.Derived:
                LineageSite? site = asked.Places.SiteOfStep(definition.Operation);
                return new LineageNode(LineageNodeKind.Derived, id, Places.Name(site)) { Site = site, IsCoarse = definition.IsCoarse || asked.Groups.Include(definition.Operation, parents), Process = process };
            default:
                string where = asked.IsFirst ? "" : " of " + AskedRecordings.NameOf(asked.Recording);
                return new LineageNode(LineageNodeKind.Missing, id, $"{id} is not in the recording{where}") { Process = process };
        }
    }

    // A record of a message follows from the sender's where their recording can be asked, else it is where the answer ends.
    private LineageNode NewMessage(AskedRecording asked, ulong span, SpanDefinition definition, List<ParentRun> parents)
    {
        var id = new SpanId(span);
        ReceivedRange range = asked.Recording.ReceivedWith(span)!;
        bool isCoarse = range.Kind == ReceivedKind.Any;
        LineageSite? site = asked.Places.Site(range.Site);
        if (range.Kind != ReceivedKind.Untraced && _recordings.Of(range.Process) is { } sender)
        {
            parents.Add(new ParentRun(definition.Index, isCoarse ? range.FromCount : 1, 1, IsParallel: false));
            return new LineageNode(LineageNodeKind.Derived, id, $"received from {AskedRecordings.NameOf(sender.Recording)}{(site is null ? "" : " at " + site.Place)}") { Site = site, IsCoarse = isCoarse, Process = ProcessOf(asked) };
        }
        LineageSource source = asked.Places.Source(definition.Operation, isInner: false);
        long index = (long)definition.Index;
        string trace = range.Kind == ReceivedKind.Untraced && !range.Trace.IsNone ? $" of trace {range.Trace}" : "";
        string label = (isCoarse ? source.NameOf(index, (long)range.FromCount) : source.NameOf(index)) + trace;
        return new LineageNode(LineageNodeKind.Root, id, label) { Source = source, Index = index, Site = site, IsCoarse = isCoarse, Process = ProcessOf(asked) };
    }

    private static ulong ProcessOf(AskedRecording asked) => asked.IsFirst ? 0 : asked.Recording.ProcessId;
}
