using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Weft.Analyzers;

/// <summary>One rule: what it is called, which operations it looks at, and what it says of them. Without state.</summary>
internal abstract class Rule
{
    // Relative: the pages stand under this path in the repository and in the package.
    private const string Pages = "docs/rules/";

    /// <param name="descriptor">Id, title, message, severity.</param>
    /// <param name="kinds">The operations that it is shown; none for a rule about declarations.</param>
    protected Rule(DiagnosticDescriptor descriptor, params OperationKind[] kinds)
    {
        Descriptor = descriptor;
        Kinds = kinds.ToImmutableArray();
    }

    internal DiagnosticDescriptor Descriptor { get; }

    internal ImmutableArray<OperationKind> Kinds { get; }

    /// <summary>Looks at an operation of one of the kinds.</summary>
    internal virtual void Examine(IOperation operation, MemberAnalysis member)
    {
    }

    /// <summary>Looks at a declared type, field or property.</summary>
    internal virtual void Examine(ISymbol declared, DeclarationAnalysis declaration)
    {
    }

    protected static string HelpLink(string id) => Pages + id + ".md";
}
