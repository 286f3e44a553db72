using Mono.Cecil;
using Mono.Cecil.Cil;
using Weft.Catalog;
using Weft.Fody.Contract;
using Weft.Fody.Planning;

namespace Weft.Fody.Mapping;

/// <summary>An original method that hands one record over, and the method of <c>Woven</c> that is told, or tells, which.</summary>
internal sealed record MappedHandOver(OperatorRow Row, MethodDefinition Woven)
{
    public bool IsPut => Row.HandOver == HandOver.Put;

    /// <summary>Whether it is a dictionary's.</summary>
    public bool IsKeyed => Row.DeclaringType == "System.Collections.Generic.Dictionary`2";

    public bool IsTake => Row.HandOver == HandOver.Take;
}

/// <summary>Finds, for a call that hands one record over, the method of <c>Woven</c> that takes its place: the catalog names it, the signature decides.</summary>
internal sealed class HandOverMap
{
    private readonly ILookup<string, OperatorRow> _rows;
    private readonly ILookup<string, MethodDefinition> _woven;
    private readonly Dictionary<MethodDefinition, MappedHandOver?> _found = [];

    public HandOverMap(WovenRuntime runtime)
    {
        _rows = OperatorCatalog.Rows.Where(row => row.HandOver is HandOver.Put or HandOver.Take).ToLookup(row => row.Name, StringComparer.Ordinal);
        _woven = runtime.Woven.Methods.Where(m => m.IsPublic && m.IsStatic).ToLookup(m => m.Name, StringComparer.Ordinal);
    }

    /// <summary>What hands a record over at an instruction; null for anything else.</summary>
    public MappedHandOver? Find(Instruction instruction)
    {
        // By name first, as operators are found.
        if (instruction.Operand is not MethodReference called || !_rows.Contains(called.Name) || !OperatorCalls.IsCall(instruction, called)) return null;
        OperatorRow? row = _rows[called.Name].FirstOrDefault(r => r.DeclaringType == called.DeclaringType.GetElementType().FullName);
        if (row is null || called.Resolve() is not { } original) return null;
        if (!_found.TryGetValue(original, out MappedHandOver? found)) _found.Add(original, found = Match(row, original));
        return found;
    }

    private MappedHandOver? Match(OperatorRow row, MethodDefinition original) =>
        _woven[row.WovenName].FirstOrDefault(candidate => SignatureMatch.ReplacesHandOver(candidate, original, row.HandOver)) is { } woven ? new MappedHandOver(row, woven) : null;
}
