using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Weft.Analyzers.Editing;

/// <summary>Where a variable is named.</summary>
internal static class References
{
    /// <summary>The expressions in a piece of code that are a variable: <c>unit</c>, <c>this.unit</c>, <c>ExecutionUnit.Current</c>.</summary>
    internal static IReadOnlyList<ExpressionSyntax> To(ISymbol variable, SyntaxNode code, EditSession session)
        => code.DescendantNodes().OfType<IdentifierNameSyntax>()
            .Where(name => name.Identifier.ValueText == variable.Name && SymbolEqualityComparer.Default.Equals(session.Model.GetSymbolInfo(name, session.CancellationToken).Symbol, variable))
            .Where(name => !IsInNameOf(name))
            .Select(name => name.Parent is MemberAccessExpressionSyntax access && access.Name == name ? access : (ExpressionSyntax)name)
            .ToList();

    /// <summary>Whether what is named here is only read.</summary>
    internal static bool IsRead(ExpressionSyntax reference) => reference.Parent switch
    {
        AssignmentExpressionSyntax assignment => assignment.Left != reference,
        ArgumentSyntax argument => argument.RefKindKeyword.RawKind == 0,
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Dispose" } => false,
        RefExpressionSyntax => false,
        _ => true,
    };

    private static bool IsInNameOf(SyntaxNode name)
        => name.Ancestors().OfType<InvocationExpressionSyntax>().Any(call => call.Expression is IdentifierNameSyntax { Identifier.ValueText: "nameof" });
}
