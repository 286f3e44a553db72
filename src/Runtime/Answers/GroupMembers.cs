using Weft.Segments;

namespace Weft.Answers;

/// <summary>Tells of records that follow from an outer and an inner one whether the outer one is a group that the inner one is a member of: then its other members may not have contributed.</summary>
// Design: the recording holds what a group stands on, so that an answer can see it, and no operator has to say so while it runs.
internal sealed class GroupMembers(RunRecording recording, Places places)
{
    private readonly List<ParentRun> _found = [];

    /// <summary>Whether the children of a row came out of a group of several.</summary>
    /// <param name="step">The step that made them.</param>
    /// <param name="parents">What they follow from.</param>
    internal bool Include(int step, List<ParentRun> parents)
    {
        if (parents.Count != 2 || parents[0] is not { Count: 1, Input: 1, IsParallel: false } || parents[1].Input != 2 || !TakesFromOuter(places.SiteOfStep(step)?.Operator)) return false;
        ParentRun inner = parents[1];
        if (!IsDerived(parents[0].First)) return false;
        ParentRun holding = _found.Find(run => run.First < inner.First + inner.Count && inner.First < run.First + run.Count);
        if (holding.Count == 0) return false;
        ulong members = 0;
        foreach (ParentRun run in _found)
            if (run.Input == holding.Input) members += run.Count;
        return members > 1;
    }

    // Where the inner records are as a rule a part of the outer one. Those of a Join or a Zip are not, though they may stand on each other.
    private static bool TakesFromOuter(string? name) => name is "SelectMany" or "Add" or "TryWrite" or "WriteAsync" or "ForEach" or "yield";

    private bool IsDerived(ulong span)
    {
        for (var seen = new HashSet<ulong>(); seen.Add(span);)
        {
            _found.Clear();
            SpanDefinition definition = recording.Define(span, _found);
            if (definition.State != SpanState.Alias) return definition is { State: SpanState.Derived, IsCoarse: false };
            span = definition.Index;
        }
        return false;
    }
}
