using Mono.Cecil;

namespace Weft.Fody.Mapping;

/// <summary>Writes a called method's signature with the generic arguments of the call in place of the type parameters.</summary>
internal sealed class Substitution(MethodReference called)
{
    private readonly IList<TypeReference>? _ofType = (called.DeclaringType as GenericInstanceType)?.GenericArguments;
    private readonly IList<TypeReference>? _ofMethod = (called as GenericInstanceMethod)?.GenericArguments;

    public TypeReference ReturnType => Apply(called.GetElementMethod().ReturnType);

    public IList<TypeReference> ParameterTypes => called.GetElementMethod().Parameters.Select(p => Apply(p.ParameterType)).ToList();

    private TypeReference Apply(TypeReference type) => type switch
    {
        GenericParameter { Type: GenericParameterType.Method } parameter => _ofMethod is null ? parameter : _ofMethod[parameter.Position],
        GenericParameter parameter => _ofType is null ? parameter : _ofType[parameter.Position],
        GenericInstanceType instance => Instance(instance),
        ArrayType { IsVector: true } array => new ArrayType(Apply(array.ElementType)),
        ArrayType array => new ArrayType(Apply(array.ElementType), array.Rank),
        ByReferenceType reference => new ByReferenceType(Apply(reference.ElementType)),
        PointerType pointer => new PointerType(Apply(pointer.ElementType)),
        RequiredModifierType required => new RequiredModifierType(required.ModifierType, Apply(required.ElementType)),
        OptionalModifierType optional => new OptionalModifierType(optional.ModifierType, Apply(optional.ElementType)),
        _ => type,
    };

    private GenericInstanceType Instance(GenericInstanceType type)
    {
        var instance = new GenericInstanceType(type.ElementType);
        foreach (TypeReference argument in type.GenericArguments) instance.GenericArguments.Add(Apply(argument));
        return instance;
    }
}
