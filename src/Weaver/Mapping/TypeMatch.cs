using Mono.Cecil;

namespace Weft.Fody.Mapping;

/// <summary>Whether two type references, maybe of different modules, mean the same type. By structure and resolved definition, not by name.</summary>
internal static class TypeMatch
{
    public static bool Same(TypeReference left, TypeReference right) => (left, right) switch
    {
        (GenericParameter l, GenericParameter r) => l.Type == r.Type && l.Position == r.Position,
        (GenericParameter, _) or (_, GenericParameter) => false,
        (GenericInstanceType l, GenericInstanceType r) => Same(l.ElementType, r.ElementType) && AllSame(l.GenericArguments, r.GenericArguments),
        (ArrayType l, ArrayType r) => l.Rank == r.Rank && l.IsVector == r.IsVector && Same(l.ElementType, r.ElementType),
        (IModifierType l, IModifierType r) => left.GetType() == right.GetType() && Same(l.ModifierType, r.ModifierType) && Same(l.ElementType, r.ElementType),
        (ByReferenceType or PointerType, _) when left.GetType() == right.GetType() => Same(left.GetElementTypeOnce(), right.GetElementTypeOnce()),
        (TypeSpecification, _) or (_, TypeSpecification) => false,
        _ => SameDefinition(left, right),
    };

    public static bool AllSame(ICollection<TypeReference> left, ICollection<TypeReference> right) =>
        left.Count == right.Count && left.Zip(right, Same).All(same => same);

    private static TypeReference GetElementTypeOnce(this TypeReference type) => ((TypeSpecification)type).ElementType;

    private static bool SameDefinition(TypeReference left, TypeReference right)
    {
        if (left.Name != right.Name || left.Namespace != right.Namespace) return false;
        TypeDefinition? l = left.Resolve();
        TypeDefinition? r = right.Resolve();
        return l is not null && r is not null && (l == r || (l.FullName == r.FullName && l.Module.Assembly.FullName == r.Module.Assembly.FullName));
    }
}
