using Weft.Fody.Il;

namespace Weft.Fody.Planning;

/// <summary>What will be done to one method: nothing is edited before its plan stands.</summary>
internal sealed class MethodPlan(MethodIl il, StackFlow flow, IReadOnlyList<PlannedSite> sites)
{
    public MethodIl Il => il;

    /// <summary>The stack before any edit.</summary>
    public StackFlow Flow => flow;

    /// <summary>In the order of the instructions.</summary>
    public IReadOnlyList<PlannedSite> Sites => sites;
}
