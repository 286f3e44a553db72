using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Weft.Analyzers.Reading;

namespace Weft.Analyzers.Lineage;

/// <summary>Collections that begin empty where they are used, and have no lineage that could be lost: what is put in one by one is not followed, and no flow ends with it.</summary>
internal static class NewCollection
{
    /// <summary>Whether a value is <c>ImmutableList&lt;T&gt;.Empty</c>, <c>Create()</c>, <c>CreateBuilder()</c>, <c>new()</c>, what calls with single values make of it, or a local that is declared with one.</summary>
    internal static bool Is(IOperation value, MemberAnalysis member)
    {
        while (true)
        {
            switch (Call.Unwrap(value))
            {
                case IFieldReferenceOperation { Field: { IsStatic: true, Name: "Empty" } }:
                case IPropertyReferenceOperation { Property: { IsStatic: true, Name: "Empty" } }:
                case IObjectCreationOperation { Arguments.IsEmpty: true, Initializer: null }:
                    return true;
                case IInvocationOperation { TargetMethod: { IsStatic: true, Name: "Create" or "CreateBuilder" or "Empty" } } made when !TakesRecords(made):
                    return true;
                case IInvocationOperation { Instance: { } instance } changed when RecordTypes.Brings(changed.TargetMethod.ContainingType) && !TakesRecords(changed):
                    value = instance;
                    break;
                case ILocalReferenceOperation local when member.Index.UsesOf(local.Local) is { OnlyValue: { } only } uses && !uses.References.Any(IsGivenRecords):
                    value = only;
                    break;
                default:
                    return false;
            }
        }
    }

    // builder.AddRange(records): what it has then is theirs.
    private static bool IsGivenRecords(ILocalReferenceOperation collection)
        => collection.Parent is IInvocationOperation call && call.Instance == collection && TakesRecords(call);

    private static bool TakesRecords(IInvocationOperation call)
        => call.Arguments.Any(argument => argument is { ArgumentKind: ArgumentKind.Explicit, Parameter: { } parameter } && RecordTypes.Brings(parameter.OriginalDefinition.Type));
}
