using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Weft.Analyzers.Reading;

namespace Weft.Analyzers;

/// <summary>One member while the rules look at it, and what they have found in it.</summary>
internal sealed class MemberAnalysis
{
    private readonly OperationBlockAnalysisContext _context;
    private readonly Knowledge _knowledge;
    private List<Diagnostic>? _found;
    private bool? _isWoven;
    private IOperation? _handedBy;
    private IReadOnlyList<HandedDelegate> _handed = [];

    internal MemberAnalysis(OperationBlockAnalysisContext context, Knowledge knowledge)
    {
        _context = context;
        _knowledge = knowledge;
    }

    internal Knowledge Knowledge => _knowledge;

    internal WeftSymbols Weft => _knowledge.Weft;

    internal Sinks.SinkCatalog Sinks => _knowledge.Sinks;

    internal Compilation Compilation => _context.Compilation;

    internal CancellationToken CancellationToken => _context.CancellationToken;

    /// <summary>The method, property, field or type that the operations belong to.</summary>
    internal ISymbol Symbol => _context.OwningSymbol;

    internal ImmutableArray<IOperation> Blocks => _context.OperationBlocks;

    /// <summary>Whether the weaver works on the member.</summary>
    internal bool IsWoven => _isWoven ??= !_knowledge.IsOff && !Weft.IsNotWoven(Symbol);

    /// <summary>Whether the weaver follows calls of a method here, so that there is nothing to say of them.</summary>
    internal bool IsFollowed(IMethodSymbol method) => IsWoven && FollowedMethods.Contains(method);

    /// <summary>The delegates that a call hands to other executors; looked for once for all rules.</summary>
    internal IReadOnlyList<HandedDelegate> HandedDelegates(IOperation operation)
    {
        if (_handedBy == operation) return _handed;
        _handedBy = operation;
        return _handed = HandedDelegate.Of(operation, this);
    }

    /// <summary>All operations of the member, those in its lambdas and local functions too.</summary>
    internal IEnumerable<IOperation> AllOperations => Blocks.SelectMany(block => block.DescendantsAndSelf());

    /// <param name="rule">The rule that speaks.</param>
    /// <param name="place">Where.</param>
    /// <param name="arguments">What the message is about.</param>
    internal void Report(Rule rule, SyntaxNode place, params object[] arguments) => Report(new Finding(rule, place, arguments));

    internal void Report(Finding finding) => (_found ??= []).Add(finding.ToDiagnostic());

    /// <summary>Reports what was found: of each line the gravest.</summary>
    internal void ReportFindings()
    {
        if (_found is null) return;
        var lines = new HashSet<(string, int)>();
        foreach (Diagnostic diagnostic in _found
            .Where(IsWanted)
            .OrderByDescending(diagnostic => diagnostic.Severity)
            .ThenBy(diagnostic => diagnostic.Id, StringComparer.Ordinal)
            .ThenBy(diagnostic => diagnostic.Location.SourceSpan.Start))
        {
            FileLinePositionSpan place = diagnostic.Location.GetLineSpan();
            if (lines.Add((place.Path, place.StartLinePosition.Line))) _context.ReportDiagnostic(diagnostic);
        }
    }

    // What is switched off must not take a line from what is not.
    private bool IsWanted(Diagnostic diagnostic)
    {
        SyntaxTreeOptionsProvider? options = Compilation.Options.SyntaxTreeOptionsProvider;
        if (options is not null && diagnostic.Location.SourceTree is { } tree && options.TryGetDiagnosticValue(tree, diagnostic.Id, CancellationToken, out ReportDiagnostic severity))
            return severity != ReportDiagnostic.Suppress;
        return Compilation.Options.SpecificDiagnosticOptions.TryGetValue(diagnostic.Id, out ReportDiagnostic global)
            ? global != ReportDiagnostic.Suppress
            : diagnostic.Descriptor.IsEnabledByDefault;
    }
}
