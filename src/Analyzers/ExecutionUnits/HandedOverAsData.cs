using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Weft.Analyzers.Reading;
using Weft.Analyzers.Sinks;

namespace Weft.Analyzers.ExecutionUnits;

/// <summary>WEFT104: a unit goes to another executor as an item, or as part of one.</summary>
internal sealed class HandedOverAsData() : Rule(_descriptor, CallTraits.Sink, OperationKind.Invocation)
{
    private static readonly DiagnosticDescriptor _descriptor = new(
        RuleIds.HandedOverAsData,
        "Execution unit handed over as data",
        "'{0}' hands an execution unit to another executor: send its Context",
        "Weft.ExecutionUnits",
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "Who takes an item out of a channel or a queue is another executor than who put it in. It depends on the sender's context, and records its events under a unit of its own.",
        helpLinkUri: HelpLink(RuleIds.HandedOverAsData));

    internal override void Examine(IOperation operation, MemberAnalysis member)
    {
        var call = (IInvocationOperation)operation;
        SinkKind kind = member.Sinks.KindOf(call.TargetMethod);
        if (kind is not (SinkKind.HandOver or SinkKind.Table or SinkKind.Broker)) return;
        foreach (IArgumentOperation argument in call.Arguments)
        {
            if (argument.ArgumentKind != ArgumentKind.Explicit || !HoldsUnit(Call.Unwrap(argument.Value), member) || IsForNobodyElse(call, member)) continue;
            // What is kept is often found again by who put it there, or asked what it was when all is done.
            member.Report(new Finding(this, argument.Value.Syntax, call.TargetMethod.ContainingType.Name + "." + call.TargetMethod.Name) { Severity = kind == SinkKind.Table ? DiagnosticSeverity.Info : null });
            return;
        }
    }

    // A collection that the member makes, and that it alone uses: no lambda, and nobody whom it is given to.
    private static bool IsForNobodyElse(IInvocationOperation call, MemberAnalysis member)
        => call.Instance is { } receiver && Call.Unwrap(receiver) is ILocalReferenceOperation { Local: { } local } && member.Index.UsesOf(local) is { OnlyValue: IObjectCreationOperation made } uses
            && uses.References.TrueForAll(use => member.Surroundings.FunctionOf(use) == member.Surroundings.FunctionOf(made)
                && (use.Parent is IInvocationOperation asked && asked.Instance == use || use.Parent is IPropertyReferenceOperation || Call.Around(use) is IForEachLoopOperation));

    private static bool HoldsUnit(IOperation item, MemberAnalysis member)
    {
        WeftSymbols weft = member.Weft;
        if (item.Type is not { } type || item is IDelegateCreationOperation) return false;
        if (weft.IsUnitOrScope(type)) return true;
        if (type is INamedTypeSymbol { IsTupleType: true } tuple) return tuple.TupleElements.Any(element => weft.IsUnitOrScope(element.Type));
        return member.Knowledge.Calls.MayKnowWeft(type.ContainingAssembly) && !weft.IsOwn(type) && weft.ValuesOf(type).Units.Any(IsData) && IsMessage(type);
    }

    // A record, or a class of values alone. What does something itself (a subscription, a session) is not sent: others are told of it, and who acts for its unit is its own affair.
    private static bool IsMessage(ITypeSymbol type) => type.IsRecord || type.IsValueType || !type.GetMembers().Any(member
        => member is IMethodSymbol { MethodKind: MethodKind.Ordinary, IsStatic: false, IsOverride: false, IsImplicitlyDeclared: false, DeclaredAccessibility: not Accessibility.Private, Name: not "Deconstruct" });

    // A unit that the type starts for itself is not sent: what is sent can be given from outside.
    private static bool IsData(ISymbol value) => value.DeclaredAccessibility is Accessibility.Public or Accessibility.Internal or Accessibility.ProtectedOrInternal;
}
