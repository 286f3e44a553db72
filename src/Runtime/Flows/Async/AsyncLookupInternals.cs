using System.Runtime.CompilerServices;

namespace Weft.Flows.Async;

/// <summary>
/// The lookup of .NET's asynchronous operators, built a record at a time, as <see cref="Grouping.LookupInternals{TKey, TElement}"/> is for the
/// synchronous ones. A test holds these members against the running base library.
/// </summary>
internal static class AsyncLookupInternals<TKey, TElement>
{
    private const string GroupingType = "System.Linq.AsyncEnumerable+Grouping`2[[!0],[!1]], System.Linq.AsyncEnumerable";
    private const string LookupType = "System.Linq.AsyncEnumerable+AsyncLookup`2[[!0],[!1]], System.Linq.AsyncEnumerable";

    /// <summary>An empty lookup.</summary>
    internal static ILookup<TKey, TElement> Create(IEqualityComparer<TKey>? comparer) => (ILookup<TKey, TElement>)New(comparer);

    /// <summary>The group of a key, made if <paramref name="create"/> is given; else null where there is none.</summary>
    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "GetGrouping")]
    [return: UnsafeAccessorType(GroupingType)]
    internal static extern object? GetGrouping([UnsafeAccessorType(LookupType)] object lookup, TKey key, bool create);

    /// <summary>Adds an element to a group.</summary>
    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "Add")]
    internal static extern void Add([UnsafeAccessorType(GroupingType)] object grouping, TElement element);

    /// <summary>Cuts the elements of a group to their number.</summary>
    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "Trim")]
    internal static extern void Trim([UnsafeAccessorType(GroupingType)] object grouping);

    /// <summary>The elements of a group; may be longer than the group.</summary>
    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_elements")]
    internal static extern ref TElement[] Elements([UnsafeAccessorType(GroupingType)] object grouping);

    /// <summary>The number of elements of a group.</summary>
    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_count")]
    internal static extern ref int Count([UnsafeAccessorType(GroupingType)] object grouping);

    [UnsafeAccessor(UnsafeAccessorKind.Constructor)]
    [return: UnsafeAccessorType(LookupType)]
    private static extern object New(IEqualityComparer<TKey>? comparer);
}
