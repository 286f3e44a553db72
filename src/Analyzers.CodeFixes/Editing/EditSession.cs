using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace Weft.Analyzers.Editing;

/// <summary>A document while fixes change it. Fixes are planned on it as it was; their edits may lie in each other.</summary>
internal sealed class EditSession
{
    private readonly Dictionary<SyntaxNode, List<StatementSyntax>> _insertions = [];
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private readonly Dictionary<(SyntaxNode, string), string> _known = [];

    private EditSession(Document document, SyntaxNode root, SemanticModel model, DocumentEditor editor, CancellationToken cancellationToken)
    {
        Document = document;
        Root = root;
        Model = model;
        Editor = editor;
        CancellationToken = cancellationToken;
    }

    internal Document Document { get; }

    internal SyntaxNode Root { get; }

    internal SemanticModel Model { get; }

    internal DocumentEditor Editor { get; }

    internal CancellationToken CancellationToken { get; }

    internal static async Task<EditSession> OpenAsync(Document document, CancellationToken cancellationToken)
    {
        DocumentEditor editor = await DocumentEditor.CreateAsync(document, cancellationToken).ConfigureAwait(false);
        return new EditSession(document, editor.OriginalRoot, editor.SemanticModel, editor, cancellationToken);
    }

    /// <summary>The innermost node at a place; null when the place is in another document.</summary>
    // By path: the tree that the diagnostic is in may have been parsed anew since.
    internal SyntaxNode? NodeAt(Location location)
        => location.SourceTree?.FilePath == Root.SyntaxTree.FilePath && Root.FullSpan.Contains(location.SourceSpan) ? Root.FindNode(location.SourceSpan, getInnermostNodeForTie: true) : null;

    /// <summary>What a rule tells its fix under a name; null where it tells nothing.</summary>
    internal static string? Property(Diagnostic diagnostic, string name) => diagnostic.Properties.TryGetValue(name, out string? value) ? value : null;

    /// <summary>The node of a type at the n-th additional place of a diagnostic, or around it.</summary>
    internal TNode? Other<TNode>(Diagnostic diagnostic, int index)
        where TNode : SyntaxNode
        => index < diagnostic.AdditionalLocations.Count && NodeAt(diagnostic.AdditionalLocations[index]) is { } node
            ? node.AncestorsAndSelf().OfType<TNode>().FirstOrDefault(outer => outer.Span == diagnostic.AdditionalLocations[index].SourceSpan)
            : null;

    /// <summary>A name for a new local that nothing around a place has.</summary>
    internal string NewName(SyntaxNode place, string wanted)
    {
        SyntaxNode member = place.AncestorsAndSelf().FirstOrDefault(node => node is BaseTypeDeclarationSyntax or CompilationUnitSyntax) ?? Root;
        var taken = new HashSet<string>(member.DescendantTokens().Where(token => token.IsKind(SyntaxKind.IdentifierToken)).Select(token => token.ValueText), StringComparer.Ordinal);
        string name = wanted;
        for (int number = 2; taken.Contains(name) || !_names.Add(name); number++) name = wanted + number.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return name;
    }

    /// <summary>The name of a local for an expression in front of a statement; made once for each, and declared by <paramref name="declaration"/>.</summary>
    internal string LocalBefore(SyntaxNode container, string expression, string wanted, Func<string, StatementSyntax> declaration)
    {
        if (_known.TryGetValue((container, expression), out string? name)) return name;
        name = NewName(container, wanted);
        _known.Add((container, expression), name);
        InsertBefore(container, declaration(name));
        return name;
    }

    /// <summary>Whether a node is to be changed now: several diagnostics may ask for the same change.</summary>
    internal bool Once(SyntaxNode node)
    {
        if (_known.ContainsKey((node, ""))) return false;
        _known.Add((node, ""), "");
        return true;
    }

    /// <summary>Adds a member to a type, once, under a name that it does not have yet, and gives the name.</summary>
    internal string MemberOnce(TypeDeclarationSyntax type, string wanted, Func<string, MemberDeclarationSyntax> member)
    {
        if (_known.TryGetValue((type, wanted), out string? name)) return name;
        name = wanted;
        INamedTypeSymbol? symbol = Model.GetDeclaredSymbol(type, CancellationToken) as INamedTypeSymbol;
        while (symbol?.GetMembers(name).Length > 0) name += "Context";
        _known.Add((type, wanted), name);
        MemberDeclarationSyntax added = member(name);
        Editor.ReplaceNode(type, (current, _) => Types.WithMembers((TypeDeclarationSyntax)current, added));
        return name;
    }

    /// <summary>Puts a statement in front of a place that <see cref="Places.StatementAround"/> gave.</summary>
    internal void InsertBefore(SyntaxNode container, StatementSyntax statement)
    {
        if (!_insertions.TryGetValue(container, out List<StatementSyntax>? before)) _insertions.Add(container, before = []);
        before.Add(statement);
    }

    /// <summary>The document with all edits; null where there are none.</summary>
    internal SyntaxNode? Finish()
    {
        // From the inside out and last, when what is inside of the statements has been changed.
        foreach (KeyValuePair<SyntaxNode, List<StatementSyntax>> insertion in _insertions.OrderByDescending(each => each.Key.SpanStart)) Places.Insert(this, insertion.Key, insertion.Value);
        _insertions.Clear();
        SyntaxNode changed = Editor.GetChangedRoot();
        return changed == Root ? null : changed;
    }
}
