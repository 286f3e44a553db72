using System.Runtime.CompilerServices;

namespace Weft.Flows.Parallel;

/// <summary>PLINQ's own lookup, filled with groups that carry spans. A test holds these members against the running base library.</summary>
internal static class ParallelLookupInternals<TKey, TElement> where TKey : notnull
{
    private const string LookupType = "System.Linq.Parallel.Lookup`2[[!0],[!1]], System.Linq.Parallel";

    /// <summary>An empty lookup.</summary>
    internal static ILookup<TKey, TElement> Create(IEqualityComparer<TKey>? comparer) => (ILookup<TKey, TElement>)New(comparer ?? EqualityComparer<TKey>.Default); // asked at each addition

    /// <summary>Adds a group, which is the only one of its key.</summary>
    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "Add")]
    internal static extern void Add([UnsafeAccessorType(LookupType)] object lookup, IGrouping<TKey, TElement> group);

    [UnsafeAccessor(UnsafeAccessorKind.Constructor)]
    [return: UnsafeAccessorType(LookupType)]
    private static extern object New(IEqualityComparer<TKey>? comparer);
}
