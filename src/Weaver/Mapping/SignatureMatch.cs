using Mono.Cecil;
using Weft.Fody.Contract;

namespace Weft.Fody.Mapping;

/// <summary>
/// The contract's rule for a redirect: <c>Woven.Name&lt;TLineage, A..&gt;(P.., int site)</c> takes the place of <c>D.Name&lt;A..&gt;(P..)</c>. Neither the JIT
/// nor a decompiler notices a wrong reference type on the stack, so it is checked here: on the definitions, and again on every call.
/// </summary>
internal static class SignatureMatch
{
    public static bool Replaces(MethodDefinition woven, MethodDefinition original) =>
        woven.IsStatic && woven.IsPublic && original.IsStatic
        && woven.GenericParameters.Count == original.GenericParameters.Count + 1
        && woven.Parameters.Count == original.Parameters.Count + 1
        && IsLineage(woven.GenericParameters[0])
        && woven.Parameters[original.Parameters.Count].ParameterType.MetadataType == MetadataType.Int32
        && TypeMatch.Same(original.ReturnType, woven.ReturnType, shift: 1)
        && TypeMatch.AllSame(ParameterTypes(original), ParameterTypes(woven).Take(original.Parameters.Count).ToList(), shift: 1)
        && original.GenericParameters.Zip(woven.GenericParameters.Skip(1), SameConstraints).All(same => same);

    /// <summary>Whether a call of <paramref name="woven"/>, with the site pushed, can stand where <paramref name="original"/> is called.</summary>
    public static bool CanReplaceCall(MethodReference original, MethodReference woven)
    {
        var from = new Substitution(original);
        var to = new Substitution(woven);
        IList<TypeReference> parameters = to.ParameterTypes;
        return TypeMatch.Same(from.ReturnType, to.ReturnType)
            && TypeMatch.AllSame(from.ParameterTypes, parameters.Take(parameters.Count - 1).ToList());
    }

    private static bool IsLineage(GenericParameter parameter) =>
        parameter.HasNotNullableValueTypeConstraint
        && parameter.Constraints.Any(c => c.ConstraintType.FullName == ContractNames.LineageInterface);

    private static List<TypeReference> ParameterTypes(MethodDefinition method) => method.Parameters.Select(p => p.ParameterType).ToList();

    private static bool SameConstraints(GenericParameter original, GenericParameter woven) =>
        original.Attributes == woven.Attributes
        && original.Constraints.Count == woven.Constraints.Count
        && original.Constraints.All(o => woven.Constraints.Any(w => TypeMatch.Same(o.ConstraintType, w.ConstraintType, shift: 1)));
}
