using Microsoft.CodeAnalysis;

namespace Weft.Analyzers.Lineage;

/// <summary>Which types bring records, and which give them: as the weaver's <c>SequenceTypes</c>, over symbols.</summary>
internal static class RecordTypes
{
    /// <summary>Whether a result of a type gives records that a later operator may take.</summary>
    internal static bool Gives(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => array.Rank == 1,
        INamedTypeSymbol { IsReferenceType: true, SpecialType: not SpecialType.System_String } named => (IsGenericSequence(named) && !IsQuery(named)) || IsPartitioner(named),
        _ => false,
    };

    /// <summary>Whether a value of a type brings records to code that nobody follows: of a type that says of what.</summary>
    internal static bool Brings(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol => true,
        { SpecialType: SpecialType.System_Collections_IEnumerable } => true,
        INamedTypeSymbol { IsGenericType: true } named => IsMemory(named) || (IsGenericSequence(named) && !IsQuery(named)),
        _ => false,
    };

    /// <summary>Whether a type is one for text or bytes, which are one value rather than records.</summary>
    internal static bool IsBuffer(ITypeSymbol? type) => type switch
    {
        IArrayTypeSymbol array => IsByteOrChar(array.ElementType),
        INamedTypeSymbol named => IsMemory(named) && IsByteOrChar(named.TypeArguments[0]),
        _ => false,
    };

    /// <summary>Whether a type is a sequence of anything, but a text.</summary>
    internal static bool IsSequence(ITypeSymbol type)
        => type.SpecialType != SpecialType.System_String
        && (type.SpecialType == SpecialType.System_Collections_IEnumerable || type.AllInterfaces.Any(face => face.SpecialType == SpecialType.System_Collections_IEnumerable));

    private static bool IsGenericSequence(INamedTypeSymbol type) => IsSequenceInterface(type) || type.AllInterfaces.Any(IsSequenceInterface);

    private static bool IsSequenceInterface(INamedTypeSymbol type)
        => type.OriginalDefinition.SpecialType == SpecialType.System_Collections_Generic_IEnumerable_T
        || type is { Name: "IAsyncEnumerable", Arity: 1, ContainingNamespace: { Name: "Generic", ContainingNamespace: { Name: "Collections", ContainingNamespace.Name: "System" } } };

    private static bool IsQuery(INamedTypeSymbol type) => type.Name == "IQueryable" || type.AllInterfaces.Any(face => face is { Name: "IQueryable", ContainingNamespace.Name: "Linq" });

    private static bool IsPartitioner(INamedTypeSymbol? type)
        => type is not null && (type is { Name: "Partitioner", Arity: 1, ContainingNamespace: { Name: "Concurrent", ContainingNamespace.Name: "Collections" } } || IsPartitioner(type.BaseType));

    private static bool IsMemory(INamedTypeSymbol type)
        => type is { Name: "Span" or "ReadOnlySpan" or "Memory" or "ReadOnlyMemory", Arity: 1, ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } };

    private static bool IsByteOrChar(ITypeSymbol type) => type.SpecialType is SpecialType.System_Byte or SpecialType.System_Char;
}
