using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Weft.Analyzers.Editing;

namespace Weft.Analyzers;

/// <summary>What all fixes share: a fix is planned on the solution as it is, and offered only where it compiles with the fix as it did without.</summary>
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
    public sealed override FixAllProvider GetFixAllProvider() => new FixAll(this);

    /// <inheritdoc/>
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        Solution solution = context.Document.Project.Solution;
        foreach (Diagnostic diagnostic in context.Diagnostics.Where(diagnostic => FixableDiagnosticIds.Contains(diagnostic.Id)))
        {
            foreach (string title in Titles)
            {
                if (!await IsRightAsync(context.Document, diagnostic, title, context.CancellationToken).ConfigureAwait(false)) continue;
                context.RegisterCodeFix(CodeAction.Create(title, cancellationToken => ApplyAsync(solution, [(context.Document, diagnostic)], [title], cancellationToken), KeyOf(title)), diagnostic);
            }
        }
    }

    /// <summary>The titles that a key stands for, the best first; none where it is of no title of this fix.</summary>
    // Without a key all: dotnet format asks for the key with whatever diagnostic comes first, which may be one of another rule, or one that this fix does not mend.
    internal string[] TitlesOf(string? key) => key is null ? Titles : Array.FindAll(Titles, title => KeyOf(title) == key);

    /// <summary>The solution with all of these mended, as far as each can be: by the first of the titles that is right for it.</summary>
    internal async Task<Solution> ApplyAsync(Solution solution, IReadOnlyCollection<(Document Document, Diagnostic Diagnostic)> found, IReadOnlyList<string> titles, CancellationToken cancellationToken)
    {
        var session = new SolutionSession(solution, cancellationToken);
        foreach ((Document document, Diagnostic diagnostic) in found.OrderBy(each => each.Document.FilePath, StringComparer.Ordinal).ThenBy(each => each.Diagnostic.Location.SourceSpan.Start))
        {
            if (await RightOfAsync(document, diagnostic, titles, isKnown: found.Count == 1 && titles.Count == 1, cancellationToken).ConfigureAwait(false) is not { } title) continue;
            if (await PlanAsync(session, document, diagnostic, title).ConfigureAwait(false) is { } edit) edit();
        }
        return await session.FinishWithLineEndsAsync().ConfigureAwait(false);
    }

    /// <summary>The edit that mends what a diagnostic says; null where none is known to be right.</summary>
    /// <param name="session">The document, and what edits it.</param>
    /// <param name="diagnostic">What is to be mended.</param>
    /// <param name="title">The index of the title that was chosen.</param>
    private protected virtual Action? Plan(EditSession session, Diagnostic diagnostic, int title) => null;

    /// <summary>As <see cref="Plan"/>, of a fix that may change other documents than the one in which the diagnostic is.</summary>
    /// <param name="solution">All documents, and what edits them.</param>
    /// <param name="session">The diagnostic's document.</param>
    /// <param name="diagnostic">What is to be mended.</param>
    /// <param name="title">The index of the title that was chosen.</param>
    private protected virtual Task<Action?> PlanAsync(SolutionSession solution, EditSession session, Diagnostic diagnostic, int title) => Task.FromResult(Plan(session, diagnostic, title));

    private async Task<Action?> PlanAsync(SolutionSession session, Document document, Diagnostic diagnostic, string title)
        => await PlanAsync(session, await session.OpenAsync(document).ConfigureAwait(false), diagnostic, Array.IndexOf(Titles, title)).ConfigureAwait(false);

    private async Task<string?> RightOfAsync(Document document, Diagnostic diagnostic, IReadOnlyList<string> titles, bool isKnown, CancellationToken cancellationToken)
    {
        foreach (string title in titles)
            if (isKnown || await IsRightAsync(document, diagnostic, title, cancellationToken).ConfigureAwait(false)) return title;
        return null;
    }

    private async Task<bool> IsRightAsync(Document document, Diagnostic diagnostic, string title, CancellationToken cancellationToken)
    {
        var session = new SolutionSession(document.Project.Solution, cancellationToken);
        return await PlanAsync(session, document, diagnostic, title).ConfigureAwait(false) is { } edit && await session.CompilesWithAsync(edit).ConfigureAwait(false);
    }

    private string KeyOf(string title) => FixableDiagnosticIds[0] + ": " + title;
}
