using Weft.Capture;
using Weft.Flows;

namespace Weft.Operators;

/// <summary>Several flows read as one. A chain of them is read as one flow of many branches, so that a record passes no more levels than one.</summary>
/// <param name="first">The first branch, or the flow that this one continues.</param>
/// <param name="second">The last branch.</param>
/// <param name="chain">The first branch, if this flow continues it.</param>
/// <param name="site">The operator's site.</param>
internal abstract class BranchedFlow<T>(Flow<T> first, Flow<T> second, BranchedFlow<T>? chain, int site) : Flow<T>
{
    private readonly BranchedFlow<T>? _chain = chain;
    private readonly int _count = chain is null ? 2 : checked(chain._count + 1);

    /// <summary>The branches of the enumeration under way, or of the last one; those started replace those that were not.</summary>
    protected Flow<T>[]? Entered { get; set; }

    /// <summary>The first branch, or the flow that this one continues.</summary>
    protected Flow<T> Head { get; } = first;

    /// <summary>The last branch.</summary>
    protected Flow<T> Tail { get; } = second;

    /// <summary>The operator's site.</summary>
    protected int Site { get; } = site;

    internal override int Step => StepOf(Array.ConvertAll(Entered ?? Branches(), branch => branch.Step));

    /// <summary>All branches, none of them started.</summary>
    protected Flow<T>[] Branches()
    {
        var branches = new Flow<T>[_count];
        BranchedFlow<T> flow = this;
        for (; flow._chain is { } before; flow = before) branches[flow._count - 1] = flow.Tail;
        branches[1] = flow.Tail;
        branches[0] = flow.Head;
        return branches;
    }

    /// <summary>The step of this flow, whose branches' steps are <paramref name="steps"/>.</summary>
    // A loop as well: the chain may be as long as the program likes, and LINQ's has no frame a branch.
    protected int StepOf(ReadOnlySpan<int> steps)
    {
        if (_chain is null) return Steps.Intern(Site, steps[0], steps[1]);
        var sites = new int[_count];
        for (BranchedFlow<T>? flow = this; flow is not null; flow = flow._chain) sites[flow._count - 1] = flow.Site;
        int step = steps[0];
        for (int i = 1; i < _count; i++) step = Steps.Intern(sites[i], step, steps[i]);
        return step;
    }

    internal override Chosen<T> First(bool traced)
    {
        foreach (Flow<T> branch in Branches())
        {
            Chosen<T> chosen = branch.First(traced);
            if (chosen.Found) return chosen;
        }
        return default;
    }
}
