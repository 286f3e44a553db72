using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Weft.Analyzers;

/// <summary>Lines of source that belong to several members: one finding of a line is told, whichever member it is in.</summary>
// Design: members are analysed apart from each other, in any order. Who has found something on a line that others share looks at these others too, as they would
// themselves, so that all come to the same answer. Such lines with findings are few.
internal static class SharedLines
{
    /// <summary>Whether nothing else on the line of a finding is graver.</summary>
    internal static bool IsTold(Diagnostic found, Analysis by)
    {
        if (found.Location.SourceTree is not { } tree) return true;
        TextLine line = tree.GetText(by.CancellationToken).Lines.GetLineFromPosition(found.Location.SourceSpan.Start);
        if (IsInside(line, by.Symbol, tree)) return true;
        SyntaxNode root = tree.GetRoot(by.CancellationToken);
        SyntaxNode[] owners = OwnersOf(line, root).Distinct().ToArray();
        if (owners.Length == 1 && owners[0] is BaseMethodDeclarationSyntax or CompilationUnitSyntax) return true;
        SemanticModel model = by.Compilation.GetSemanticModel(tree);
        IEnumerable<Diagnostic> others = owners.SelectMany(owner => AnalysesOf(owner, line, model, by)).Where(other => Analysis.LineOf(other) == Analysis.LineOf(found));
        Diagnostic gravest = Analysis.ByGravity(others.Prepend(found)).First();
        return gravest.Id == found.Id && gravest.Location.SourceSpan == found.Location.SourceSpan;
    }

    // As nearly all are: between the first and the last line of a member, which are its own.
    private static bool IsInside(TextLine line, ISymbol member, SyntaxTree tree)
        => member is not INamedTypeSymbol and not IMethodSymbol { Name: WellKnownMemberNames.TopLevelStatementsEntryPointMethodName }
        && member.DeclaringSyntaxReferences.Any(declaration => declaration.SyntaxTree == tree && declaration.Span.Start < line.Start && line.End < declaration.Span.End);

    // What has something on the line: methods, properties, fields, the heads of types, and statements of the file itself.
    private static IEnumerable<SyntaxNode> OwnersOf(TextLine line, SyntaxNode root)
    {
        for (SyntaxToken token = root.FindToken(line.Start); token.RawKind != 0 && token.SpanStart <= line.End; token = token.GetNextToken())
        {
            if (token.IsKind(SyntaxKind.EndOfFileToken)) yield break;
            if (token.Span.End < line.Start) continue;
            foreach (SyntaxNode outer in token.Parent!.AncestorsAndSelf())
            {
                if (outer is not (BaseMethodDeclarationSyntax or BasePropertyDeclarationSyntax or BaseFieldDeclarationSyntax or TypeDeclarationSyntax or GlobalStatementSyntax)) continue;
                yield return outer is GlobalStatementSyntax ? root : outer;
                break;
            }
        }
    }

    private static IEnumerable<Diagnostic> AnalysesOf(SyntaxNode owner, TextLine line, SemanticModel model, Analysis by)
    {
        foreach ((ISymbol? symbol, SyntaxNode code) in CodeOf(owner, model, by.CancellationToken))
        {
            if (symbol is null || model.GetOperation(code, by.CancellationToken) is not { } operation) continue;
            foreach (Diagnostic found in new MemberAnalysis(by.Compilation, symbol, ImmutableArray.Create(operation), by.Knowledge, by.CancellationToken).Run()) yield return found;
        }
        if (owner.FirstAncestorOrSelf<TypeDeclarationSyntax>() is not { } declaration || model.GetDeclaredSymbol(declaration, by.CancellationToken) is not INamedTypeSymbol type) yield break;
        foreach (ISymbol declared in type.GetMembers().Where(member => member is IFieldSymbol or IPropertySymbol && IsOn(member, line, model.SyntaxTree)).Prepend(type))
            foreach (Diagnostic found in new DeclarationAnalysis(by.Compilation, declared, by.Knowledge, by.CancellationToken).Run())
                yield return found;
    }

    private static IEnumerable<(ISymbol? Symbol, SyntaxNode Code)> CodeOf(SyntaxNode owner, SemanticModel model, CancellationToken cancellationToken)
    {
        switch (owner)
        {
            case BaseMethodDeclarationSyntax or CompilationUnitSyntax:
                yield return (model.GetDeclaredSymbol(owner, cancellationToken), owner);
                break;
            case BasePropertyDeclarationSyntax property:
                ISymbol? symbol = model.GetDeclaredSymbol(property, cancellationToken);
                foreach (AccessorDeclarationSyntax accessor in property.AccessorList?.Accessors ?? default) yield return (model.GetDeclaredSymbol(accessor, cancellationToken), accessor);
                if (property is PropertyDeclarationSyntax { ExpressionBody: { } arrow }) yield return ((symbol as IPropertySymbol)?.GetMethod, arrow);
                if (property is IndexerDeclarationSyntax { ExpressionBody: { } body }) yield return ((symbol as IPropertySymbol)?.GetMethod, body);
                if (property is PropertyDeclarationSyntax { Initializer: { } initializer }) yield return (symbol, initializer);
                break;
            case BaseFieldDeclarationSyntax fields:
                foreach (VariableDeclaratorSyntax field in fields.Declaration.Variables)
                    if (field.Initializer is { } value) yield return (model.GetDeclaredSymbol(field, cancellationToken), value);
                break;
        }
    }

    private static bool IsOn(ISymbol member, TextLine line, SyntaxTree tree) => member.Locations.Length > 0 && member.Locations[0].SourceTree == tree && line.SpanIncludingLineBreak.Contains(member.Locations[0].SourceSpan.Start);
}
