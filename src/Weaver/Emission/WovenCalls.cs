using Mono.Cecil;
using Weft.Fody.Contract;

namespace Weft.Fody.Emission;

/// <summary>References from the module to the runtime's members, in the mode that the module is woven for.</summary>
internal sealed class WovenCalls(ModuleDefinition module, WovenRuntime runtime)
{
    private readonly Dictionary<MethodDefinition, MethodReference> _imported = [];
    private readonly TypeReference _lineage = module.ImportReference(runtime.Lineage);

    /// <summary>A method of <c>Woven</c> with the mode and these generic arguments.</summary>
    public GenericInstanceMethod To(MethodDefinition woven, IEnumerable<TypeReference> arguments)
    {
        if (!_imported.TryGetValue(woven, out MethodReference? imported)) _imported.Add(woven, imported = module.ImportReference(woven));
        var call = new GenericInstanceMethod(imported) { GenericArguments = { _lineage } };
        foreach (TypeReference argument in arguments) call.GenericArguments.Add(argument);
        return call;
    }

    public TypeReference Import(TypeDefinition type) => module.ImportReference(type);
}
