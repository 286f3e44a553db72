using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Weft.Analyzers;

/// <summary>Lines of source that belong to several members: one finding of a line is told, whichever member it is in.</summary>
// Design: members are analysed apart from each other, in any order. Who has found something on a line that others share looks at these others too, as they would
// themselves, so that all come to the same answer; it is found once a line. Such lines with findings are few.
internal static class SharedLines
{
    /// <summary>Whether nothing else on the line of a finding is graver.</summary>
    internal static bool IsTold(Diagnostic found, Analysis by)
    {
        if (found.Location.SourceTree is not { } tree) return true;
        TextLine line = tree.GetText(by.CancellationToken).Lines.GetLineFromPosition(found.Location.SourceSpan.Start);
        if (IsInside(line, by.Symbol, tree)) return true;
        Diagnostic? gravest = by.Knowledge.SharedLines.GetOrAdd((tree, line.LineNumber), _ => GravestOf(line, tree, by));
        if (gravest is null || (gravest.Id == found.Id && gravest.Location.SourceSpan == found.Location.SourceSpan)) return true;
        return Analysis.ByGravity([gravest, found]).First() == found;
    }

    // Null where one member alone has the line.
    private static Diagnostic? GravestOf(TextLine line, SyntaxTree tree, Analysis by)
    {
        SyntaxNode[] owners = OwnersOf(line, tree.GetRoot(by.CancellationToken)).Distinct().ToArray();
        if (owners.Length == 1 && owners[0] is BaseMethodDeclarationSyntax or CompilationUnitSyntax) return null;
        SemanticModel model = by.Compilation.GetSemanticModel(tree);
        return Analysis.ByGravity(owners.SelectMany(owner => CodeOf(owner, model, by)).Where(other => IsOn(line, other, tree)).Concat(DeclaredAround(owners, line, model, by))).FirstOrDefault();
    }

    // As nearly all are: between the first and the last line of a member, which are its own.
    private static bool IsInside(TextLine line, ISymbol member, SyntaxTree tree)
        => member is not INamedTypeSymbol and not IMethodSymbol { Name: WellKnownMemberNames.TopLevelStatementsEntryPointMethodName }
        && member.DeclaringSyntaxReferences.Any(declaration => declaration.SyntaxTree == tree && declaration.Span.Start < line.Start && line.End < declaration.Span.End);

    // What has something on the line: methods, properties, fields, the heads of types, and statements of the file itself.
    private static IEnumerable<SyntaxNode> OwnersOf(TextLine line, SyntaxNode root)
    {
        // By position: the next token of one is looked for among all that stand beside it.
        for (SyntaxToken token = root.FindToken(line.Start); !token.IsKind(SyntaxKind.EndOfFileToken) && token.SpanStart <= line.End; token = root.FindToken(token.FullSpan.End))
        {
            if (token.Span.End < line.Start) continue;
            foreach (SyntaxNode outer in token.Parent!.AncestorsAndSelf())
            {
                if (outer is not (BaseMethodDeclarationSyntax or BasePropertyDeclarationSyntax or BaseFieldDeclarationSyntax or TypeDeclarationSyntax or GlobalStatementSyntax)) continue;
                yield return outer is GlobalStatementSyntax ? root : outer;
                break;
            }
        }
    }

    private static IEnumerable<Diagnostic> CodeOf(SyntaxNode owner, SemanticModel model, Analysis by)
    {
        foreach ((ISymbol? symbol, SyntaxNode code) in CodeOf(owner, model, by.CancellationToken))
        {
            if (symbol is null || model.GetOperation(code, by.CancellationToken) is not { } operation) continue;
            foreach (Diagnostic found in new MemberAnalysis(by.Compilation, symbol, ImmutableArray.Create(operation), by.Knowledge, by.CancellationToken).Run()) yield return found;
        }
    }

    private static IEnumerable<Diagnostic> DeclaredAround(SyntaxNode[] owners, TextLine line, SemanticModel model, Analysis by)
        => owners.Select(owner => owner.FirstAncestorOrSelf<TypeDeclarationSyntax>()).OfType<TypeDeclarationSyntax>().Distinct()
            .Select(declaration => model.GetDeclaredSymbol(declaration, by.CancellationToken)).OfType<INamedTypeSymbol>()
            .Select(type => new DeclarationAnalysis(by.Compilation, type, by.Knowledge, by.CancellationToken).Run().TryGetValue((model.SyntaxTree.FilePath, line.LineNumber), out Diagnostic? found) ? found : null).OfType<Diagnostic>();

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

    private static bool IsOn(TextLine line, Diagnostic found, SyntaxTree tree) => found.Location.SourceTree == tree && line.SpanIncludingLineBreak.Contains(found.Location.SourceSpan.Start);
}
