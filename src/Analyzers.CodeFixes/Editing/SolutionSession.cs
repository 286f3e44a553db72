using Microsoft.CodeAnalysis;

namespace Weft.Analyzers.Editing;

/// <summary>A solution while fixes change it: the documents that they change are opened as they are asked for, all as they were in the beginning.</summary>
internal sealed class SolutionSession
{
    private readonly Dictionary<DocumentId, EditSession> _documents = [];

    internal SolutionSession(Solution solution, CancellationToken cancellationToken)
    {
        Solution = solution;
        CancellationToken = cancellationToken;
    }

    internal Solution Solution { get; }

    internal CancellationToken CancellationToken { get; }

    /// <summary>Whether what is changed may be used where nothing is changed.</summary>
    internal bool IsFarReaching { get; set; }

    internal async Task<EditSession> OpenAsync(Document document)
    {
        if (!_documents.TryGetValue(document.Id, out EditSession? session)) _documents.Add(document.Id, session = await EditSession.OpenAsync(document, CancellationToken).ConfigureAwait(false));
        return session;
    }

    /// <summary>The document that a place is in; null where it is in none.</summary>
    // By path: the tree that a diagnostic is in may have been parsed anew since.
    internal async Task<EditSession?> OpenAsync(SyntaxTree? tree, Project project)
    {
        if (tree is null) return null;
        Document? document = Solution.GetDocument(tree) ?? project.Documents.FirstOrDefault(other => other.FilePath == tree.FilePath && tree.FilePath.Length > 0);
        return document is null ? null : await OpenAsync(document).ConfigureAwait(false);
    }

    /// <summary>The node of a type at the n-th additional place of a diagnostic, in whatever document.</summary>
    internal async Task<(EditSession Session, TNode Node)?> OtherAsync<TNode>(Diagnostic diagnostic, int index, Project project)
        where TNode : SyntaxNode
        => index < diagnostic.AdditionalLocations.Count && await OpenAsync(diagnostic.AdditionalLocations[index].SourceTree, project).ConfigureAwait(false) is { } session
            && session.Other<TNode>(diagnostic, index) is { } node ? (session, node) : null;

    /// <summary>The documents of a project, and of those that refer to it where others can see it, in which a word stands.</summary>
    internal async Task<IReadOnlyList<EditSession>> NamingAsync(string word, Project project, bool isSeenByOthers)
    {
        IEnumerable<Project> projects = isSeenByOthers
            ? Solution.GetProjectDependencyGraph().GetProjectsThatTransitivelyDependOnThisProject(project.Id).Select(id => Solution.GetProject(id)).OfType<Project>().Prepend(project)
            : [project];
        var naming = new List<EditSession>();
        foreach (Document document in projects.SelectMany(each => each.Documents))
            if ((await document.GetTextAsync(CancellationToken).ConfigureAwait(false)).ToString().Contains(word)) naming.Add(await OpenAsync(document).ConfigureAwait(false));
        return naming;
    }

    /// <summary>The solution with all edits.</summary>
    internal Solution Finish()
    {
        Solution changed = Solution;
        foreach (EditSession session in _documents.Values)
            if (session.Finish() is { } root) changed = changed.WithDocumentSyntaxRoot(session.Document.Id, root);
        return changed;
    }

    /// <summary>As <see cref="Finish"/>, with the line ends that each document had.</summary>
    internal async Task<Solution> FinishWithLineEndsAsync()
    {
        Solution changed = Finish();
        foreach (DocumentId id in changed.GetChanges(Solution).GetProjectChanges().SelectMany(project => project.GetChangedDocuments()).ToArray())
            changed = (await LineEnds.KeepAsync(Solution.GetDocument(id)!, changed.GetDocument(id)!, CancellationToken).ConfigureAwait(false)).Project.Solution;
        return changed;
    }

    /// <summary>Whether nothing has an error with an edit that it has not without.</summary>
    internal async Task<bool> CompilesWithAsync(Action edit)
    {
        edit();
        Solution changed = Finish();
        Document[] documents = [.. changed.GetChanges(Solution).GetProjectChanges().SelectMany(project => project.GetChangedDocuments()).Select(id => changed.GetDocument(id)).OfType<Document>()];
        if (documents.Length == 1 && !IsFarReaching)
        {
            return await changed.GetDocument(documents[0].Id)!.GetSemanticModelAsync(CancellationToken).ConfigureAwait(false) is { } model
                && Errors(model.GetDiagnostics(cancellationToken: CancellationToken)) <= Errors(_documents[documents[0].Id].Model.GetDiagnostics(cancellationToken: CancellationToken));
        }
        var projects = new HashSet<ProjectId>(documents.Select(document => document.Project.Id));
        if (IsFarReaching) projects.UnionWith(projects.ToArray().SelectMany(id => Solution.GetProjectDependencyGraph().GetProjectsThatTransitivelyDependOnThisProject(id)));
        foreach (ProjectId id in projects)
            if (await ErrorsAsync(changed.GetProject(id)!).ConfigureAwait(false) > await ErrorsAsync(Solution.GetProject(id)!).ConfigureAwait(false)) return false;
        return true;
    }

    private async Task<int> ErrorsAsync(Project project) => await project.GetCompilationAsync(CancellationToken).ConfigureAwait(false) is { } compilation ? Errors(compilation.GetDiagnostics(CancellationToken)) : 0;

    private static int Errors(IEnumerable<Diagnostic> diagnostics) => diagnostics.Count(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
}
