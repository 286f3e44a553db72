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
        // Reading every attribute of an assembly takes as long as reading its code: not where none of them can be the one.
        return module.HasTypeReference(ContractNames.NotWovenAttribute) ? WithoutOptedOut(types) : MethodsOf(types).ToList();
    }

    private static IReadOnlyList<MethodDefinition> WithoutOptedOut(IEnumerable<TypeDefinition> types)
    {
        List<MethodDefinition> methods = MethodsOf(types.Where(type => !AndOuter(type).Any(OptOut.IsOn))).ToList();
        var optedOut = new HashSet<MethodDefinition>();
        foreach (MethodDefinition method in methods.Where(OptOut.IsOnMethod)) optedOut.UnionWith(GeneratedOwnership.Of(method));
        return methods.Where(method => !optedOut.Contains(method)).ToList();
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
