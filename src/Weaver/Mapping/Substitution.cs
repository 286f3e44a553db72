using Mono.Cecil;

namespace Weft.Fody.Mapping;

/// <summary>Writes a called method's signature with the generic arguments of the call in place of the type parameters.</summary>
internal sealed class Substitution(MethodReference called)
{
    private readonly IList<TypeReference>? _ofType = (called.DeclaringType as GenericInstanceType)?.GenericArguments;
    private readonly IList<TypeReference>? _ofMethod = (called as GenericInstanceMethod)?.GenericArguments;

    private bool IsConstructor => called.Name == ".ctor";

    /// <summary>The type arguments of the declaring type and behind them those of the method.</summary>
    public IEnumerable<TypeReference> Arguments => (_ofType ?? []).Concat(_ofMethod ?? []);

    /// <summary>What a call takes from the stack: the receiver of an instance method (a reference to it, of a struct), then the arguments.</summary>
    public IList<TypeReference> Operands => called.HasThis && !IsConstructor ? [Receiver, .. ParameterTypes] : ParameterTypes;

    /// <summary>What a call leaves on the stack: the new object of a constructor.</summary>
    public TypeReference Result => IsConstructor ? called.DeclaringType : Apply(called.GetElementMethod().ReturnType);

    // A struct's methods are called by reference.
    private TypeReference Receiver => called.DeclaringType.IsValueType ? new ByReferenceType(called.DeclaringType) : called.DeclaringType;

    private IList<TypeReference> ParameterTypes => called.GetElementMethod().Parameters.Select(p => Apply(p.ParameterType)).ToList();

    /// <summary>A method's definition with other type parameters in place of its own: first those of its type, then those of the method.</summary>
    public static Substitution Of(MethodDefinition method, IEnumerable<TypeReference> arguments)
    {
        TypeDefinition type = method.DeclaringType;
        TypeReference declaring = type.HasGenericParameters ? Filled(new GenericInstanceType(type), arguments.Take(type.GenericParameters.Count)) : type;
        var called = new MethodReference(method.Name, method.ReturnType, declaring) { HasThis = method.HasThis };
        foreach (ParameterDefinition parameter in method.Parameters) called.Parameters.Add(new ParameterDefinition(parameter.ParameterType));
        return new(method.HasGenericParameters ? Filled(new GenericInstanceMethod(called), arguments.Skip(type.GenericParameters.Count)) : called);
    }

    public TypeReference Apply(TypeReference type) => type switch
    {
        GenericParameter { Type: GenericParameterType.Method } parameter => _ofMethod is null ? parameter : _ofMethod[parameter.Position],
        GenericParameter parameter => _ofType is null ? parameter : _ofType[parameter.Position],
        GenericInstanceType instance => Filled(new GenericInstanceType(instance.ElementType), instance.GenericArguments.Select(Apply)),
        ArrayType { IsVector: true } array => new ArrayType(Apply(array.ElementType)),
        ArrayType array => new ArrayType(Apply(array.ElementType), array.Rank),
        ByReferenceType reference => new ByReferenceType(Apply(reference.ElementType)),
        PointerType pointer => new PointerType(Apply(pointer.ElementType)),
        RequiredModifierType required => new RequiredModifierType(required.ModifierType, Apply(required.ElementType)),
        OptionalModifierType optional => new OptionalModifierType(optional.ModifierType, Apply(optional.ElementType)),
        _ => type,
    };

    private static T Filled<T>(T instance, IEnumerable<TypeReference> arguments) where T : IGenericInstance
    {
        foreach (TypeReference argument in arguments) instance.GenericArguments.Add(argument);
        return instance;
    }
}
