using System.Collections;
using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Reflection;

namespace Weft.Flows;

/// <summary>The types of collections that hold single values and read no other sequence: what nobody attached to them nobody traced.</summary>
internal static class PlainCollections
{
    private static readonly Assembly[] _libraries =
        [typeof(List<>).Assembly, typeof(SortedSet<>).Assembly, typeof(FrozenSet<>).Assembly, typeof(ConcurrentBag<>).Assembly];

    /// <summary>Whether nobody notices that a collection of this type is read once more.</summary>
    internal static bool AreReadUnseen(Type type) => type.IsArray || (type.IsGenericType && Array.IndexOf(_libraries, type.Assembly) >= 0);

    internal static bool Include(Type type)
    {
        if (type.IsArray) return !IsSequence(type.GetElementType()!);
        return type.IsGenericType
            && type.Namespace is { } name && name.StartsWith("System.Collections", StringComparison.Ordinal)
            && Array.IndexOf(_libraries, type.Assembly) >= 0
            && !Array.Exists(type.GetGenericArguments(), IsSequence);
    }

    private static bool IsSequence(Type type) => type != typeof(string) && type.IsAssignableTo(typeof(IEnumerable));
}
