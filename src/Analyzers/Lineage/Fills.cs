using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Weft.Analyzers.Reading;
using Weft.Catalog;

namespace Weft.Analyzers.Lineage;

/// <summary>Collections that a loop over records fills in a way that the weaver does not follow: what docs/weaving.md says of what fills a collection unseen, as far as one loop shows it.</summary>
internal static class Fills
{
    /// <summary>The operations by which a collection may be filled, besides calls.</summary>
    internal static readonly OperationKind[] Stores = [OperationKind.SimpleAssignment, OperationKind.CompoundAssignment, OperationKind.CoalesceAssignment, OperationKind.Increment, OperationKind.Decrement];

    /// <summary>Whether calls of a method may fill a collection, as it is declared.</summary>
    internal static bool MayConcern(IMethodSymbol method)
        => method.MethodKind == MethodKind.Ordinary && !method.IsStatic && method.Parameters.Length > 0 && FillingMethods.Include(method.Name) && IsCollection(method.ContainingType) && !FollowedMethods.PutsIn(method);

    /// <summary>What fills which collection; null where an operation fills none, or one that nobody reads.</summary>
    internal static (string Name, ISymbol? Collection)? Of(IOperation operation, MemberAnalysis member)
    {
        if (Put(operation) is not var (collection, values, name) || !member.Surroundings.IsInLoop(operation)) return null;
        foreach (IOperation value in values)
        {
            if (LoopOf(value, member) is not { } loop || !IsFollowed(loop)) continue;
            return IsReadByOthers(collection, loop, member) ? (name, VariableOf(collection)) : null;
        }
        return null;
    }

    // The collection, what is put there and says where, and what a person calls it.
    private static (IOperation Collection, IEnumerable<IOperation> Values, string Name)? Put(IOperation operation) => operation switch
    {
        IInvocationOperation { Instance: { } instance } call => MayConcern(call.TargetMethod)
            ? (instance, call.Arguments.Where(argument => argument.ArgumentKind != ArgumentKind.DefaultValue).Select(argument => argument.Value), call.TargetMethod.ContainingType.Name + "." + call.TargetMethod.Name)
            : null,
        IAssignmentOperation assignment => Store(assignment.Target, assignment.Value),
        IIncrementOrDecrementOperation count => Store(count.Target, value: null),
        _ => null,
    };

    private static (IOperation Collection, IEnumerable<IOperation> Values, string Name)? Store(IOperation target, IOperation? value)
    {
        IEnumerable<IOperation> values = value is null ? [] : [value];
        return target switch
        {
            IArrayElementReferenceOperation element when !RecordTypes.IsBuffer(element.ArrayReference.Type) => (element.ArrayReference, values.Concat(element.Indices), "[..] ="),
            IPropertyReferenceOperation { Property: { IsIndexer: true, SetMethod: { } setter }, Instance: { } instance } item when IsCollection(setter.ContainingType) && !FollowedMethods.PutsIn(setter)
                => (instance, values.Concat(item.Arguments.Select(argument => argument.Value)), setter.ContainingType.Name + "[..] ="),
            _ => null,
        };
    }

    // Of the program's own types the weaver sees the code; one that says of nothing what it holds (headers, parameters of a command) is a library's for its own purposes.
    private static bool IsCollection(INamedTypeSymbol type)
        => !type.IsValueType && type.Locations.All(location => !location.IsInSource)
        && (RecordTypes.Brings(type) || type.SpecialType == SpecialType.System_Array || type is { Name: "PriorityQueue", ContainingNamespace: { Name: "Generic", ContainingNamespace.Name: "Collections" } });

    // The loop whose record a value is made of: of its variable, or of a local that is declared with it.
    private static IForEachLoopOperation? LoopOf(IOperation value, MemberAnalysis member)
    {
        foreach (IOperation part in value.DescendantsAndSelf())
        {
            if (part is not ILocalReferenceOperation { Local: { } local }) continue;
            if (member.Index.LoopOf(local) is { } loop) return loop;
            if (member.Index.UsesOf(local).Value is not { } made) continue;
            foreach (IOperation inner in made.DescendantsAndSelf())
                if (inner is ILocalReferenceOperation { Local: { } record } && member.Index.LoopOf(record) is { } outer) return outer;
        }
        return null;
    }

    // A text is one value rather than records, and a span's enumerator nobody can hold on to.
    private static bool IsFollowed(IForEachLoopOperation loop)
        => !loop.IsAsynchronous && Call.Unwrap(loop.Collection).Type is { IsRefLikeType: false, SpecialType: not SpecialType.System_String };

    // Not what a pass of the loop makes for itself, and not what is only asked whether something is in it.
    private static bool IsReadByOthers(IOperation collection, IForEachLoopOperation loop, MemberAnalysis member)
    {
        if (Call.Unwrap(collection) is not ILocalReferenceOperation { Local: { } local }) return true;
        LocalUses uses = member.Index.UsesOf(local);
        if (uses.Value is { } made && loop.Syntax.Span.Contains(made.Syntax.Span)) return false;
        return !(uses.OnlyValue is { } only && Call.Unwrap(only) is IObjectCreationOperation) || !uses.References.TrueForAll(IsQuestion);
    }

    private static bool IsQuestion(ILocalReferenceOperation set) => set.Parent switch
    {
        IInvocationOperation call => call.Instance == set && FillingMethods.OnlyAsk(call.TargetMethod.Name, call.TargetMethod.Parameters.Length),
        IPropertyReferenceOperation { Property.Name: "Count" } => true,
        _ => false,
    };

    private static ISymbol? VariableOf(IOperation collection) => Call.Unwrap(collection) switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        IMemberReferenceOperation member => member.Member,
        _ => collection.Type,
    };
}
