using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Weft.Analyzers.Reading;

/// <summary>Where a member names the fields and properties that hold lineage, as they are declared.</summary>
internal sealed class LineageUses
{
    private readonly Dictionary<ISymbol, List<IMemberReferenceOperation>> _uses = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ISymbol> _set = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ISymbol> _ordered = new(SymbolEqualityComparer.Default);

    internal void Add(IMemberReferenceOperation reference)
    {
        ISymbol value = reference.Member.OriginalDefinition;
        if (!_uses.TryGetValue(value, out List<IMemberReferenceOperation>? uses)) _uses.Add(value, uses = []);
        uses.Add(reference);
        if (reference.Parent is ISimpleAssignmentOperation assignment && assignment.Target == reference) _set.Add(value);
    }

    /// <summary>Whether one is named in a piece of the member, or anywhere in it.</summary>
    internal bool IsUsed(ISymbol value, SyntaxNode? around)
    {
        value = value.OriginalDefinition;
        if (!_uses.TryGetValue(value, out List<IMemberReferenceOperation>? uses) || around is null) return uses is not null;
        if (_ordered.Add(value)) SourceOrder.Sort(uses);
        int first = SourceOrder.CountBefore(uses, static use => use.Syntax, around.SpanStart);
        return first < uses.Count && around.Span.Contains(uses[first].Syntax.Span);
    }

    /// <summary>Whether one is set in the member, by an assignment.</summary>
    internal bool IsSet(ISymbol value) => _set.Contains(value.OriginalDefinition);
}
