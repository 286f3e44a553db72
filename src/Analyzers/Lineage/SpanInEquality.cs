using Microsoft.CodeAnalysis;

namespace Weft.Analyzers.Lineage;

/// <summary>WEFT305: records that are equal in all they say differ by their spans.</summary>
internal sealed class SpanInEquality() : Rule(_descriptor, CallTraits.None)
{
    private static readonly DiagnosticDescriptor _descriptor = new(
        RuleIds.SpanInEquality,
        "Span takes part in equality",
        "'{0}' makes equal records of '{1}' differ: leave it out of Equals and GetHashCode",
        "Weft.Lineage",
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "A record type compares all its fields. With a span among them no two records are equal, and Distinct, GroupBy, Contains and dictionaries give other results than without lineage.",
        helpLinkUri: HelpLink(RuleIds.SpanInEquality));

    internal override void Examine(INamedTypeSymbol declared, DeclarationAnalysis declaration)
    {
        if (!declared.IsRecord || ComparesByHand(declared)) return;
        ISymbol[] compared = Compared(declared).ToArray();
        ISymbol? span = compared.FirstOrDefault(value => IsSpan(value, declaration.Weft));
        if (span is null || compared.All(value => IsEnvelopePart(value, declaration.Weft))) return;
        declaration.Report(this, span, severity: null, span.Name, declared.Name);
    }

    /// <summary>The members that a record's own equality looks at: what has a field.</summary>
    internal static IEnumerable<ISymbol> Compared(INamedTypeSymbol type)
        => type.GetMembers().OfType<IFieldSymbol>().Where(field => !field.IsStatic && !field.IsConst).Select(field => field.AssociatedSymbol ?? field);

    private static bool ComparesByHand(INamedTypeSymbol type) => type.GetMembers("Equals").OfType<IMethodSymbol>().Any(method => !method.IsImplicitlyDeclared && method.Parameters.Length == 1);

    private static bool IsSpan(ISymbol value, WeftSymbols weft)
        => weft.IsLineage(WeftSymbols.TypeOf(value)) && !weft.IsTraceContext(WeftSymbols.TypeOf(value)) && !weft.IsLineageContext(WeftSymbols.TypeOf(value));

    // What holds any value beside its span is there to keep the two together, and compares both on purpose; so does what holds nothing else.
    private static bool IsEnvelopePart(ISymbol value, WeftSymbols weft) => WeftSymbols.TypeOf(value).TypeKind == TypeKind.TypeParameter || weft.IsLineage(WeftSymbols.TypeOf(value));
}
