using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Weft.Analyzers.Reading;

namespace Weft.Analyzers.Cost;

/// <summary>WEFT401: the text of an annotation is put together though events may not be recorded.</summary>
internal sealed class EagerPayload() : Rule(_descriptor, CallTraits.Unit, OperationKind.Invocation)
{
    private static readonly DiagnosticDescriptor _descriptor = new(
        RuleIds.EagerPayload,
        "Eager event payload",
        "This text is made even where events are not recorded: an interpolated string is not",
        "Weft.Cost",
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        description: "Annotate has an overload for interpolated strings that evaluates and formats nothing when events are not recorded.",
        helpLinkUri: HelpLink(RuleIds.EagerPayload));

    internal override void Examine(IOperation operation, MemberAnalysis member)
    {
        if (operation is not IInvocationOperation { TargetMethod: { Name: "Annotate", Parameters.Length: 2 } method } call || !member.Weft.IsUnit(method.ContainingType)) return;
        if (method.Parameters[1].Type.SpecialType != SpecialType.System_String) return;
        IOperation text = call.Arguments.First(argument => argument.Parameter?.Ordinal == 1).Value;
        if (!text.ConstantValue.HasValue && IsMadeHere(Call.Unwrap(text))) member.Report(new Finding(this, text.Syntax) { Others = [text.Syntax] });
    }

    private static bool IsMadeHere(IOperation text) => text is IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } or IInterpolatedStringOperation
        || text is IInvocationOperation { TargetMethod: { Name: "Format", ContainingType.SpecialType: SpecialType.System_String } format } call
            && format.Parameters[0].Type.SpecialType == SpecialType.System_String && call.Arguments[0].Value.ConstantValue.HasValue;
}
