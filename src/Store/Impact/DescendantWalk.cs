using Weft.Answers;
using Weft.Segments;

namespace Weft.Store.Impact;

/// <summary>Finds every span that follows from given ones: the exact inverse of the walk to ancestors.</summary>
// Design: pages that may hold descendants are read in ascending order. Children mostly have greater spans than their parents, so that nearly every
// page is read once; where several threads share out spans a page can be needed again, and comes back on the list when another gains a span.
internal sealed class DescendantWalk : IDefinitionVisitor
{
    private const ulong WindowSpans = 64;

    private readonly RunRecording _recording;
    private readonly PageMap _map;
    private readonly GroupMembers _groups;
    private readonly PriorityQueue<int, int> _open = new();
    private readonly bool[] _isOpen;
    private readonly HashSet<int> _gained = [];     // pages that have gained spans since their children were put on the list
    private readonly List<(ulong First, ulong Count)> _fresh = [];
    private readonly List<(ulong First, ulong Count)> _found = [];
    private readonly Dictionary<int, long> _derivedByStep = [];
    private ulong _first;           // the spans that are being visited
    private ulong _end;
    private bool _mayHaveMissed;    // a row was passed that follows from one of them which had not been reached

    internal DescendantWalk(RunRecording recording, PageMap map, Places places)
    {
        _groups = new GroupMembers(recording, places);
        _recording = recording;
        _map = map;
        _isOpen = new bool[map.PageCount];
    }

    /// <summary>The given spans and all that follow from them, aliases included.</summary>
    internal SpanSet Reached { get; } = new();

    /// <summary>The number of derived records reached, by the step that made them.</summary>
    internal IReadOnlyDictionary<int, long> DerivedByStep => _derivedByStep;

    /// <summary>Steps at which a record was reached that only may follow from one reached before.</summary>
    internal HashSet<int> CoarseSteps { get; } = [];

    /// <summary>Steps at which a record was reached that came out of a group which was reached by other members.</summary>
    internal HashSet<int> GroupSteps { get; } = [];

    /// <summary>Walks from spans to their last descendant.</summary>
    internal void Run(IEnumerable<(ulong First, ulong Count)> spans)
    {
        foreach ((ulong first, ulong count) in spans) Reach(first, count);
        OpenChildren(exceptFor: -1);
        while (_open.TryDequeue(out int page, out _))
        {
            _isOpen[page] = false;
            Visit(page);
            OpenChildren(exceptFor: page);
        }
    }

    void IDefinitionVisitor.TakeRoots(int operation, bool isInner, ulong firstSpan, ulong firstIndex, ulong count)
    {
        // Follows from nothing.
    }

    void IDefinitionVisitor.TakeChildren(int step, bool isCoarse, ulong firstChild, ulong count, List<ParentRun> parents)
    {
        ulong reached = 0;
        foreach (ParentRun run in parents)
        {
            if (run.IsParallel)
            {
                reached += ReachParallel(run, firstChild);
            }
            else if (Reached.Overlaps(run.First, run.Count))
            {
                reached += Reach(firstChild, count);
                if (parents.Count == 2 && !GroupSteps.Contains(step) && IsReachedByOthers(step, parents)) GroupSteps.Add(step);
                break;
            }
            else
            {
                NoteMissed(run.First, run.Count);
            }
        }
        if (reached == 0) return;
        _derivedByStep[step] = _derivedByStep.GetValueOrDefault(step) + (long)reached;
        if (isCoarse) CoarseSteps.Add(step);
    }

    void IDefinitionVisitor.TakeAliases(int step, ulong firstAlias, ReadOnlySpan<ulong> originals)
    {
        for (int i = 0; i < originals.Length; i++)
        {
            if (originals[i] == 0) continue;
            if (Reached.Contains(originals[i])) Reach(firstAlias + (uint)i, 1);
            else NoteMissed(originals[i], 1);
        }
    }

    private bool IsReachedByOthers(int step, List<ParentRun> parents)
    {
        ParentRun inner = parents[1];
        _found.Clear();
        Reached.Intersect(inner.First, inner.Count, _found);
        ulong found = 0;
        foreach ((_, ulong count) in _found) found += count;
        return found < inner.Count && _groups.Include(step, parents);
    }

    private void Visit(int page)
    {
        ulong first = (ulong)page << _map.Shift;
        if (VisitSpans(first, _map.PageSpans)) Settle(first);
    }

    // Within a page, rows of several operators may follow from each other in turn. Small windows, in order, keep the repetitions few.
    private void Settle(ulong first)
    {
        ulong before;
        do
        {
            before = Reached.Count;
            for (ulong window = first; window < first + _map.PageSpans; window += WindowSpans)
                while (VisitSpans(window, WindowSpans)) { }
        }
        while (Reached.Count > before);
    }

    // Whether another visit may reach more.
    private bool VisitSpans(ulong first, ulong count)
    {
        _first = first;
        _end = first + count;
        _mayHaveMissed = false;
        ulong before = Reached.Count;
        _recording.Visit(first, count, this);
        return _mayHaveMissed && Reached.Count > before;
    }

    private ulong ReachParallel(ParentRun run, ulong firstChild)
    {
        _found.Clear();
        Reached.Intersect(run.First, run.Count, _found);
        ulong reached = 0, found = 0;
        foreach ((ulong first, ulong count) in _found)
        {
            found += count;
            reached += Reach(firstChild + (first - run.First), count);
        }
        if (found < run.Count) NoteMissed(run.First, run.Count);
        return reached;
    }

    private ulong Reach(ulong first, ulong count)
    {
        ulong before = Reached.Count;
        _fresh.Clear();
        Reached.Add(first, count, _fresh);
        foreach ((ulong freshFirst, ulong freshCount) in _fresh)
            for (int page = _map.PageOf(freshFirst), last = _map.PageOf(freshFirst + freshCount - 1); page <= last && page < _map.PageCount; page++) _gained.Add(page);
        return Reached.Count - before;
    }

    private void NoteMissed(ulong first, ulong count) => _mayHaveMissed |= first < _end && first + count > _first;

    // A page that was just visited is settled in itself.
    private void OpenChildren(int exceptFor)
    {
        foreach (int gained in _gained)
        {
            foreach (int page in _map.ChildrenOf(gained))
            {
                if (_isOpen[page] || (page == exceptFor && gained == exceptFor)) continue;
                _isOpen[page] = true;
                _open.Enqueue(page, page);
            }
        }
        _gained.Clear();
    }
}
