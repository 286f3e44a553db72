using Mono.Cecil;

namespace Weft.Fody.Selection;

/// <summary>The methods of a module for which an attribute holds: on them, on a type around them or on the assembly; with what the compiler made of their bodies.</summary>
internal sealed class MarkedMethods
{
    private readonly string _attribute;
    private readonly bool _isOnAssembly;
    private readonly HashSet<MethodDefinition> _methods = [];
    private readonly HashSet<TypeDefinition> _types = [];

    private MarkedMethods(string attribute, bool isOnAssembly) => (_attribute, _isOnAssembly) = (attribute, isOnAssembly);

    /// <param name="module">The module.</param>
    /// <param name="attribute">The full name of the attribute.</param>
    public static MarkedMethods In(ModuleDefinition module, string attribute)
    {
        var marked = new MarkedMethods(attribute, module.Assembly.HasCustomAttributes && IsOn(module.Assembly, attribute));
        // Reading every attribute of an assembly takes as long as reading its code: not where none of them can be the one.
        if (marked._isOnAssembly || !module.HasTypeReference(attribute)) return marked;
        foreach (TypeDefinition type in module.GetTypes())
        {
            if (IsOn(type, attribute)) marked._types.Add(type);
            foreach (MethodDefinition method in type.Methods.Where(marked.IsMarked)) marked._methods.UnionWith(GeneratedOwnership.Of(method));
        }
        return marked;
    }

    public static bool IsOn(ICustomAttributeProvider provider, string attribute) => provider.HasCustomAttributes && provider.CustomAttributes.Any(a => a.AttributeType.FullName == attribute);

    public bool Include(MethodDefinition method)
    {
        if (_isOnAssembly || _methods.Contains(method)) return true;
        if (_types.Count == 0) return false;
        for (TypeDefinition? outer = method.DeclaringType; outer is not null; outer = outer.DeclaringType)
            if (_types.Contains(outer)) return true;
        return false;
    }

    // Itself, or as an accessor of a property that bears the attribute.
    private bool IsMarked(MethodDefinition method) =>
        IsOn(method, _attribute) || ((method.IsGetter || method.IsSetter) && method.DeclaringType.Properties.Any(p => (p.GetMethod == method || p.SetMethod == method) && IsOn(p, _attribute)));
}
