using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Weft.Analyzers.Reading;

/// <summary>What stands where in a member: of each variable its uses, of each block the scopes that are declared in it.</summary>
// Design: made with one walk when a rule asks for the first time, which is in members that have something to do with Weft. A rule that looks at the whole member for each
// candidate in it would take the square of the member's length.
internal sealed class MemberIndex
{
    private readonly Dictionary<ILocalSymbol, LocalUses> _locals = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<IMethodSymbol, (ILocalFunctionOperation Operation, DelegateBody? Body)> _functions = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ILocalSymbol, IForEachLoopOperation> _loops = new(SymbolEqualityComparer.Default);
    private readonly HashSet<IParameterSymbol> _parameters = new(SymbolEqualityComparer.Default);
    private readonly WeftSymbols _weft;
    private Dictionary<ISymbol, List<LocalUses>>? _unitsByScope;

    internal MemberIndex(IEnumerable<IOperation> blocks, WeftSymbols weft)
    {
        _weft = weft;
        foreach (IOperation block in blocks)
            foreach (IOperation operation in Functions.All(block))
                Add(operation);
    }

    /// <summary>Whether a message's headers are given a context somewhere in the member.</summary>
    internal bool InjectsContext { get; private set; }

    /// <summary>The scopes of units that are open where.</summary>
    internal OpenScopes Scopes { get; } = new();

    internal Statements Statements { get; } = new();

    internal LineageUses Lineage { get; } = new();

    internal LocalUses UsesOf(ILocalSymbol local)
    {
        if (!_locals.TryGetValue(local, out LocalUses? uses)) _locals.Add(local, uses = new LocalUses(local));
        return uses;
    }

    /// <summary>What a local function of the member runs where it is handed over, made once; null for one of another.</summary>
    internal DelegateBody? BodyOf(IMethodSymbol function, Func<ILocalFunctionOperation, DelegateBody?> make)
    {
        if (!_functions.TryGetValue(function, out (ILocalFunctionOperation Operation, DelegateBody? Body) found)) return null;
        if (found.Body is null) _functions[function] = found = (found.Operation, make(found.Operation));
        return found.Body;
    }

    /// <summary>The loop whose record a local holds; null of any other local.</summary>
    internal IForEachLoopOperation? LoopOf(ILocalSymbol local) => _loops.TryGetValue(local, out IForEachLoopOperation? loop) ? loop : null;

    internal bool IsUsed(IParameterSymbol parameter) => _parameters.Contains(parameter);

    /// <summary>The locals that keep the unit of a scope, and are given it between two positions.</summary>
    internal IEnumerable<ILocalSymbol> UnitsOf(ILocalSymbol scope, int start, int end)
    {
        _unitsByScope ??= FindUnits();
        if (!_unitsByScope.TryGetValue(scope, out List<LocalUses>? units)) yield break;
        for (int i = SourceOrder.CountBefore(units, static unit => unit.Value!.Syntax, start); i < units.Count && units[i].Value!.Syntax.SpanStart < end; i++) yield return units[i].Symbol;
    }

    private Dictionary<ISymbol, List<LocalUses>> FindUnits()
    {
        var found = new Dictionary<ISymbol, List<LocalUses>>(SymbolEqualityComparer.Default);
        foreach (LocalUses local in _locals.Values)
        {
            if (!_weft.IsUnitOrScope(local.Symbol.Type) || local.OnlyValue is not { } value || UnitReferences.HolderOf(value, _weft) is not { } scope) continue;
            if (!found.TryGetValue(scope, out List<LocalUses>? units)) found.Add(scope, units = []);
            units.Add(local);
        }
        foreach (List<LocalUses> units in found.Values) units.Sort(static (left, right) => left.Value!.Syntax.SpanStart.CompareTo(right.Value!.Syntax.SpanStart));
        return found;
    }

    private void Add(IOperation operation)
    {
        Statements.Add(operation);
        switch (operation)
        {
            case ILocalReferenceOperation reference:
                UsesOf(reference.Local).Add(reference);
                break;
            case IVariableDeclaratorOperation declarator:
                UsesOf(declarator.Symbol).Value = declarator.GetVariableInitializer()?.Value;
                break;
            case IForEachLoopOperation loop:
                foreach (ILocalSymbol record in loop.Locals) _loops[record] = loop;
                break;
            case IParameterReferenceOperation reference:
                _parameters.Add(reference.Parameter);
                break;
            case ILocalFunctionOperation function:
                _functions[function.Symbol] = (function, null);
                break;
            case IMemberReferenceOperation reference when _weft.IsLineage(reference.Type):
                Lineage.Add(reference);
                break;
            case IInvocationOperation { TargetMethod: { Name: "Inject", ContainingType: { } type } } when _weft.IsLineageContext(type):
                InjectsContext = true;
                break;
            case IUsingDeclarationOperation { Parent: { } block } use:
                Scopes.Add(block, use.DeclarationGroup, _weft);
                break;
            case IUsingOperation use:
                Scopes.Add(use, use.Resources, _weft);
                break;
        }
    }
}
