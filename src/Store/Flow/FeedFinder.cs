using Weft.Answers;
using Weft.Flows;
using Weft.Segments;

namespace Weft.Store.Flow;

/// <summary>Finds which issuers feed which takers.</summary>
// Design: there are few feeds, but as many edges as records. Most edges are settled by their page: all that it may be was seen before, or it can be
// only one. Only where operators share a page and one of them does not feed the taker is a definition looked up.
internal sealed class FeedFinder(RunRecording recording, IssuersByPage issuers, Places places) : IDefinitionVisitor
{
    private readonly Dictionary<Taker, HashSet<Issuer>> _feeds = [];

    /// <summary>The feeds.</summary>
    internal IEnumerable<(Issuer From, Taker To)> Feeds => _feeds.SelectMany(pair => pair.Value.Select(issuer => (issuer, pair.Key)));

    public void TakeRoots(int operation, bool isInner, ulong firstSpan, ulong firstIndex, ulong count)
    {
        // Fed by nothing.
    }

    public void TakeChildren(int step, bool isCoarse, ulong firstChild, ulong count, List<ParentRun> parents)
    {
        foreach (ParentRun run in parents) Add(new Taker(IssuerKind.Derived, step, places.InputOf(step, run.Input)), run.First, run.Count);
    }

    public void TakeAliases(int step, ulong firstAlias, ReadOnlySpan<ulong> originals) => Add(new Taker(IssuerKind.Alias, step, step), originals);

    /// <summary>Takes the spans of an output.</summary>
    internal void TakeOutput(int output, SpanColumn column)
    {
        const int Part = 1024;
        Span<ulong> spans = stackalloc ulong[Part];
        for (int start = 0; start < column.Count; start += Part)
        {
            Span<ulong> part = spans[..Math.Min(Part, column.Count - start)];
            column.CopyTo(start, part);
            Add(new Taker(IssuerKind.Output, output, column.Step), part);
        }
    }

    private void Add(Taker taker, ReadOnlySpan<ulong> spans)
    {
        for (int start = 0, end; start < spans.Length; start = end)
        {
            for (end = start + 1; end < spans.Length && spans[end] == spans[end - 1] + 1;) end++;
            if (spans[start] != 0) Add(taker, spans[start], (ulong)(end - start));
        }
    }

    private void Add(Taker taker, ulong first, ulong count)
    {
        if (!_feeds.TryGetValue(taker, out HashSet<Issuer>? known)) _feeds.Add(taker, known = []);
        for (ulong end = first + count; first < end;)
        {
            ulong page = first >> IssuersByPage.Shift;
            ulong stop = Math.Min(end, (page + 1) << IssuersByPage.Shift);
            IReadOnlyList<Issuer> possible = issuers.Of(page);
            if (possible.Count == 1) known.Add(possible[0]);
            else if (!possible.All(known.Contains)) recording.Visit(first, stop - first, new Lookup(known));
            first = stop;
        }
    }

    private sealed class Lookup(HashSet<Issuer> found) : IDefinitionVisitor
    {
        public void TakeRoots(int operation, bool isInner, ulong firstSpan, ulong firstIndex, ulong count) =>
            found.Add(new Issuer(isInner ? IssuerKind.Inner : IssuerKind.Source, operation));

        public void TakeChildren(int step, bool isCoarse, ulong firstChild, ulong count, List<ParentRun> parents) =>
            found.Add(new Issuer(IssuerKind.Derived, step));

        public void TakeAliases(int step, ulong firstAlias, ReadOnlySpan<ulong> originals) =>
            found.Add(new Issuer(IssuerKind.Alias, step));
    }
}
