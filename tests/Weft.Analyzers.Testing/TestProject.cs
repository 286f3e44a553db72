using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Weft.Analyzers.Testing;

/// <summary>A project of a workspace, made of test code, and what analyzers say of it.</summary>
internal static class TestProject
{
    internal static Project Create(SolutionState state, IEnumerable<(string File, string Text)> sources) => Add(new AdhocWorkspace().CurrentSolution, "TestProject", state, sources);

    /// <summary>A further project of a solution, which may refer to others of it.</summary>
    internal static Project Add(Solution solution, string name, SolutionState state, IEnumerable<(string File, string Text)> sources, params Project[] referredTo)
    {
        var id = ProjectId.CreateNewId();
        solution = solution.AddProject(ProjectInfo.Create(id, VersionStamp.Default, name, name, LanguageNames.CSharp, filePath: $"/0/{name}.csproj")
            .WithCompilationOptions(new CSharpCompilationOptions(state.OutputKind, allowUnsafe: true, nullableContextOptions: NullableContextOptions.Enable))
            .WithParseOptions(new CSharpParseOptions(LanguageVersion.Latest, DocumentationMode.Diagnose))
            .WithProjectReferences(referredTo.Select(project => new ProjectReference(project.Id)))
            .WithMetadataReferences(ReferenceAssemblies.Net100.Concat(state.AdditionalReferences)));
        foreach ((string file, string text) in sources) solution = solution.AddDocument(DocumentId.CreateNewId(id), Path.GetFileName(file), SourceText.From(text, Encoding.UTF8), filePath: file);
        foreach ((string file, string text) in state.AdditionalFiles) solution = solution.AddAdditionalDocument(DocumentId.CreateNewId(id), Path.GetFileName(file), SourceText.From(text, Encoding.UTF8), filePath: file);
        foreach ((string file, string text) in state.AnalyzerConfigFiles) solution = solution.AddAnalyzerConfigDocument(DocumentId.CreateNewId(id), Path.GetFileName(file), SourceText.From(text, Encoding.UTF8), filePath: file);
        return solution.GetProject(id)!;
    }

    /// <summary>What the analyzer reports, and the compiler's errors.</summary>
    internal static async Task<(Compilation Compilation, ImmutableArray<Diagnostic> Diagnostics)> AnalyzeAsync(Project project, DiagnosticAnalyzer analyzer, CancellationToken cancellationToken)
    {
        Compilation compilation = (await project.GetCompilationAsync(cancellationToken))!;
        Exception? crash = null;
        var analysis = new CompilationWithAnalyzers(compilation, [analyzer], new CompilationWithAnalyzersOptions(
            project.AnalyzerOptions, onAnalyzerException: (exception, _, _) => crash = exception, concurrentAnalysis: true, logAnalyzerExecutionTime: false));
        ImmutableArray<Diagnostic> found = await analysis.GetAnalyzerDiagnosticsAsync(cancellationToken);
        if (crash is not null) throw new TestFailure("the analyzer threw: " + crash);

        IEnumerable<Diagnostic> errors = compilation.GetDiagnostics(cancellationToken).Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        return (compilation, [.. found.Where(diagnostic => !diagnostic.IsSuppressed).Concat(errors)]);
    }
}
