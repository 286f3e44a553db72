using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Weft.Analyzers.Reading;

/// <summary>How execution units are started.</summary>
internal static class Scopes
{
    /// <summary>The member of <c>ExecutionUnitKind</c> that a unit is started with; null when it is not written down there.</summary>
    internal static IFieldReferenceOperation? KindOf(IInvocationOperation start)
        => start.Arguments.FirstOrDefault(argument => argument.Parameter?.Name == "kind")?.Value is { } value ? Call.Unwrap(value) as IFieldReferenceOperation : null;
}
