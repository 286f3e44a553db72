using Microsoft.CodeAnalysis;

namespace Weft.Analyzers;

/// <summary>The fields and properties that hold the values of a type's objects, as far as they concern Weft; those that it inherits first.</summary>
internal sealed class TypeValues
{
    private TypeValues(ISymbol[] lineage, ISymbol[] units)
    {
        Lineage = lineage;
        Units = units;
    }

    /// <summary>Those that say where a record comes from.</summary>
    internal IReadOnlyList<ISymbol> Lineage { get; }

    /// <summary>Those that hold an execution unit.</summary>
    internal IReadOnlyList<ISymbol> Units { get; }

    internal static TypeValues Of(ITypeSymbol type, WeftSymbols weft)
    {
        IEnumerable<ISymbol> own = type.GetMembers().Where(member => !member.IsStatic && !member.IsImplicitlyDeclared && member is IFieldSymbol or IPropertySymbol { IsIndexer: false });
        own = own.Concat(type.GetMembers().Where(member => member is IPropertySymbol { IsImplicitlyDeclared: true, IsStatic: false, Name: not "EqualityContract" }));
        ISymbol[] values = own.ToArray();
        TypeValues? inherited = type.BaseType is { SpecialType: not (SpecialType.System_Object or SpecialType.System_ValueType) } parent ? weft.ValuesOf(parent) : null;
        return new TypeValues(
            (inherited?.Lineage ?? []).Concat(values.Where(value => weft.IsLineage(WeftSymbols.TypeOf(value)))).ToArray(),
            (inherited?.Units ?? []).Concat(values.Where(value => weft.IsUnitOrScope(WeftSymbols.TypeOf(value)))).ToArray());
    }
}
