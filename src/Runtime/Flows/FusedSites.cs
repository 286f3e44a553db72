using Weft.Capture;

namespace Weft.Flows;

/// <summary>The sites of the operators that one flow stands for, so that fusing loses no step.</summary>
/// <param name="site">The site of the last operator; 0 for one that is not told.</param>
/// <param name="before">The sites of the operators before it.</param>
// Design: a program may add operators in a loop, as LINQ bears it. What walks back through them is a loop, too: a frame an operator would end the process.
internal sealed class FusedSites(int site, FusedSites? before = null)
{
    private const int MostOnStack = 16;

    private readonly int _site = site;
    private readonly FusedSites? _before = before;
    private readonly int _count = before is null ? 1 : before._count + 1;

    /// <summary>These sites and one more.</summary>
    internal FusedSites Then(int next) => new(next, this);

    /// <summary>The step of records that came to the first operator by <paramref name="step"/>.</summary>
    internal int StepFrom(int step)
    {
        Span<int> sites = _count <= MostOnStack ? stackalloc int[MostOnStack] : new int[_count];
        int at = _count;
        for (FusedSites? fused = this; fused is not null; fused = fused._before) sites[--at] = fused._site;
        foreach (int site in sites[.._count])
        {
            if (site != 0) step = Steps.Intern(site, step);
        }
        return step;
    }
}
