using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Simplification;

namespace Weft.Analyzers.Editing;

/// <summary>C# with names of Weft's types, as short as the file's usings allow.</summary>
internal static class Names
{
    /// <summary>A statement on a line of its own; <c>global::</c> names in it are shortened.</summary>
    internal static StatementSyntax Statement(string code) => Shortened(SyntaxFactory.ParseStatement(code)).WithTrailingTrivia(SyntaxFactory.ElasticLineFeed).WithAdditionalAnnotations(Formatter.Annotation);

    /// <summary>An expression; <c>global::</c> names in it are shortened.</summary>
    internal static ExpressionSyntax Expression(string code) => Shortened(SyntaxFactory.ParseExpression(code));

    /// <summary>A member of a type; <c>global::</c> names in it are shortened.</summary>
    internal static MemberDeclarationSyntax Member(string code) => Shortened(SyntaxFactory.ParseMemberDeclaration(code)!).WithTrailingTrivia(SyntaxFactory.ElasticLineFeed).WithAdditionalAnnotations(Formatter.Annotation);

    internal static TypeSyntax Type(string code) => Shortened(SyntaxFactory.ParseTypeName(code));

    /// <summary>An attribute in brackets.</summary>
    internal static AttributeListSyntax Attribute(string name)
        => SyntaxFactory.AttributeList(SyntaxFactory.SingletonSeparatedList(SyntaxFactory.Attribute(Shortened(SyntaxFactory.ParseName(name)))));

    /// <summary>The member that a node belongs to, as a person would call it.</summary>
    internal static string MemberAround(SyntaxNode node)
    {
        foreach (SyntaxNode outer in node.Ancestors())
        {
            switch (outer)
            {
                case LocalFunctionStatementSyntax function: return function.Identifier.ValueText;
                case MethodDeclarationSyntax method: return method.Identifier.ValueText;
                case PropertyDeclarationSyntax property: return property.Identifier.ValueText;
                case BaseTypeDeclarationSyntax type: return type.Identifier.ValueText;
            }
        }
        return "Main";
    }

    private static TNode Shortened<TNode>(TNode node)
        where TNode : SyntaxNode
    {
        IEnumerable<SyntaxNode> names = node.DescendantNodesAndSelf().Where(each => IsGlobal(each));
        return node.ReplaceNodes(names, (_, current) => current.WithAdditionalAnnotations(Simplifier.Annotation));
    }

    // The longest name that begins with global::, not each of its parts.
    private static bool IsGlobal(SyntaxNode node)
        => node is QualifiedNameSyntax or MemberAccessExpressionSyntax && node.GetFirstToken().IsKind(SyntaxKind.GlobalKeyword);
}
