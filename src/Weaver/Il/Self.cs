using Mono.Cecil;

namespace Weft.Fody.Il;

/// <summary>A type as its own code refers to it.</summary>
internal static class Self
{
    public static TypeReference Of(TypeDefinition type)
    {
        if (!type.HasGenericParameters) return type;
        var instance = new GenericInstanceType(type);
        foreach (GenericParameter parameter in type.GenericParameters) instance.GenericArguments.Add(parameter);
        return instance;
    }
}
