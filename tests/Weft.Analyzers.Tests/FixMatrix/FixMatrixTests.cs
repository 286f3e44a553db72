using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Weft.Analyzers.Tests.FixMatrix;

/// <summary>
/// Proves of every fix, in every shape of code: it is offered, what it makes compiles, nothing is left to mend, all comments and all that stands around are as before, and all at once, asked again, it has nothing to do.
/// </summary>
public sealed class FixMatrixTests
{
    private static readonly WeftAnalyzer _analyzer = new();

    public static TheoryData<int> Cases => [.. Enumerable.Range(0, FixCase.All.Length)];

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Fix_InEveryShape_MendsThatAlone(int index)
    {
        FixCase fixCase = FixCase.All[index];
        var broken = new List<string>();
        foreach (CodeShape shape in CodeShape.All.Where(fixCase.FitsInto))
            if (await FaultOfAsync(fixCase, shape) is { } fault) broken.Add($"--- {fixCase} in {shape.Name}: {fault}");

        Assert.True(broken.Count == 0, string.Join('\n', broken));
    }

    [Fact]
    public void Cases_AreThereForEveryFix()
        => Assert.Equal(
            typeof(WeftCodeFix).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(WeftCodeFix)) && !type.IsAbstract).Select(type => type.Name).Order(StringComparer.Ordinal),
            FixCase.All.Select(each => each.Fix.GetType().Name).Distinct().Order(StringComparer.Ordinal));

    private static async Task<string?> FaultOfAsync(FixCase fixCase, CodeShape shape)
    {
        string source = fixCase.In(shape);
        Project project = Create(source, fixCase, shape);
        Diagnostic[] found = await FindAsync(project);
        if (found.Where(IsError).ToArray() is { Length: > 0 } errors) return $"does not compile:\n{string.Join<Diagnostic>('\n', errors)}\n{source}";
        Diagnostic[] flagged = [.. found.Where(diagnostic => diagnostic.Id == fixCase.Rule)];
        if (flagged.Length == 0) return shape.MayBeLeft ? null : $"is not flagged; {string.Join<Diagnostic>('\n', found)}\n{source}";

        if (await FixAsync(project, fixCase.Fix, flagged[0]) is not { } fixedProject)
            return shape.MayBeLeft || fixCase.NotOffered.Contains(shape.Name) ? null : $"no fix is offered\n{source}";
        if (fixCase.NotOffered.Contains(shape.Name)) return "a fix is offered";
        string text = (await fixedProject.Documents.First().GetTextAsync()).ToString();
        Diagnostic[] left = await FindAsync(fixedProject);
        if (left.Where(IsError).ToArray() is { Length: > 0 } made) return $"does not compile any more:\n{string.Join<Diagnostic>('\n', made)}\n{text}";
        if (left.Count(diagnostic => diagnostic.Id == fixCase.Rule) != flagged.Length - 1) return $"is still flagged:\n{text}";
        if (!CommentsOf(source).SequenceEqual(CommentsOf(text))) return $"comments are lost or moved:\n{text}";
        foreach (string odd in Odd(shape))
            if (!text.Contains(odd, StringComparison.Ordinal)) return $"'{odd}' is not what it was:\n{text}";
        if (source.Contains('\r', StringComparison.Ordinal) && text.Replace("\r\n", "", StringComparison.Ordinal).Contains('\n', StringComparison.Ordinal)) return $"lines end in two ways:\n{text.Replace("\r", "\\r", StringComparison.Ordinal)}";
        return await FaultOfAgainAsync(fixCase, project, flagged);
    }

    // All of the document at once, and once more.
    private static async Task<string?> FaultOfAgainAsync(FixCase fixCase, Project project, Diagnostic[] flagged)
    {
        Project once = await FixAllAsync(project, fixCase.Fix, flagged) ?? project;
        string first = await TextOfAsync(once);
        Diagnostic[] found = await FindAsync(once);
        if (found.Where(IsError).ToArray() is { Length: > 0 } errors) return $"does not compile with all mended:\n{string.Join<Diagnostic>('\n', errors)}\n{first}";
        if (found.Any(diagnostic => diagnostic.Id == fixCase.Rule)) return $"is still flagged with all mended:\n{first}";
        string second = await TextOfAsync(await FixAllAsync(once, fixCase.Fix, []) ?? once);
        return first == second ? null : $"is changed again:\n{second}";
    }

    private static async Task<string> TextOfAsync(Project project) => string.Join("\n----\n", await Task.WhenAll(project.Documents.Select(async document => (await document.GetTextAsync()).ToString())));

    private static async Task<Project?> FixAllAsync(Project project, CodeFixProvider fix, Diagnostic[] found)
    {
        var context = new FixAllContext(project.Documents.First(), fix, FixAllScope.Project, null, fix.FixableDiagnosticIds, new Given(found), CancellationToken.None);
        return await fix.GetFixAllProvider()!.GetFixAsync(context) is { } action ? await ApplyAsync(project, action) : null;
    }

    // What of a shape is written as no formatter would write it. The bodies around may be written anew where a statement is added in front of an expression.
    private static IEnumerable<string> Odd(CodeShape shape)
        => shape.Code.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0 && !line.Contains("BODY", StringComparison.Ordinal));

    private static IEnumerable<string> CommentsOf(string source) => CSharpSyntaxTree.ParseText(source).GetRoot().DescendantTrivia()
        .Where(trivia => trivia.IsKind(SyntaxKind.SingleLineCommentTrivia) || trivia.IsKind(SyntaxKind.MultiLineCommentTrivia)).Select(trivia => trivia.ToString());

    private static Project Create(string source, FixCase fixCase, CodeShape shape)
    {
        var state = new SolutionState { OutputKind = shape.IsProgram ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary };
        state.AdditionalReferences.Add(MetadataReference.CreateFromFile(typeof(SpanId).Assembly.Location));
        state.AnalyzerConfigFiles.Add(("/.globalconfig", $"is_global = true\nbuild_property.WeftMode = {fixCase.Mode}\ndotnet_diagnostic.WEFT209.severity = suggestion\n"));
        return TestProject.Create(state, [("/0/Case.cs", source), ("/0/Kit.cs", FixCase.Kit)]);
    }

    private static async Task<Diagnostic[]> FindAsync(Project project)
        => [.. (await TestProject.AnalyzeAsync(project, _analyzer, CancellationToken.None)).Diagnostics.OrderBy(diagnostic => diagnostic.Location.SourceTree?.FilePath, StringComparer.Ordinal).ThenBy(diagnostic => diagnostic.Location.SourceSpan.Start)];

    private static async Task<Project?> FixAsync(Project project, CodeFixProvider fix, Diagnostic diagnostic)
    {
        CodeAction? first = null;
        Document document = project.GetDocument(diagnostic.Location.SourceTree)!;
        await fix.RegisterCodeFixesAsync(new CodeFixContext(document, diagnostic, (action, _) => first ??= action, CancellationToken.None));
        return first is null ? null : await ApplyAsync(project, first);
    }

    private static async Task<Project?> ApplyAsync(Project project, CodeAction action)
    {
        Solution changed = (await action.GetOperationsAsync(CancellationToken.None)).OfType<ApplyChangesOperation>().Single().ChangedSolution;
        // From its text, as an editor has it.
        foreach (DocumentId id in project.DocumentIds) changed = changed.WithDocumentText(id, SourceText.From((await changed.GetDocument(id)!.GetTextAsync()).ToString()));
        return changed.GetProject(project.Id);
    }

    private static bool IsError(Diagnostic diagnostic) => diagnostic.Severity == DiagnosticSeverity.Error;

    private sealed class Given(Diagnostic[] found) : FixAllContext.DiagnosticProvider
    {
        public override Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken)
        {
            var paths = project.Documents.ToDictionary(document => document.FilePath!, StringComparer.Ordinal);
            return Task.FromResult<IEnumerable<Diagnostic>>(found.Where(diagnostic => paths.ContainsKey(diagnostic.Location.SourceTree!.FilePath)));
        }

        public override Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken) => GetAllDiagnosticsAsync(document.Project, cancellationToken);

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) => Task.FromResult<IEnumerable<Diagnostic>>([]);
    }
}
