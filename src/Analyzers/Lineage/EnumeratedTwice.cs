using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Weft.Analyzers.Reading;

namespace Weft.Analyzers.Lineage;

/// <summary>WEFT306: a lazy flow in a local is read twice, and its records are made twice.</summary>
internal sealed class EnumeratedTwice() : Rule(_descriptor, CallTraits.None, OperationKind.VariableDeclarator)
{
    private static readonly DiagnosticDescriptor _descriptor = new(
        RuleIds.EnumeratedTwice,
        "Lazy flow enumerated twice",
        "'{0}' is read a second time here, and each time makes its records anew, with spans of their own: read it once into a list",
        "Weft.Lineage",
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        description: "A lazy flow runs whenever it is read. Records that are derived twice have two spans, and two answers that look alike are about different records.",
        helpLinkUri: HelpLink(RuleIds.EnumeratedTwice));

    internal override void Examine(IOperation operation, MemberAnalysis member)
    {
        var declarator = (IVariableDeclaratorOperation)operation;
        if (!member.IsWoven || declarator.GetVariableInitializer() is not { Value: { } value } initializer || !IsLazy(Call.Unwrap(value) is ITranslatedQueryOperation query ? query.Operation : Call.Unwrap(value)) || !IsSequence(declarator.Symbol.Type)) return;
        List<ILocalReferenceOperation> references = member.Index.UsesOf(declarator.Symbol).References;
        if (references.Count < 2 || references.Any(LocalUses.IsWritten)) return;
        var readings = new Readings();
        ILocalReferenceOperation? second = references.Where(IsRead).Where(reference => member.Surroundings.FunctionOf(reference) == member.Surroundings.FunctionOf(declarator)).FirstOrDefault(readings.Add);
        if (second is not null) member.Report(new Finding(this, second.Syntax, declarator.Symbol.Name) { Others = [initializer.Value.Syntax] });
    }

    private static bool IsLazy(IOperation value) => value is IInvocationOperation { TargetMethod: { ContainingType.Name: "Enumerable" } method } && IsSequence(method.ReturnType)
        && method.Name is not ("AsEnumerable" or "Empty" or "Range" or "Repeat" or "Cast" or "OfType") && FollowedMethods.Contains(method);

    private static bool IsSequence(ITypeSymbol type) => type.OriginalDefinition.SpecialType == SpecialType.System_Collections_Generic_IEnumerable_T || type.Name == "IOrderedEnumerable";

    // By a loop, or by an operator that reads at once.
    private static bool IsRead(ILocalReferenceOperation reference) => Call.Around(reference) switch
    {
        IForEachLoopOperation => true,
        IArgumentOperation { Parent: IInvocationOperation { TargetMethod.ContainingType.Name: "Enumerable" } reader } => !IsSequence(reader.TargetMethod.ReturnType),
        _ => false,
    };
}
