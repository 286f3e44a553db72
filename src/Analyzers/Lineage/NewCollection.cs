using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Weft.Analyzers.Reading;

namespace Weft.Analyzers.Lineage;

/// <summary>Collections that begin empty where they are used, and have no lineage that could be lost: what is put in one by one is not followed, and no flow ends with it.</summary>
internal static class NewCollection
{
    /// <summary>Whether a value is <c>ImmutableList&lt;T&gt;.Empty</c>, <c>Create()</c>, <c>CreateBuilder()</c>, <c>new()</c>, what calls with single values make of it, or a local that is declared with one.</summary>
    // Each link of a chain of calls is asked for its receiver: what is found for one is kept for those in front of it. Not found yet is no: code that is being written may go round in a circle.
    internal static bool Is(IOperation value, MemberAnalysis member)
    {
        Dictionary<object, bool> known = member.NewCollections;
        var asked = new List<object>();
        bool? isNew = null;
        while (isNew is null)
        {
            value = Call.Unwrap(value);
            object key = value is ILocalReferenceOperation local ? member.Index.UsesOf(local.Local) : value;
            if (known.TryGetValue(key, out bool found)) isNew = found;
            else
            {
                known.Add(key, false);
                asked.Add(key);
                if (MadeFrom(value, member) is { } before) value = before;
                else isNew = Begins(value);
            }
        }
        foreach (object key in asked) known[key] = isNew.Value;
        return isNew.Value;
    }

    private static bool Begins(IOperation value) => value switch
    {
        IFieldReferenceOperation { Field: { IsStatic: true, Name: "Empty" } } => true,
        IPropertyReferenceOperation { Property: { IsStatic: true, Name: "Empty" } } => true,
        IObjectCreationOperation { Arguments.IsEmpty: true, Initializer: null } => true,
        IInvocationOperation { TargetMethod: { IsStatic: true, Name: "Create" or "CreateBuilder" or "Empty" } } made => !TakesRecords(made),
        _ => false,
    };

    // What single values are put into, and what a local is declared with.
    private static IOperation? MadeFrom(IOperation value, MemberAnalysis member) => value switch
    {
        IInvocationOperation { Instance: { } instance } changed when RecordTypes.Brings(changed.TargetMethod.ContainingType) && !TakesRecords(changed) => instance,
        ILocalReferenceOperation local when member.Index.UsesOf(local.Local) is { OnlyValue: { } only } uses && !uses.References.Exists(IsGivenRecords) => only,
        _ => null,
    };

    // builder.AddRange(records): what it has then is theirs.
    private static bool IsGivenRecords(ILocalReferenceOperation collection)
        => collection.Parent is IInvocationOperation call && call.Instance == collection && TakesRecords(call);

    private static bool TakesRecords(IInvocationOperation call)
        => call.Arguments.Any(argument => argument is { ArgumentKind: ArgumentKind.Explicit, Parameter: { } parameter } && RecordTypes.Brings(parameter.OriginalDefinition.Type));
}
