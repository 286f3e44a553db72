using Weft.Fody.Il;
using Weft.Fody.Planning.Iterators;
using Weft.Fody.Planning.Units;

namespace Weft.Fody.Planning;

/// <summary>What will be done to one method: nothing is edited before its plan stands.</summary>
internal sealed class MethodPlan(MethodIl il, StackFlow flow, IReadOnlyList<PlannedSite> sites, IteratorPlan? iterator, UnitPlan units)
{
    public MethodIl Il => il;

    /// <summary>The stack before any edit.</summary>
    public StackFlow Flow => flow;

    /// <summary>What is done besides to the <c>MoveNext</c> of an iterator; null for any other method.</summary>
    public IteratorPlan? Iterator => iterator;

    /// <summary>What is done about execution units besides the sites.</summary>
    public UnitPlan Units => units;

    /// <summary>In the order of the instructions.</summary>
    public IReadOnlyList<PlannedSite> Sites => sites;
}
