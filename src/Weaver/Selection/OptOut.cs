using Mono.Cecil;
using Weft.Fody.Contract;

namespace Weft.Fody.Selection;

/// <summary><c>[NotWoven]</c> on what the weaver looks at.</summary>
internal static class OptOut
{
    public static bool IsOn(ICustomAttributeProvider provider) =>
        provider.HasCustomAttributes && provider.CustomAttributes.Any(a => a.AttributeType.FullName == ContractNames.NotWovenAttribute);

    /// <summary>Whether a method bears the attribute, itself or as an accessor of a property that does.</summary>
    public static bool IsOnMethod(MethodDefinition method) =>
        IsOn(method) || ((method.IsGetter || method.IsSetter) && method.DeclaringType.Properties.Any(p => (p.GetMethod == method || p.SetMethod == method) && IsOn(p)));
}
