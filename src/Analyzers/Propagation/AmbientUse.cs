using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Weft.Analyzers.Reading;

namespace Weft.Analyzers.Propagation;

/// <summary>Code that depends on which unit is the current one: that asks for it, or starts one that goes on from it.</summary>
internal static class AmbientUse
{
    /// <summary>The first such place of a body outside of units that the body starts itself; null where there is none.</summary>
    internal static IOperation? FirstIn(DelegateBody body, WeftSymbols weft)
    {
        foreach (IOperation operation in body.Body.DescendantsAndSelf())
        {
            bool isStart = weft.IsStart(operation);
            if (!isStart && !weft.IsCurrent(operation)) continue;
            if (isStart && weft.CauseOf((IInvocationOperation)operation) is not null) return null;
            if (!IsHarmless(operation)) return operation;
        }
        return null;
    }

    /// <summary>Where to report a use.</summary>
    internal static SyntaxNode PlaceOf(IOperation use) => use is IInvocationOperation ? Call.NameOf(use.Syntax) : use.Syntax;

    private static bool IsHarmless(IOperation use) => use.Parent is IPropertyReferenceOperation { Property.Name: "IsCompleted" or "IsShared" or "IsWaiting" };
}
