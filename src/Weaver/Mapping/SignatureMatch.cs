using Mono.Cecil;
using Weft.Catalog;
using Weft.Fody.Contract;

namespace Weft.Fody.Mapping;

/// <summary>
/// The contract's rule for a redirect: <c>Woven.Name&lt;TLineage, A..&gt;(P.., int site)</c> takes the place of <c>D.Name&lt;A..&gt;(P..)</c>. Of an instance
/// method the receiver is the first of P, of a constructor the new object is the result, and the type parameters of D stand before those of the method.
/// Neither the JIT nor a decompiler notices a wrong reference type on the stack, so it is checked here: on the definitions, and again on every call.
/// </summary>
internal static class SignatureMatch
{
    public static bool Replaces(MethodDefinition woven, MethodDefinition original) => Replaces(woven, original, behind: 1);

    /// <summary>As <see cref="Replaces(MethodDefinition, MethodDefinition)"/>, of a method that is told the record put in, or tells the one taken out: by a parameter in front of the site.</summary>
    public static bool ReplacesHandOver(MethodDefinition woven, MethodDefinition original, HandOver handOver)
    {
        if (woven.Parameters.Count < 2) return false;
        TypeReference record = woven.Parameters[woven.Parameters.Count - 2].ParameterType;
        bool isRecord = handOver == HandOver.Take ? record is ByReferenceType { ElementType.FullName: ContractNames.LoopRecord } : record.FullName == ContractNames.LoopRecord;
        return isRecord && Replaces(woven, original, behind: 2);
    }

    private static bool Replaces(MethodDefinition woven, MethodDefinition original, int behind)
    {
        List<GenericParameter> parameters = [.. original.DeclaringType.GenericParameters, .. original.GenericParameters];
        if (!woven.IsStatic || !woven.IsPublic || woven.GenericParameters.Count != parameters.Count + 1 || !IsLineage(woven.GenericParameters[0])) return false;

        List<GenericParameter> own = woven.GenericParameters.Skip(1).ToList();
        Substitution from = Substitution.Of(original, own);
        return woven.Parameters.Count == from.Operands.Count + behind
            && woven.Parameters[woven.Parameters.Count - 1].ParameterType.MetadataType == MetadataType.Int32
            && TypeMatch.Same(from.Result, woven.ReturnType)
            && TypeMatch.AllSame(from.Operands, woven.Parameters.Take(woven.Parameters.Count - behind).Select(p => p.ParameterType).ToList())
            && parameters.Zip(own, (o, w) => SameConstraints(o, w, from)).All(same => same);
    }

    /// <summary>Whether a call of <paramref name="woven"/>, with the site pushed, can stand where <paramref name="original"/> is called.</summary>
    /// <param name="original">The called method.</param>
    /// <param name="woven">The method of <c>Woven</c>.</param>
    /// <param name="behind">The number of its parameters behind those of the original.</param>
    public static bool CanReplaceCall(MethodReference original, MethodReference woven, int behind = 1)
    {
        var from = new Substitution(original);
        var to = new Substitution(woven);
        IList<TypeReference> operands = to.Operands;
        return TypeMatch.Same(from.Result, to.Result)
            && TypeMatch.AllSame(from.Operands, operands.Take(operands.Count - behind).ToList());
    }

    private static bool IsLineage(GenericParameter parameter) =>
        parameter.HasNotNullableValueTypeConstraint
        && parameter.Constraints.Any(c => c.ConstraintType.FullName == ContractNames.LineageInterface);

    private static bool SameConstraints(GenericParameter original, GenericParameter woven, Substitution from) =>
        (original.Attributes & ~GenericParameterAttributes.VarianceMask) == woven.Attributes // methods have no variance
        && original.Constraints.Count == woven.Constraints.Count
        && original.Constraints.All(o => woven.Constraints.Any(w => TypeMatch.Same(from.Apply(o.ConstraintType), w.ConstraintType)));
}
