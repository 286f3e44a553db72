using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Weft.Analyzers.Testing;

/// <summary>
/// As <see cref="CSharpAnalyzerTest{TAnalyzer, TVerifier}"/>; then applies a code fix one by one, and to all of a document, a project and a solution at once. Each must give the same code, which
/// compiles, and in which the fix finds nothing more to do.
/// </summary>
/// <typeparam name="TAnalyzer">The analyzer.</typeparam>
/// <typeparam name="TCodeFix">The fix.</typeparam>
/// <typeparam name="TVerifier">Always <see cref="DefaultVerifier"/>.</typeparam>
public class CSharpCodeFixTest<TAnalyzer, TCodeFix, TVerifier> : CSharpAnalyzerTest<TAnalyzer, TVerifier>
    where TAnalyzer : DiagnosticAnalyzer, new()
    where TCodeFix : CodeFixProvider, new()
{
    private const int MostSteps = 100;
    private static readonly TCodeFix _fix = new();

    /// <summary>The project afterwards; without sources, nothing is fixed.</summary>
    public SolutionState FixedState { get; } = new();

    /// <summary>Which of the actions offered is taken, in their order.</summary>
    public int CodeActionIndex { get; set; }

    /// <inheritdoc/>
    public override async Task RunAsync(CancellationToken cancellationToken = default)
    {
        await base.RunAsync(cancellationToken);
        if (!FixedState.Sources.Any()) return;

        Project start = TestProject.Create(TestState, TestState.Sources.Select(source => (source.FileName, Markup.Parse(source.Content).Text)));
        Project project = start;
        string? key = null;
        int steps = 0;
        while (await NextAsync(project, cancellationToken) is { } step)
        {
            if (++steps > MostSteps) throw new TestFailure("the fix does not come to an end");
            key ??= step.Action.EquivalenceKey;
            project = await ApplyAsync(project, step.Action, cancellationToken);
        }
        await CompareAsync("fixed one by one", project, cancellationToken);
        foreach (FixAllScope scope in new[] { FixAllScope.Document, FixAllScope.Project, FixAllScope.Solution })
            await CompareAsync($"all of a {scope} fixed", await FixAllAsync(start, scope, KeyFor(scope, key), cancellationToken), cancellationToken);
    }

    // Without a key, as dotnet format asks where the first diagnostic of a solution is none that the fix mends: then it is the first of the actions.
    private string? KeyFor(FixAllScope scope, string? key) => scope == FixAllScope.Solution && CodeActionIndex == 0 ? null : key;

    private async Task<(CodeAction Action, Document Document)?> NextAsync(Project project, CancellationToken cancellationToken)
    {
        foreach (Diagnostic diagnostic in await FixableAsync(project, cancellationToken))
        {
            Document document = project.GetDocument(diagnostic.Location.SourceTree)!;
            var actions = new List<CodeAction>();
            await _fix.RegisterCodeFixesAsync(new CodeFixContext(document, diagnostic, (action, _) => actions.Add(action), cancellationToken));
            if (actions.Count > CodeActionIndex) return (actions[CodeActionIndex], document);
        }
        return null;
    }

    // Several rounds, as a person would ask again: a mend may bring out what it covered.
    private async Task<Project> FixAllAsync(Project project, FixAllScope scope, string? key, CancellationToken cancellationToken)
    {
        for (int round = 0; round < MostSteps && await NextAsync(project, cancellationToken) is { } next; round++)
        {
            var context = new FixAllContext(next.Document, _fix, scope, key, _fix.FixableDiagnosticIds, new Diagnostics(), cancellationToken);
            CodeAction action = await _fix.GetFixAllProvider()!.GetFixAsync(context) ?? throw new TestFailure($"there is nothing to fix in the whole {scope}");
            project = await ApplyAsync(project, action, cancellationToken);
        }
        return project;
    }

    private static async Task<Project> ApplyAsync(Project project, CodeAction action, CancellationToken cancellationToken)
    {
        ImmutableArray<CodeActionOperation> operations = await action.GetOperationsAsync(cancellationToken);
        Project changed = operations.OfType<ApplyChangesOperation>().Single().ChangedSolution.GetProject(project.Id)!;
        // From their text, as an editor has them: a tree that a fix has made may differ from what its text is parsed to.
        foreach (DocumentId id in changed.DocumentIds)
        {
            string text = (await changed.GetDocument(id)!.GetTextAsync(cancellationToken)).ToString();
            changed = changed.Solution.WithDocumentText(id, SourceText.From(text, Encoding.UTF8)).GetProject(project.Id)!;
        }
        return changed;
    }

    private async Task CompareAsync(string what, Project project, CancellationToken cancellationToken)
    {
        List<(string File, Markup Markup)> expected = [.. FixedState.Sources.Select(source => (source.FileName, Markup.Parse(source.Content)))];
        foreach ((string file, Markup markup) in expected)
        {
            string actual = (await project.Documents.Single(document => document.FilePath == file).GetTextAsync(cancellationToken)).ToString();
            if (actual.ReplaceLineEndings("\n") != markup.Text.ReplaceLineEndings("\n")) throw new TestFailure($"{what}: {file} differs\n--- expected\n{markup.Text}\n--- actual\n{actual}");
        }
        (Compilation compilation, ImmutableArray<Diagnostic> diagnostics) = await TestProject.AnalyzeAsync(project, Analyzer, cancellationToken);
        Expectation.Verify(Expectations(FixedState, expected), diagnostics, compilation);
    }

    private static async Task<IEnumerable<Diagnostic>> FixableAsync(Project project, CancellationToken cancellationToken)
    {
        (_, ImmutableArray<Diagnostic> diagnostics) = await TestProject.AnalyzeAsync(project, Analyzer, cancellationToken);
        return diagnostics.Where(diagnostic => _fix.FixableDiagnosticIds.Contains(diagnostic.Id)).OrderBy(diagnostic => diagnostic.Location.SourceTree?.FilePath).ThenBy(diagnostic => diagnostic.Location.SourceSpan.Start);
    }

    private sealed class Diagnostics : FixAllContext.DiagnosticProvider
    {
        public override Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) => FixableAsync(project, cancellationToken);

        public override async Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken)
        {
            SyntaxTree? tree = await document.GetSyntaxTreeAsync(cancellationToken);
            return (await FixableAsync(document.Project, cancellationToken)).Where(diagnostic => diagnostic.Location.SourceTree == tree);
        }

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) => Task.FromResult<IEnumerable<Diagnostic>>([]);
    }
}
