using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Weft.Analyzers;

/// <summary>Applies a fix to all of a document, a project or a solution, in one session: what one diagnostic changes may be in the document of another.</summary>
internal sealed class FixAll : FixAllProvider
{
    private readonly WeftCodeFix _fix;

    internal FixAll(WeftCodeFix fix) => _fix = fix;

    public override IEnumerable<FixAllScope> GetSupportedFixAllScopes() => [FixAllScope.Document, FixAllScope.Project, FixAllScope.Solution];

    public override async Task<CodeAction?> GetFixAsync(FixAllContext context)
    {
        string[] titles = _fix.TitlesOf(context.CodeActionEquivalenceKey);
        if (titles.Length == 0) return null;
        var found = new List<(Document, Diagnostic)>();
        foreach (Diagnostic diagnostic in await DiagnosticsAsync(context).ConfigureAwait(false))
            if (context.Solution.GetDocument(diagnostic.Location.SourceTree) is { } document) found.Add((document, diagnostic));
        return CodeAction.Create(titles[0], cancellationToken => _fix.ApplyAsync(context.Solution, found, titles, cancellationToken), context.CodeActionEquivalenceKey);
    }

    private static async Task<ImmutableArray<Diagnostic>> DiagnosticsAsync(FixAllContext context)
    {
        switch (context.Scope)
        {
            case FixAllScope.Document when context.Document is { } document:
                return await context.GetDocumentDiagnosticsAsync(document).ConfigureAwait(false);
            case FixAllScope.Project:
                return await context.GetAllDiagnosticsAsync(context.Project).ConfigureAwait(false);
            default:
                var all = ImmutableArray.CreateBuilder<Diagnostic>();
                foreach (Project project in context.Solution.Projects) all.AddRange(await context.GetAllDiagnosticsAsync(project).ConfigureAwait(false));
                return all.ToImmutable();
        }
    }
}
