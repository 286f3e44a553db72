using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Weft.Analyzers.Editing;

namespace Weft.Analyzers.Lineage;

/// <summary>WEFT305: writes the equality of the other members.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SpanInEqualityFix))]
public sealed class SpanInEqualityFix() : WeftCodeFix(RuleIds.SpanInEquality, "Keep the span outside equality")
{
    private const int MostHashed = 8; // that HashCode.Combine takes

    private protected override Action? Plan(EditSession session, Diagnostic diagnostic, int title)
    {
        if (session.NodeAt(diagnostic.Location)?.FirstAncestorOrSelf<RecordDeclarationSyntax>() is not { } declaration) return null;
        if (session.Model.GetDeclaredSymbol(declaration, session.CancellationToken) is not INamedTypeSymbol type || type.DeclaringSyntaxReferences.Length != 1) return null;
        if (type.GetMembers("GetHashCode").Any(member => !member.IsImplicitlyDeclared)) return null;
        string[] members = type.GetMembers().OfType<IFieldSymbol>().Where(field => !field.IsStatic && !field.IsConst && !IsSpan(field.Type))
            .Select(field => (field.AssociatedSymbol ?? field).Name).ToArray();
        bool isDerived = type.BaseType is { SpecialType: not (SpecialType.System_Object or SpecialType.System_ValueType) };
        if (isDerived || members.Length is 0 or > MostHashed) return null;
        string[] types = type.GetMembers().OfType<IFieldSymbol>().Where(field => !field.IsStatic && !field.IsConst && !IsSpan(field.Type))
            .Select(field => field.Type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat.AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier))).ToArray();

        string name = type.ToMinimalDisplayString(session.Model, declaration.SpanStart);
        string compared = string.Join(" && ", members.Select((member, i) => $"global::System.Collections.Generic.EqualityComparer<{types[i]}>.Default.Equals({member}, other.{member})"));
        string equals = type.IsValueType
            ? $"public {(type.IsReadOnly ? "" : "readonly ")}bool Equals({name} other) => {compared};"
            : $"public {(type.IsSealed ? "" : "virtual ")}bool Equals({name}? other) => other is not null{(type.IsSealed ? "" : " && EqualityContract == other.EqualityContract")} && {compared};";
        string hash = $"public override {(type.IsValueType && !type.IsReadOnly ? "readonly " : "")}int GetHashCode() => global::System.HashCode.Combine({string.Join(", ", members)});";
        return () =>
        {
            if (session.Once(declaration)) session.Editor.ReplaceNode(declaration, (current, _) => Types.WithMembers((TypeDeclarationSyntax)current, Names.Member(equals), Names.Member(hash)));
        };
    }

    private static bool IsSpan(ITypeSymbol type) => type is { Name: "SpanId", ContainingNamespace: { Name: "Weft", ContainingNamespace.IsGlobalNamespace: true } };
}
