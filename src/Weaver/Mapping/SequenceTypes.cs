using Mono.Cecil;

namespace Weft.Fody.Mapping;

/// <summary>What the weaver needs to know of a type's interfaces: whether it is a sequence of records.</summary>
internal sealed class SequenceTypes
{
    private const string Enumerable = "System.Collections.Generic.IEnumerable`1";
    private const string AsyncEnumerable = "System.Collections.Generic.IAsyncEnumerable`1";
    private const string NonGenericEnumerable = "System.Collections.IEnumerable";
    private const string Queryable = "System.Linq.IQueryable";
    private const string Partitioner = "System.Collections.Concurrent.Partitioner`1";

    private readonly Dictionary<TypeDefinition, HashSet<string>> _families = [];

    /// <summary>Whether the type is <c>IEnumerable&lt;T&gt;</c> or <c>IAsyncEnumerable&lt;T&gt;</c> itself.</summary>
    public static bool IsEnumerableInterface(TypeReference type) => type is GenericInstanceType { ElementType.FullName: Enumerable or AsyncEnumerable };

    /// <summary>Whether an argument of this type brings records: any enumerable but a string.</summary>
    public bool TakesRecords(TypeReference type) =>
        type is ArrayType || (Family(type) is { } family && (family.Contains(Enumerable) || family.Contains(NonGenericEnumerable) || family.Contains(AsyncEnumerable)));

    /// <summary>
    /// Whether a result of this type gives records that a later operator may take: a reference type that implements <c>IEnumerable&lt;T&gt;</c> or <c>IAsyncEnumerable&lt;T&gt;</c>, or a partitioner.
    /// Queries that a provider runs are not: their trees are theirs.
    /// </summary>
    public bool GivesRecords(TypeReference type)
    {
        if (type is ArrayType { IsVector: true }) return true;
        if (Family(type) is not { } family || type.Resolve().IsValueType) return false;
        return family.Contains(Partitioner) || (family.Contains(Enumerable) || family.Contains(AsyncEnumerable)) && !family.Contains(Queryable);
    }

    /// <summary>
    /// Whether a value of this type brings records to code that Weft does not follow: a collection or sequence of a type that says of what, or a span. Not a
    /// collection of a type of its own, which a library has for its own purposes (a list of services, an object of JSON), nor a query.
    /// </summary>
    public bool BringsRecords(TypeReference type)
    {
        if (type is ByReferenceType reference) type = reference.ElementType;
        if (type is ArrayType or { FullName: NonGenericEnumerable }) return true;
        if (type is not GenericInstanceType and not TypeDefinition { HasGenericParameters: true }) return false;
        return IsMemory(type)
            || (Family(type) is { } family && (family.Contains(Enumerable) || family.Contains(AsyncEnumerable)) && !family.Contains(Queryable));
    }

    /// <summary>Whether the type is one for text or bytes, which are one value rather than records: <c>char[]</c>, <c>ReadOnlySpan&lt;byte&gt;</c>.</summary>
    public static bool IsBuffer(TypeReference type) => type switch
    {
        ByReferenceType reference => IsBuffer(reference.ElementType),
        ArrayType array => array.ElementType.MetadataType is MetadataType.Byte or MetadataType.Char,
        GenericInstanceType instance => IsMemory(instance) && instance.GenericArguments[0].MetadataType is MetadataType.Byte or MetadataType.Char,
        _ => false,
    };

    private static bool IsMemory(TypeReference type) => type.GetElementType().FullName is "System.Span`1" or "System.ReadOnlySpan`1" or "System.Memory`1" or "System.ReadOnlyMemory`1";

    // The full names of a type, its base types and all their interfaces; null for what has none of its own (a type parameter, a string, a pointer).
    private HashSet<string>? Family(TypeReference type)
    {
        if (type is GenericParameter or ArrayType or ByReferenceType or PointerType or IModifierType || type.MetadataType == MetadataType.String) return null;
        return type.Resolve() is { } definition ? Family(definition) : null;
    }

    private HashSet<string> Family(TypeDefinition type)
    {
        if (_families.TryGetValue(type, out HashSet<string>? family)) return family;
        _families.Add(type, family = [type.FullName]);
        IEnumerable<TypeReference> parents = type.Interfaces.Select(i => i.InterfaceType);
        if (type.BaseType is { } baseType) parents = parents.Append(baseType);
        foreach (TypeDefinition? parent in parents.Select(p => p.Resolve()).Where(p => p is not null)) family.UnionWith(Family(parent!));
        return family;
    }
}
