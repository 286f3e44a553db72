using Mono.Cecil;
using Weft.Fody.Configuration;
using Weft.Fody.Contract;

namespace Weft.Fody.Selection;

/// <summary>Pass: the methods that may be woven, in the order of the metadata.</summary>
internal static class MethodSelection
{
    public static IReadOnlyList<MethodDefinition> Run(ModuleDefinition module, WeaverSettings settings)
    {
        IEnumerable<TypeDefinition> types = module.GetTypes().Where(type => !IsExcluded(type, settings));
        var optedOut = MarkedMethods.In(module, ContractNames.NotWovenAttribute);
        return MethodsOf(types).Where(method => !optedOut.Include(method)).ToList();
    }

    private static IEnumerable<MethodDefinition> MethodsOf(IEnumerable<TypeDefinition> types) =>
        types.SelectMany(type => type.Methods).Where(method => method.HasBody);

    private static bool IsExcluded(TypeDefinition type, WeaverSettings settings) =>
        settings.Exclude.Count > 0 && AndOuter(type).Any(t => settings.Exclude.Any(pattern => pattern.Matches(t.FullName)));

    private static IEnumerable<TypeDefinition> AndOuter(TypeDefinition type)
    {
        for (TypeDefinition? outer = type; outer is not null; outer = outer.DeclaringType) yield return outer;
    }
}
