using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Weft.Analyzers.Editing;

/// <summary>Takes a context where a delegate is handed over, and starts a unit with it where the delegate runs.</summary>
internal static class Fork
{
    /// <summary>Plans it for a diagnostic whose place is the unit, or the call that starts one, and whose other places are the lambda and the call that it is handed to.</summary>
    /// <param name="session">The document.</param>
    /// <param name="diagnostic">The diagnostic.</param>
    /// <param name="context">C# for the context, with <c>{0}</c> for the unit.</param>
    internal static Action? Plan(EditSession session, Diagnostic diagnostic, string context = "{0}.Context")
    {
        if (session.Other<AnonymousFunctionExpressionSyntax>(diagnostic, 0) is not { } lambda || session.Other<SyntaxNode>(diagnostic, 1) is not { } call) return null;
        if (lambda.Modifiers.Any(SyntaxKind.StaticKeyword) || Places.StatementAround(call) is not { } place || session.NodeAt(diagnostic.Location) is not { } node) return null;
        return StartOf(node) is { } start ? PlanCause(session, start, place, context) : PlanUnit(session, node, lambda, place, context);
    }

    private static InvocationExpressionSyntax? StartOf(SyntaxNode place)
        => place.FirstAncestorOrSelf<InvocationExpressionSyntax>() is { } call && call.Expression.DescendantNodesAndSelf().Contains(place) && NameOf(call) == "Start" ? call : null;

    private static string NameOf(InvocationExpressionSyntax call) => call.Expression is MemberAccessExpressionSyntax access ? access.Name.Identifier.ValueText : call.Expression.ToString();

    // ExecutionUnit.Start(kind, name) in the delegate: it is told what it depends on.
    private static Action PlanCause(EditSession session, InvocationExpressionSyntax start, SyntaxNode place, string context) => () =>
    {
        string name = Before(session, place, "global::Weft.ExecutionUnit.Current", "context", context);
        session.Editor.ReplaceNode(start, (current, _) => Arguments.Add((InvocationExpressionSyntax)current, "cause", SyntaxFactory.IdentifierName(name)));
    };

    private static Action? PlanUnit(EditSession session, SyntaxNode node, AnonymousFunctionExpressionSyntax lambda, SyntaxNode place, string context)
    {
        ExpressionSyntax? unit = node.AncestorsAndSelf().OfType<ExpressionSyntax>().FirstOrDefault();
        if (unit is null || session.Model.GetSymbolInfo(unit, session.CancellationToken).Symbol is not { } variable || session.Model.GetTypeInfo(unit, session.CancellationToken).Type is not { } type) return null;
        if (IsDeclaredIn(variable, place)) return null;
        IReadOnlyList<ExpressionSyntax> references = References.To(variable, lambda, session);
        if (references.Count == 0 || !references.All(References.IsRead)) return null;

        bool isScope = type.Name == "ExecutionUnitScope";
        bool isAmbient = variable is { Name: "Current", IsStatic: true };
        string scope = "";
        string outer = isAmbient ? "global::Weft.ExecutionUnit.Current" : isScope ? unit + ".Unit" : unit.ToString();
        string wanted = isAmbient || variable.Name.TrimStart('_').Length == 0 ? "context" : char.ToLowerInvariant(variable.Name.TrimStart('_')[0]) + variable.Name.TrimStart('_').Substring(1) + "Context";
        if (Bodies.PlanFirstStatement(session, lambda, () => Names.Statement(
            $"using global::Weft.ExecutionUnitScope {scope} = global::Weft.ExecutionUnit.Start(global::Weft.ExecutionUnitKind.Task, \"{Names.MemberAround(lambda)}\", {Before(session, place, outer, wanted, context)});")) is not { } begin) return null;
        return () =>
        {
            scope = session.NewName(lambda, "taskScope");
            foreach (ExpressionSyntax reference in references)
                session.Editor.ReplaceNode(reference, (current, _) => SyntaxFactory.ParseExpression(isScope ? scope : scope + ".Unit").WithTriviaFrom(current));
            begin();
        };
    }

    private static string Before(EditSession session, SyntaxNode place, string unit, string wanted, string context) => session.LocalBefore(place, unit + context, wanted, name =>
        Names.Statement($"global::Weft.TraceContext {name} = {string.Format(System.Globalization.CultureInfo.InvariantCulture, context, unit)};"));

    // Such a variable cannot be read in front of its own statement.
    private static bool IsDeclaredIn(ISymbol variable, SyntaxNode place)
        => variable.DeclaringSyntaxReferences.Any(declaration => declaration.SyntaxTree == place.SyntaxTree && place.Span.Contains(declaration.Span));
}
