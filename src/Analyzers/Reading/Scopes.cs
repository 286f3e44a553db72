using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Weft.Analyzers.Reading;

/// <summary>The extents of execution units: what runs between their start and their end.</summary>
internal static class Scopes
{
    /// <summary>The operations that run while the unit that a call starts is open, as far as the same block tells.</summary>
    internal static IEnumerable<IOperation> Extent(IOperation start)
    {
        for (IOperation? outer = start.Parent; outer is not null and not IBlockOperation; outer = outer.Parent)
            if (outer is IUsingOperation { Body: { } body }) return [body];
        return Functions.After(start);
    }

    /// <summary>The member of <c>ExecutionUnitKind</c> that a unit is started with; null when it is not written down there.</summary>
    internal static IFieldReferenceOperation? KindOf(IInvocationOperation start)
        => start.Arguments.FirstOrDefault(argument => argument.Parameter?.Name == "kind")?.Value is { } value ? Call.Unwrap(value) as IFieldReferenceOperation : null;
}
