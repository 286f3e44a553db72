using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Weft.Analyzers.Editing;

namespace Weft.Analyzers;

/// <summary>What all fixes share: a fix is planned on the document as it is, and offered only where the document compiles with it as it did without.</summary>
public abstract class WeftCodeFix : CodeFixProvider
{
    private protected WeftCodeFix(string id, params string[] titles)
    {
        FixableDiagnosticIds = ImmutableArray.Create(id);
        Titles = titles;
    }

    /// <inheritdoc/>
    public sealed override ImmutableArray<string> FixableDiagnosticIds { get; }

    // What a person chooses from, the best first.
    private string[] Titles { get; }

    /// <inheritdoc/>
    public sealed override FixAllProvider GetFixAllProvider() => FixAllProvider.Create(async (context, document, diagnostics) =>
    {
        // Without a key it is the best: dotnet format asks for the key with whatever diagnostic comes first, which may be one of another rule, or one that this fix does not mend.
        int title = context.CodeActionEquivalenceKey is { } key ? Array.FindIndex(Titles, each => KeyOf(each) == key) : 0;
        return title < 0 || diagnostics.IsEmpty ? document : await ApplyAsync(document, diagnostics, title, context.CancellationToken).ConfigureAwait(false);
    });

    /// <inheritdoc/>
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (Diagnostic diagnostic in context.Diagnostics.Where(diagnostic => FixableDiagnosticIds.Contains(diagnostic.Id)))
        {
            for (int i = 0; i < Titles.Length; i++)
            {
                int title = i;
                if (!await IsRightAsync(context.Document, diagnostic, title, context.CancellationToken).ConfigureAwait(false)) continue;
                context.RegisterCodeFix(
                    CodeAction.Create(Titles[title], cancellationToken => ApplyAsync(context.Document, ImmutableArray.Create(diagnostic), title, cancellationToken), KeyOf(Titles[title])),
                    diagnostic);
            }
        }
    }

    /// <summary>The edit that mends what a diagnostic says; null where none is known to be right.</summary>
    /// <param name="session">The document, and what edits it.</param>
    /// <param name="diagnostic">What is to be mended.</param>
    /// <param name="title">The index of the title that was chosen.</param>
    private protected abstract Action? Plan(EditSession session, Diagnostic diagnostic, int title);

    private async Task<Document> ApplyAsync(Document document, ImmutableArray<Diagnostic> diagnostics, int title, CancellationToken cancellationToken)
    {
        EditSession session = await EditSession.OpenAsync(document, cancellationToken).ConfigureAwait(false);
        foreach (Diagnostic diagnostic in diagnostics.OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start))
            if (diagnostics.Length == 1 || await IsRightAsync(document, diagnostic, title, cancellationToken).ConfigureAwait(false)) Plan(session, diagnostic, title)?.Invoke();
        return session.Finish();
    }

    private async Task<bool> IsRightAsync(Document document, Diagnostic diagnostic, int title, CancellationToken cancellationToken)
    {
        EditSession session = await EditSession.OpenAsync(document, cancellationToken).ConfigureAwait(false);
        return Plan(session, diagnostic, title) is { } edit && await session.CompilesWithAsync(edit, cancellationToken).ConfigureAwait(false);
    }

    private string KeyOf(string title) => FixableDiagnosticIds[0] + ": " + title;
}
