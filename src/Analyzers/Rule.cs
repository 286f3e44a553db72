using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Weft.Analyzers;

/// <summary>One rule: what it is called, which operations it looks at, and what it says of them. Without state.</summary>
internal abstract class Rule
{
    // Relative: the pages stand under this path in the repository and in the package.
    private const string Pages = "docs/rules/";

    /// <param name="descriptor">Id, title, message, severity.</param>
    /// <param name="calls">The calls that it is shown, of those among <paramref name="kinds"/>.</param>
    /// <param name="kinds">The operations that it is shown; none for a rule about declarations.</param>
    protected Rule(DiagnosticDescriptor descriptor, CallTraits calls, params OperationKind[] kinds)
    {
        Descriptor = descriptor;
        Calls = calls;
        Kinds = kinds.ToImmutableArray();
    }

    internal DiagnosticDescriptor Descriptor { get; }

    /// <summary>One of these is a trait of each call that it is shown.</summary>
    internal CallTraits Calls { get; }

    internal ImmutableArray<OperationKind> Kinds { get; }

    /// <summary>Looks at an operation of one of the kinds.</summary>
    internal virtual void Examine(IOperation operation, MemberAnalysis member)
    {
    }

    /// <summary>Looks at a declared type, with its fields and properties.</summary>
    internal virtual void Examine(INamedTypeSymbol declared, DeclarationAnalysis declaration)
    {
    }

    protected static string HelpLink(string id) => Pages + id + ".md";
}
