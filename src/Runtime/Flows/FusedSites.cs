using Weft.Capture;

namespace Weft.Flows;

/// <summary>The sites of the operators that one flow stands for, so that fusing loses no step.</summary>
/// <param name="site">The site of the last operator; 0 for one that is not told.</param>
/// <param name="before">The sites of the operators before it.</param>
internal sealed class FusedSites(int site, FusedSites? before = null)
{
    /// <summary>These sites and one more.</summary>
    internal FusedSites Then(int next) => new(next, this);

    /// <summary>The step of records that came to the first operator by <paramref name="step"/>.</summary>
    internal int StepFrom(int step)
    {
        if (before is not null) step = before.StepFrom(step);
        return site == 0 ? step : Steps.Intern(site, step);
    }
}
