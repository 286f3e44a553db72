using Microsoft.CodeAnalysis;

namespace Weft.Analyzers;

/// <summary>A piece of a compilation while the rules look at it, and what they have found in it.</summary>
internal abstract class Analysis
{
    private List<Finding>? _found;

    private protected Analysis(Compilation compilation, ISymbol symbol, Knowledge knowledge, CancellationToken cancellationToken)
    {
        Compilation = compilation;
        Symbol = symbol;
        Knowledge = knowledge;
        CancellationToken = cancellationToken;
    }

    internal Compilation Compilation { get; }

    /// <summary>What is looked at.</summary>
    internal ISymbol Symbol { get; }

    internal Knowledge Knowledge { get; }

    internal WeftSymbols Weft => Knowledge.Weft;

    internal Sinks.SinkCatalog Sinks => Knowledge.Sinks;

    internal CancellationToken CancellationToken { get; }

    /// <summary>Whether a type is declared in the project that is analysed. One of another project has source in an editor, and none in a build.</summary>
    internal bool IsOfThisProject(ITypeSymbol type) => SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, Compilation.Assembly);

    /// <param name="rule">The rule that speaks.</param>
    /// <param name="place">Where.</param>
    /// <param name="arguments">What the message is about.</param>
    internal void Report(Rule rule, SyntaxNode place, params object[] arguments) => Report(new Finding(rule, place, arguments));

    internal void Report(Finding finding) => (_found ??= []).Add(finding);

    /// <summary>The graver of two, then the lower id, then the first in the source.</summary>
    internal static IOrderedEnumerable<Diagnostic> ByGravity(IEnumerable<Diagnostic> diagnostics) => diagnostics
        .OrderByDescending(diagnostic => diagnostic.Severity)
        .ThenBy(diagnostic => diagnostic.Id, StringComparer.Ordinal)
        .ThenBy(diagnostic => diagnostic.Location.SourceSpan.Start);

    /// <summary>What was found: of each line the gravest.</summary>
    private protected IReadOnlyList<Diagnostic> Findings()
    {
        if (_found is null) return [];
        var once = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        IEnumerable<Diagnostic> found = _found.OrderBy(finding => finding.Place.SourceSpan.Start)
            .Where(finding => finding.Once is null || once.Add(finding.Once))
            .Select(finding => finding.ToDiagnostic()).Where(IsWanted);
        var lines = new HashSet<(string, int)>();
        return ByGravity(found).Where(diagnostic => lines.Add(LineOf(diagnostic))).ToArray();
    }

    internal static (string File, int Line) LineOf(Diagnostic diagnostic)
    {
        FileLinePositionSpan place = diagnostic.Location.GetLineSpan();
        return (place.Path, place.StartLinePosition.Line);
    }

    // What is switched off must not take a line from what is not.
    private bool IsWanted(Diagnostic diagnostic)
    {
        SyntaxTreeOptionsProvider? options = Compilation.Options.SyntaxTreeOptionsProvider;
        if (options is not null && diagnostic.Location.SourceTree is { } tree && options.TryGetDiagnosticValue(tree, diagnostic.Id, CancellationToken, out ReportDiagnostic severity))
            return severity != ReportDiagnostic.Suppress;
        if (options is not null && options.TryGetGlobalDiagnosticValue(diagnostic.Id, CancellationToken, out ReportDiagnostic everywhere)) return everywhere != ReportDiagnostic.Suppress;
        return Compilation.Options.SpecificDiagnosticOptions.TryGetValue(diagnostic.Id, out ReportDiagnostic global)
            ? global != ReportDiagnostic.Suppress
            : diagnostic.Descriptor.IsEnabledByDefault;
    }
}
