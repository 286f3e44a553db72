using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Weft.Analyzers;

/// <summary>What a rule says of one place, and what its code fix needs to know.</summary>
internal sealed class Finding
{
    private readonly Rule _rule;
    private readonly object[] _arguments;

    internal Finding(Rule rule, SyntaxNode place, params object[] arguments)
        : this(rule, place.GetLocation(), arguments)
    {
    }

    internal Finding(Rule rule, Location place, params object[] arguments)
    {
        _rule = rule;
        Place = place;
        _arguments = arguments;
    }

    internal Location Place { get; }

    /// <summary>The severity, where it is not the rule's own.</summary>
    internal DiagnosticSeverity? Severity { get; set; }

    /// <summary>What this is said of, once in a member. Null where each place counts.</summary>
    internal ISymbol? Once { get; set; }

    /// <summary>Other places that the code fix changes.</summary>
    internal IEnumerable<SyntaxNode> Others { get; set; } = [];

    /// <summary>Names and texts for the code fix.</summary>
    internal ImmutableDictionary<string, string?> Properties { get; set; } = ImmutableDictionary<string, string?>.Empty;

    internal Diagnostic ToDiagnostic() => Diagnostic.Create(
        _rule.Descriptor, Place, Severity ?? _rule.Descriptor.DefaultSeverity, Others.Select(node => node.GetLocation()), Properties, _arguments);
}
