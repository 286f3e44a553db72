using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Weft.Analyzers.Reading;

/// <summary>The scope of an execution unit that is declared with <c>using</c>.</summary>
internal sealed class OpenScope
{
    internal OpenScope(ILocalSymbol scope, IInvocationOperation start)
    {
        Scope = scope;
        Start = start;
    }

    /// <summary>The variable that holds it.</summary>
    internal ILocalSymbol Scope { get; }

    /// <summary>The call that began it.</summary>
    internal IInvocationOperation Start { get; }
}
