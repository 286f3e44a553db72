using System.Runtime.CompilerServices;

namespace Weft.Flows.Grouping;

/// <summary>
/// LINQ's own lookup, built a record at a time: so that groups are those of LINQ in type, order, hashing and number of comparer calls,
/// while the spans are collected beside it. A test holds these members against the running base library.
/// </summary>
internal static class LookupInternals<TKey, TElement>
{
    private const string Grouping = "System.Linq.Grouping`2[[!0],[!1]], System.Linq";
    private const string CollectionLookup = "System.Linq.CollectionLookup`2[[!0],[!1]], System.Linq";

    internal static Lookup<TKey, TElement> Create(IEqualityComparer<TKey>? comparer) => (Lookup<TKey, TElement>)New(comparer);

    /// <summary>The group of a key, made if <paramref name="create"/> is given; else null where there is none.</summary>
    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "GetGrouping")]
    [return: UnsafeAccessorType(Grouping)]
    internal static extern object? GetGrouping(Lookup<TKey, TElement> lookup, TKey key, bool create);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "Add")]
    internal static extern void Add([UnsafeAccessorType(Grouping)] object grouping, TElement element);

    /// <summary>The hash code of a group's key.</summary>
    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_hashCode")]
    internal static extern ref readonly int HashCode([UnsafeAccessorType(Grouping)] object grouping);

    /// <summary>Cuts the elements of a group to their number.</summary>
    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "Trim")]
    internal static extern void Trim([UnsafeAccessorType(Grouping)] object grouping);

    /// <summary>The elements of a group; longer than the group.</summary>
    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_elements")]
    internal static extern ref TElement[] Elements([UnsafeAccessorType(Grouping)] object grouping);

    /// <summary>The number of elements of a group.</summary>
    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_count")]
    internal static extern ref int Count([UnsafeAccessorType(Grouping)] object grouping);

    // What ToLookup makes: a lookup that also is a collection of its groups.
    [UnsafeAccessor(UnsafeAccessorKind.Constructor)]
    [return: UnsafeAccessorType(CollectionLookup)]
    private static extern object New(IEqualityComparer<TKey>? comparer);
}
