namespace Weft.Catalog;

/// <summary>The methods of collections that put values in, by their names. Those with a row of their own are followed; what the others put in is known of the collection as a whole.</summary>
internal static class FillingMethods
{
    private static readonly HashSet<string> _names = new(StringComparer.Ordinal)
    {
        "Add", "AddFirst", "AddLast", "AddBefore", "AddAfter", "AddOrUpdate", "AddRange", "Enqueue", "EnqueueDequeue", "DequeueEnqueue", "EnqueueRange", "Fill", "GetOrAdd", "Insert", "InsertRange", "Push",
        "PushRange", "SetItem", "SetItems", "SetValue", "TryAdd", "TryInsert", "TryUpdate", "UnionWith", "set_Item",
    };

    private static readonly HashSet<string> _asking = new(StringComparer.Ordinal)
    {
        "Add", "AddRange", "Clear", "Contains", "ContainsKey", "EnsureCapacity", "Remove", "TrimExcess", "TryAdd", "UnionWith", "get_Count",
    };

    /// <summary>Whether a method of that name puts values into the collection that it is called on.</summary>
    public static bool Include(string name) => _names.Contains(name);

    /// <summary>Whether a method of that name tells no more of a set than whether something is in it: what it holds only decides, and is nobody's lineage.</summary>
    public static bool OnlyAsk(string name, int parameters) => _asking.Contains(name) && (name != "Remove" || parameters == 1); // that of a dictionary gives what it removes
}
