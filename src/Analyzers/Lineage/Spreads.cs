using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Weft.Analyzers.Reading;

namespace Weft.Analyzers.Lineage;

/// <summary>Collection expressions with spreads: records that are copied into a new collection without an operator.</summary>
internal static class Spreads
{
    /// <summary>A collection expression. The compiler that the rules are built against does not show them; later ones do, under this number.</summary>
    internal const OperationKind Kind = (OperationKind)127;

    /// <summary>What a flow ends at, where it ends at a collection expression; null where it does not, or where the compiler makes it of calls that are followed.</summary>
    internal static string? NameOf(IOperation expression, MemberAnalysis member)
    {
        if (expression.Syntax is not CollectionExpressionSyntax syntax || expression.Type is not { } type || (!RecordTypes.Gives(type) && !IsImmutableArray(type))) return null;
        ITypeSymbol[] spread = expression.ChildOperations.Where(element => element.Syntax is SpreadElementSyntax).SelectMany(element => element.ChildOperations)
            .Where(operand => !NewCollection.Is(operand, member)).Select(operand => Call.Unwrap(operand).Type).OfType<ITypeSymbol>().Where(RecordTypes.Brings).ToArray();
        if (spread.Length > 0 && (IsFilled(type, spread) || IsBuilt(type))) return "[.. ]";
        if (spread.Length == 0 || (syntax.Elements.Count == 1 && spread[0] is IArrayTypeSymbol)) return null; // an array alone is copied by ToArray, which is followed
        // [.. list] alone is ToArray or new List; of what has no length the items are added one by one.
        bool isCopied = syntax.Elements.Count > 1 && (type is IArrayTypeSymbol or INamedTypeSymbol { Name: "List" } || IsImmutableArray(type)) && spread.All(HasLength);
        return type.TypeKind == TypeKind.Interface || isCopied ? "[.. ]" : null;
    }

    // A set, say: the compiler writes a loop with its Add, which nobody follows.
    private static bool IsFilled(ITypeSymbol type, ITypeSymbol[] spread)
        => type is INamedTypeSymbol { TypeKind: TypeKind.Class } && type.GetMembers("Add").OfType<IMethodSymbol>().FirstOrDefault(Fills.MayConcern) is not null
        && spread.Any(operand => !operand.IsRefLikeType);

    // By a method of its own that takes a span.
    private static bool IsBuilt(ITypeSymbol type) => type.TypeKind == TypeKind.Class && type.GetAttributes().Any(attribute => attribute.AttributeClass is { Name: "CollectionBuilderAttribute" });

    private static bool IsImmutableArray(ITypeSymbol type) => type is { Name: "ImmutableArray", ContainingNamespace: { Name: "Immutable", ContainingNamespace: { Name: "Collections", ContainingNamespace.Name: "System" } } };

    private static bool HasLength(ITypeSymbol type)
        => type is IArrayTypeSymbol || type.GetMembers().Concat(type.AllInterfaces.SelectMany(face => face.GetMembers())).Any(member => member is IPropertySymbol { Name: "Count" or "Length" });
}
