using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Weft.Analyzers.Editing;

namespace Weft.Analyzers.Propagation;

/// <summary>Gives a call the argument that a diagnostic names.</summary>
internal static class ContextArgument
{
    internal static Action? Plan(EditSession session, Diagnostic diagnostic)
    {
        if (EditSession.Property(diagnostic, "Argument") is not { } argument || EditSession.Property(diagnostic, "Parameter") is not { } parameter) return null;
        if (session.Other<ExpressionSyntax>(diagnostic, 0) is not { } call || call is not (InvocationExpressionSyntax or BaseObjectCreationExpressionSyntax)) return null;
        return () => session.Editor.ReplaceNode(call, (current, _) => Arguments.Add((ExpressionSyntax)current, parameter, SyntaxFactory.ParseExpression(argument)));
    }
}
