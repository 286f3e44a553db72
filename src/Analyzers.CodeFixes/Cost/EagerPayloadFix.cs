using System.Text;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Weft.Analyzers.Editing;

namespace Weft.Analyzers.Cost;

/// <summary>WEFT401: makes the text an interpolated string.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(EagerPayloadFix))]
public sealed class EagerPayloadFix() : WeftCodeFix(RuleIds.EagerPayload, "Make it an interpolated string")
{
    private static readonly Regex _hole = new(@"\{(\d+)((?:,-?\d+)?(?::[^{}]*)?)\}");

    private protected override Action? Plan(EditSession session, Diagnostic diagnostic, int title)
    {
        if (session.Other<ExpressionSyntax>(diagnostic, 0) is not { } text) return null;
        string? interpolated = text switch
        {
            InvocationExpressionSyntax format => OfFormat(format),
            CastExpressionSyntax { Expression: InterpolatedStringExpressionSyntax inner } => inner.ToString(),
            ParenthesizedExpressionSyntax { Expression: InterpolatedStringExpressionSyntax inner } => inner.ToString(),
            BinaryExpressionSyntax sum => OfSum(sum, session),
            _ => null,
        };
        if (interpolated is null || text.DescendantTrivia().Any(trivia => trivia.IsKind(SyntaxKind.SingleLineCommentTrivia) || trivia.IsKind(SyntaxKind.MultiLineCommentTrivia))) return null;
        return () => session.Editor.ReplaceNode(text, (current, _) => SyntaxFactory.ParseExpression(interpolated).WithTriviaFrom(current));
    }

    private static string? OfSum(BinaryExpressionSyntax sum, EditSession session)
    {
        var all = new StringBuilder("$\"");
        foreach (ExpressionSyntax part in Parts(sum, session))
        {
            if (part is InterpolatedStringExpressionSyntax inner)
            {
                if (!inner.StringStartToken.IsKind(SyntaxKind.InterpolatedStringStartToken)) return null;
                all.Append(inner.Contents.ToFullString());
            }
            else if (part is LiteralExpressionSyntax { Token: { ValueText: { } literal } token } && token.IsKind(SyntaxKind.StringLiteralToken) | token.IsKind(SyntaxKind.CharacterLiteralToken)) all.Append(Escaped(literal));
            else if (Hole(part, "") is { } hole) all.Append(hole);
            else return null;
        }
        return all.Append('"').ToString();
    }

    // From left to right, as long as they are texts: 1 + 2 + "a" is 3a.
    private static IEnumerable<ExpressionSyntax> Parts(ExpressionSyntax expression, EditSession session)
        => expression is BinaryExpressionSyntax sum && sum.IsKind(SyntaxKind.AddExpression) && session.Model.GetTypeInfo(sum, session.CancellationToken).Type is { SpecialType: SpecialType.System_String }
            ? Parts(sum.Left, session).Concat(Parts(sum.Right, session))
            : [expression];

    private static string? OfFormat(InvocationExpressionSyntax format)
    {
        if (format.ArgumentList.Arguments.FirstOrDefault()?.Expression is not LiteralExpressionSyntax { Token.ValueText: { } text } literal || !literal.Token.IsKind(SyntaxKind.StringLiteralToken)) return null;
        ExpressionSyntax[] values = format.ArgumentList.Arguments.Skip(1).Select(argument => argument.Expression).ToArray();
        if (format.ArgumentList.Arguments.Any(argument => argument.NameColon is not null)) return null;
        var all = new StringBuilder("$\"");
        int end = 0;
        foreach (Match match in _hole.Matches(text))
        {
            string between = text.Substring(end, match.Index - end);
            if (!int.TryParse(match.Groups[1].Value, out int number) || number >= values.Length || between.Contains('{') || between.Contains('}')) return null;
            if (Hole(values[number], match.Groups[2].Value) is not { } hole) return null;
            all.Append(Escaped(between)).Append(hole);
            end = match.Index + match.Length;
        }
        string rest = text.Substring(end);
        return rest.Contains('{') || rest.Contains('}') ? null : all.Append(Escaped(rest)).Append('"').ToString();
    }

    private static string? Hole(ExpressionSyntax value, string format)
    {
        string code = value.WithoutTrivia().ToString();
        if (code.Contains('\n')) return null;
        bool isSimple = value is IdentifierNameSyntax or MemberAccessExpressionSyntax or InvocationExpressionSyntax or ElementAccessExpressionSyntax or LiteralExpressionSyntax or ParenthesizedExpressionSyntax;
        return "{" + (isSimple && !code.Contains("::") ? code : "(" + code + ")") + format + "}";
    }

    private static string Escaped(string text)
    {
        string literal = SymbolDisplay.FormatLiteral(text, quote: true);
        return literal.Substring(1, literal.Length - 2).Replace("{", "{{").Replace("}", "}}");
    }
}
