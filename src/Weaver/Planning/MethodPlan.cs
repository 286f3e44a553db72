using Mono.Cecil;
using Weft.Fody.Il;
using Weft.Fody.Planning.Fills;
using Weft.Fody.Planning.Iterators;
using Weft.Fody.Planning.Units;

namespace Weft.Fody.Planning;

/// <summary>What will be done to one method: nothing is edited before its plan stands.</summary>
internal sealed class MethodPlan(MethodIl il, StackFlow flow, IReadOnlyList<PlannedSite> sites, IteratorPlan? iterator, UnitPlan units, IReadOnlyCollection<int> asked, IReadOnlyCollection<int> askedByResults)
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

    /// <summary>The numbers of the methods whose results something is made of that is put in.</summary>
    public IReadOnlyCollection<int> Asked => asked;

    /// <summary>The numbers of the methods whose results the method's own is made of.</summary>
    public IReadOnlyCollection<int> AskedByResults => askedByResults;

    /// <summary>Whether there is anything to do.</summary>
    public bool IsEmpty => sites.Count == 0 && iterator is null && units.IsEmpty;

    /// <summary>The numbers of the methods that are told records.</summary>
    public IEnumerable<int> Handed => sites.OfType<HandSite>().Select(site => site.Handed.Method);

    /// <summary>Whether it matters what the method is given.</summary>
    public bool UsesGiven => sites.Any(site => site.Loops.Any(loop => loop is GivenBody));

    /// <summary>Whether the method's result may be made of records that it looks up.</summary>
    public bool GivesRecords => sites.OfType<ReturnSite>().Any(site => site.Told.Records.Count > 0);

    /// <summary>The captured variables that are stored with their records.</summary>
    public IEnumerable<FieldReference> Captured => sites.OfType<CaptureSite>().Where(site => site.Store.Loops.Count > 0).Select(site => site.Variable);
}
