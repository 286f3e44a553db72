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

    /// <summary>Adds an element to a group.</summary>
    // As LINQ's own, but a group of more than one element starts with room for four: what else would soon be thrown away makes up for what Weft keeps.
    [MethodImpl(MethodImplOptions.AggressiveInlining)] // once a record in the loop that groups
    internal static void Add(object grouping, TElement element)
    {
        ref TElement[] elements = ref Elements(grouping);
        ref int count = ref Count(grouping);
        if (count == elements.Length) Array.Resize(ref elements, Math.Max(4, checked(count * 2)));
        elements[count++] = element;
    }

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
