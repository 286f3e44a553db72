using Mono.Cecil;

namespace Weft.Fody.Mapping;

/// <summary>Whether two type references, maybe of different modules, mean the same type. By structure and resolved definition, not by name.</summary>
internal static class TypeMatch
{
    /// <param name="left">A type.</param>
    /// <param name="right">The type to compare it with.</param>
    /// <param name="shift">By how much the positions of <paramref name="right"/>'s method type parameters exceed <paramref name="left"/>'s.</param>
    public static bool Same(TypeReference left, TypeReference right, int shift = 0) => (left, right) switch
    {
        (GenericParameter l, GenericParameter r) => l.Type == r.Type && l.Position + (l.Type == GenericParameterType.Method ? shift : 0) == r.Position,
        (GenericParameter, _) or (_, GenericParameter) => false,
        (GenericInstanceType l, GenericInstanceType r) => Same(l.ElementType, r.ElementType, shift) && AllSame(l.GenericArguments, r.GenericArguments, shift),
        (ArrayType l, ArrayType r) => l.Rank == r.Rank && l.IsVector == r.IsVector && Same(l.ElementType, r.ElementType, shift),
        (IModifierType l, IModifierType r) => left.GetType() == right.GetType() && Same(l.ModifierType, r.ModifierType, shift) && Same(l.ElementType, r.ElementType, shift),
        (ByReferenceType or PointerType, _) when left.GetType() == right.GetType() => Same(left.GetElementTypeOnce(), right.GetElementTypeOnce(), shift),
        (TypeSpecification, _) or (_, TypeSpecification) => false,
        _ => SameDefinition(left, right),
    };

    public static bool AllSame(ICollection<TypeReference> left, ICollection<TypeReference> right, int shift = 0) =>
        left.Count == right.Count && left.Zip(right, (l, r) => Same(l, r, shift)).All(same => same);

    private static TypeReference GetElementTypeOnce(this TypeReference type) => ((TypeSpecification)type).ElementType;

    private static bool SameDefinition(TypeReference left, TypeReference right)
    {
        if (left.Name != right.Name || left.Namespace != right.Namespace) return false;
        TypeDefinition? l = left.Resolve();
        TypeDefinition? r = right.Resolve();
        return l is not null && r is not null && (l == r || (l.FullName == r.FullName && l.Module.Assembly.FullName == r.Module.Assembly.FullName));
    }
}
