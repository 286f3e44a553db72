using Mono.Cecil;
using Weft.Catalog;
using Weft.Fody.Configuration;
using Weft.Fody.Contract;

namespace Weft.Fody.Mapping;

/// <summary>Finds, for a called method, the method of <c>Woven</c> that takes its place: the catalog names it, the signature decides.</summary>
internal sealed class OperatorMap
{
    private readonly SequenceTypes _types;
    private readonly WeaverMode _mode;
    private readonly ILookup<string, OperatorRow> _rows;
    private readonly ILookup<string, MethodDefinition> _woven;
    private readonly Dictionary<MethodDefinition, MappedOperator?> _found = [];

    public OperatorMap(WovenRuntime runtime, SequenceTypes types, WeaverMode mode)
    {
        _types = types;
        _mode = mode;
        _rows = OperatorCatalog.Rows.Where(row => row.IsRedirected).ToLookup(row => row.Name, StringComparer.Ordinal);
        _woven = runtime.Woven.Methods.Where(m => m.IsPublic && m.IsStatic).ToLookup(m => m.Name, StringComparer.Ordinal);
    }

    /// <summary>The operator for a called method; null when nothing takes its place.</summary>
    public MappedOperator? Find(MethodReference called)
    {
        // By name first: resolving every call of an assembly, or even writing out its type's name, would cost more than weaving it.
        OperatorRow? row = _rows[called.Name].FirstOrDefault(r => r.DeclaringType == called.DeclaringType.GetElementType().FullName);
        if (row is null || called.Resolve() is not { } original) return null;
        if (!_found.TryGetValue(original, out MappedOperator? found)) _found.Add(original, found = Match(row, original));
        return found;
    }

    private MappedOperator? Match(OperatorRow row, MethodDefinition original)
    {
        if (AsyncPackage.Keeps(original, _mode)) return null;
        MethodDefinition? woven = _woven[row.WovenName].FirstOrDefault(candidate => SignatureMatch.Replaces(candidate, original));
        if (woven is null) return null;
        IList<TypeReference> operands = new Substitution(original).Operands;
        int[] records = row.Result == OperatorResult.Text || row.Rule == LineageRule.Event ? [] : Enumerable.Range(0, operands.Count).Where(i => _types.TakesRecords(operands[i])).ToArray();
        return new MappedOperator(row, woven, records);
    }
}
