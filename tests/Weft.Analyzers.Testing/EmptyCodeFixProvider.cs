using System.Collections.Immutable;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Weft.Analyzers.Testing;

/// <summary>Mends nothing: for rules that have no fix.</summary>
public sealed class EmptyCodeFixProvider : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => [];

    /// <inheritdoc/>
    public override Task RegisterCodeFixesAsync(CodeFixContext context) => Task.CompletedTask;
}
