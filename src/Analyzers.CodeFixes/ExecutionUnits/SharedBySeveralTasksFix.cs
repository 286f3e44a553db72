using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Weft.Analyzers.Editing;

namespace Weft.Analyzers.ExecutionUnits;

/// <summary>WEFT102: runs each call in a unit of its own, which goes on from the one that it was given.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SharedBySeveralTasksFix))]
public sealed class SharedBySeveralTasksFix() : WeftCodeFix(RuleIds.SharedBySeveralTasks, "Fork a unit for each call")
{
    private protected override Action? Plan(EditSession session, Diagnostic diagnostic, int title)
    {
        var calls = new List<(InvocationExpressionSyntax Call, ExpressionSyntax Unit)>();
        for (int i = 0; i < diagnostic.AdditionalLocations.Count; i++)
        {
            if (session.Other<InvocationExpressionSyntax>(diagnostic, i) is not { } call || UnitOf(call, session) is not { } unit || !GivesTask(call, session)) return null;
            calls.Add((call, unit));
        }
        return () =>
        {
            foreach ((InvocationExpressionSyntax call, ExpressionSyntax unit) in calls) Wrap(session, call, unit);
        };
    }

    private static void Wrap(EditSession session, InvocationExpressionSyntax call, ExpressionSyntax unit)
    {
        string forked = session.NewName(call, "forked");
        string name = call.Expression is MemberAccessExpressionSyntax access ? access.Name.Identifier.ValueText : call.Expression.ToString().Split('<')[0];
        session.Editor.ReplaceNode(unit, (current, _) => SyntaxFactory.IdentifierName(forked).WithTriviaFrom(current));
        session.Editor.ReplaceNode(call, (current, _) => Names.Expression(
            $"global::Weft.ExecutionUnit.RunAsync(global::Weft.ExecutionUnitKind.Task, \"{name}\", {forked} => {current.WithoutTrivia().ToFullString()}, {unit.WithoutTrivia()}.Context)").WithTriviaFrom(current));
    }

    // Another argument that is a unit too would stay shared.
    private static ExpressionSyntax? UnitOf(InvocationExpressionSyntax call, EditSession session)
    {
        ExpressionSyntax[] units = call.ArgumentList.Arguments.Select(argument => argument.Expression)
            .Where(value => session.Model.GetTypeInfo(value, session.CancellationToken).Type is { Name: "ExecutionUnit", ContainingNamespace.Name: "Weft" }).ToArray();
        return units.Length == 1 ? units[0] : null;
    }

    private static bool GivesTask(InvocationExpressionSyntax call, EditSession session) => session.Model.GetTypeInfo(call, session.CancellationToken).Type is { Name: "Task" };
}
