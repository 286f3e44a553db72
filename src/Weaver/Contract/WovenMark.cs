using Fody;
using Mono.Cecil;
using Weft.Fody.Configuration;

namespace Weft.Fody.Contract;

/// <summary><c>[assembly: Weft.WovenAssembly(contractVersion, mode)]</c>: the weaver's mark.</summary>
internal static class WovenMark
{
    public static bool IsOn(AssemblyDefinition assembly) => Find(assembly) is not null;

    /// <summary>
    /// Whether an earlier weave left the assembly as this one would. Throws when it left something else: woven code cannot be woven again.
    /// </summary>
    public static bool IsAlreadyWoven(AssemblyDefinition assembly, WeaverMode mode)
    {
        if (Find(assembly) is not { } mark) return false;
        object version = mark.ConstructorArguments[0].Value;
        object woven = mark.ConstructorArguments[1].Value;
        if (version is ContractNames.Version && woven is string text && text == mode.ToString()) return true;
        throw new WeavingException(
            $"Weft: {assembly.Name.Name} is already woven ({woven}, contract version {version}), and this build asks for {mode}, contract version {ContractNames.Version}. " +
            "Woven code cannot be woven again: delete the obj folder and build.");
    }

    public static void Put(ModuleDefinition module, WovenRuntime runtime, WeaverMode mode)
    {
        var mark = new CustomAttribute(module.ImportReference(runtime.WovenAssemblyConstructor));
        mark.ConstructorArguments.Add(new CustomAttributeArgument(module.TypeSystem.Int32, ContractNames.Version));
        mark.ConstructorArguments.Add(new CustomAttributeArgument(module.TypeSystem.String, mode.ToString()));
        module.Assembly.CustomAttributes.Add(mark);
    }

    private static CustomAttribute? Find(AssemblyDefinition assembly) =>
        assembly.CustomAttributes.FirstOrDefault(a => a.AttributeType.FullName == ContractNames.WovenAssemblyAttribute);
}
