using Mono.Cecil;
using Weft.Fody.Configuration;

namespace Weft.Fody.Selection;

/// <summary>Pass: the methods that may be woven, in the order of the metadata.</summary>
internal static class MethodSelection
{
    public static IReadOnlyList<MethodDefinition> Run(ModuleDefinition module, WeaverSettings settings)
    {
        if (OptOut.IsOn(module.Assembly)) return [];

        List<MethodDefinition> methods = module.GetTypes()
            .Where(type => !IsLeftAlone(type, settings))
            .SelectMany(type => type.Methods)
            .Where(method => method.HasBody)
            .ToList();

        var optedOut = new HashSet<MethodDefinition>();
        foreach (MethodDefinition method in methods.Where(OptOut.IsOnMethod)) optedOut.UnionWith(GeneratedOwnership.Of(method));
        return methods.Where(method => !optedOut.Contains(method)).ToList();
    }

    private static bool IsLeftAlone(TypeDefinition type, WeaverSettings settings)
    {
        for (TypeDefinition? outer = type; outer is not null; outer = outer.DeclaringType)
        {
            if (OptOut.IsOn(outer) || settings.Exclude.Any(pattern => pattern.Matches(outer))) return true;
        }
        return false;
    }
}
