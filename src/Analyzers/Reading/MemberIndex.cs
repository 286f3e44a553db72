using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Weft.Analyzers.Reading;

/// <summary>What stands where in a member: of each variable its uses, of each block the scopes that are declared in it.</summary>
// Design: made with one walk when a rule asks for the first time, which is in members that have something to do with Weft. A rule that looks at the whole member for each
// candidate in it would take the square of the member's length.
internal sealed class MemberIndex
{
    private readonly Dictionary<ILocalSymbol, LocalUses> _locals = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<IMethodSymbol, ILocalFunctionOperation> _functions = new(SymbolEqualityComparer.Default);
    private readonly HashSet<IParameterSymbol> _parameters = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ISymbol, List<IMemberReferenceOperation>> _lineage = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<IOperation, List<OpenScope>> _scopes = [];
    private readonly WeftSymbols _weft;

    internal MemberIndex(IEnumerable<IOperation> blocks, WeftSymbols weft)
    {
        _weft = weft;
        foreach (IOperation block in blocks)
            foreach (IOperation operation in Functions.All(block))
                Add(operation);
    }

    /// <summary>Whether a message's headers are given a context somewhere in the member.</summary>
    internal bool InjectsContext { get; private set; }

    /// <summary>The locals that are execution units or their scopes.</summary>
    internal IEnumerable<LocalUses> Units => _locals.Values.Where(local => _weft.IsUnitOrScope(local.Symbol.Type));

    internal LocalUses UsesOf(ILocalSymbol local)
    {
        if (!_locals.TryGetValue(local, out LocalUses? uses)) _locals.Add(local, uses = new LocalUses(local));
        return uses;
    }

    /// <summary>A local function of the member; null for one of another.</summary>
    internal ILocalFunctionOperation? FunctionOf(IMethodSymbol function) => _functions.TryGetValue(function, out ILocalFunctionOperation? found) ? found : null;

    internal bool IsUsed(IParameterSymbol parameter) => _parameters.Contains(parameter);

    /// <summary>Where a field or property that holds lineage is named, as it is declared.</summary>
    internal IReadOnlyList<IMemberReferenceOperation> UsesOfLineage(ISymbol value) => _lineage.TryGetValue(value.OriginalDefinition, out List<IMemberReferenceOperation>? found) ? found : [];

    /// <summary>The scopes that are open around an operation in its own function, from the innermost out.</summary>
    internal IEnumerable<OpenScope> ScopesAround(IOperation operation)
    {
        if (_scopes.Count == 0) yield break;
        IOperation inner = operation;
        for (IOperation? outer = operation.Parent; outer is not (null or IAnonymousFunctionOperation or ILocalFunctionOperation); inner = outer, outer = outer.Parent)
        {
            if (!_scopes.TryGetValue(outer, out List<OpenScope>? declared) || (outer is IUsingOperation use && use.Body != inner)) continue;
            for (int i = declared.Count - 1; i >= 0; i--)
                if (outer is IUsingOperation || declared[i].Start.Syntax.SpanStart < inner.Syntax.SpanStart) yield return declared[i];
        }
    }

    private void Add(IOperation operation)
    {
        switch (operation)
        {
            case ILocalReferenceOperation reference:
                UsesOf(reference.Local).References.Add(reference);
                break;
            case IVariableDeclaratorOperation declarator:
                UsesOf(declarator.Symbol).Value = declarator.GetVariableInitializer()?.Value;
                break;
            case IParameterReferenceOperation reference:
                _parameters.Add(reference.Parameter);
                break;
            case ILocalFunctionOperation function:
                _functions[function.Symbol] = function;
                break;
            case IMemberReferenceOperation reference when _weft.IsLineage(reference.Type):
                if (!_lineage.TryGetValue(reference.Member.OriginalDefinition, out List<IMemberReferenceOperation>? found)) _lineage.Add(reference.Member.OriginalDefinition, found = []);
                found.Add(reference);
                break;
            case IInvocationOperation { TargetMethod: { Name: "Inject", ContainingType: { } type } } when _weft.IsLineageContext(type):
                InjectsContext = true;
                break;
            case IUsingDeclarationOperation { Parent: { } block } use:
                AddScopes(block, use.DeclarationGroup);
                break;
            case IUsingOperation use:
                AddScopes(use, use.Resources);
                break;
        }
    }

    private void AddScopes(IOperation extent, IOperation declaration)
    {
        foreach (IVariableDeclaratorOperation variable in declaration.DescendantsAndSelf().OfType<IVariableDeclaratorOperation>())
        {
            if (variable.GetVariableInitializer()?.Value is not { } value || Call.Unwrap(value) is not IInvocationOperation start || !_weft.IsStart(start)) continue;
            if (!_scopes.TryGetValue(extent, out List<OpenScope>? declared)) _scopes.Add(extent, declared = []);
            declared.Add(new OpenScope(variable.Symbol, start));
        }
    }
}
