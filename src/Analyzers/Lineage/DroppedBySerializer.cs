using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Weft.Analyzers.Reading;

namespace Weft.Analyzers.Lineage;

/// <summary>WEFT304: what is written as JSON leaves out the member that says where a record comes from.</summary>
internal sealed class DroppedBySerializer() : Rule(_descriptor, CallTraits.Json, OperationKind.Invocation)
{
    private static readonly DiagnosticDescriptor _descriptor = new(
        RuleIds.DroppedBySerializer,
        "Serialisation drops the span",
        "JsonSerializer leaves '{0}' out, which says where the record comes from: mark it with [JsonInclude], or with [JsonIgnore] when that is meant",
        "Weft.Lineage",
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "JsonSerializer writes public properties. A span or context in a field, or in a property that is not public, stays behind.",
        helpLinkUri: HelpLink(RuleIds.DroppedBySerializer));

    internal override void Examine(IOperation operation, MemberAnalysis member)
    {
        var call = (IInvocationOperation)operation;
        if (!IsSerializer(call.TargetMethod.ContainingType) || !call.TargetMethod.Name.StartsWith("Serialize", StringComparison.Ordinal) || HasSettings(call)) return;
        if (call.Arguments.FirstOrDefault(argument => argument.Parameter?.Name == "value") is not { } written || Call.Unwrap(written.Value).Type is not { } type) return;
        if (DroppedMemberOf(RecordOf(type), member) is not { } dropped) return;
        member.Report(new Finding(this, written.Value.Syntax, dropped.ContainingType.Name + "." + dropped.Name)
        {
            Others = dropped.DeclaringSyntaxReferences.Take(1).Select(declaration => declaration.GetSyntax(member.CancellationToken)),
        });
    }

    internal static bool IsSerializer(INamedTypeSymbol type)
        => type is { Name: "JsonSerializer", ContainingNamespace: { Name: "Json", ContainingNamespace: { Name: "Text", ContainingNamespace.Name: "System" } } };

    // With settings of its own, or a generated context, the serializer may do anything.
    private static bool HasSettings(IInvocationOperation call) => call.Arguments.Any(argument => argument.Parameter?.Name is "options" or "jsonTypeInfo" or "context"
        && argument.ArgumentKind == ArgumentKind.Explicit && argument.Value.ConstantValue is not { HasValue: true, Value: null });

    private static ITypeSymbol RecordOf(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => array.ElementType,
        INamedTypeSymbol { TypeArguments.Length: 1 } named when RecordTypes.Gives(named) => named.TypeArguments[0],
        _ => type,
    };

    // Of a type of this project: in a build nothing more is known of those of others, which an editor would see.
    private static ISymbol? DroppedMemberOf(ITypeSymbol type, MemberAnalysis member)
        => member.IsOfThisProject(type) && !HasConverter(type) ? member.Weft.ValuesOf(type).Lineage.FirstOrDefault(IsDropped) : null;

    private static bool IsDropped(ISymbol value)
        => (value is IFieldSymbol || value.DeclaredAccessibility != Accessibility.Public || value is IPropertySymbol { GetMethod: null or { DeclaredAccessibility: not Accessibility.Public } })
        && !value.GetAttributes().Any(attribute => attribute.AttributeClass is { Name: "JsonIncludeAttribute" or "JsonIgnoreAttribute" or "JsonConverterAttribute" });

    private static bool HasConverter(ITypeSymbol type) => type.GetAttributes().Any(attribute => attribute.AttributeClass is { Name: "JsonConverterAttribute" });
}
