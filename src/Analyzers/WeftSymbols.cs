using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Weft.Analyzers;

/// <summary>What the rules must know of Weft in one compilation, resolved once.</summary>
internal sealed class WeftSymbols
{
    private readonly INamedTypeSymbol? _notWoven;
    private readonly INamedTypeSymbol? _boundary;
    private readonly INamedTypeSymbol? _required;
    private readonly INamedTypeSymbol? _span;

    private readonly Vocabulary _vocabulary;
    private readonly INamedTypeSymbol? _starter;

    private WeftSymbols(Compilation compilation, Vocabulary vocabulary, INamedTypeSymbol unit, INamedTypeSymbol scope, INamedTypeSymbol traceContext, INamedTypeSymbol lineageContext)
    {
        _vocabulary = vocabulary;
        _starter = compilation.GetTypeByMetadataName(vocabulary.Starter);
        Unit = unit;
        Scope = scope;
        TraceContext = traceContext;
        LineageContext = lineageContext;
        _span = compilation.GetTypeByMetadataName("Weft.SpanId");
        _notWoven = compilation.GetTypeByMetadataName("Weft.NotWovenAttribute");
        _boundary = compilation.GetTypeByMetadataName("Weft.LineageBoundaryAttribute");
        _required = compilation.GetTypeByMetadataName("Weft.LineageRequiredAttribute");
        RunsConcurrently = compilation.GetTypeByMetadataName("Weft.RunsConcurrentlyAttribute");
        Deferred = compilation.GetTypeByMetadataName("Weft.DeferredAttribute");
    }

    internal INamedTypeSymbol Unit { get; }

    internal INamedTypeSymbol Scope { get; }

    internal INamedTypeSymbol TraceContext { get; }

    internal INamedTypeSymbol LineageContext { get; }

    internal INamedTypeSymbol? RunsConcurrently { get; }

    internal INamedTypeSymbol? Deferred { get; }

    /// <summary>Null when the compilation does not reference Weft: then a rule registers nothing.</summary>
    internal static WeftSymbols? TryCreate(Compilation compilation, Vocabulary vocabulary)
        => compilation.GetTypeByMetadataName(vocabulary.Unit) is { } unit
        && compilation.GetTypeByMetadataName(vocabulary.Scope) is { } scope
        && compilation.GetTypeByMetadataName(vocabulary.TraceContext) is { } traceContext
        && compilation.GetTypeByMetadataName(vocabulary.LineageContext) is { } lineageContext
            ? new WeftSymbols(compilation, vocabulary, unit, scope, traceContext, lineageContext)
            : null;

    /// <summary>Whether a type is that of an execution unit or of its scope.</summary>
    internal bool IsUnitOrScope(ITypeSymbol? type) => IsUnit(type) || Is(type, Scope) || (type is INamedTypeSymbol { ConstructedFrom.SpecialType: SpecialType.System_Nullable_T } maybe && Is(maybe.TypeArguments[0], Scope));

    internal bool IsUnit(ITypeSymbol? type) => Is(type, Unit);

    internal bool IsTraceContext(ITypeSymbol? type) => Is(type, TraceContext);

    internal bool IsLineageContext(ITypeSymbol? type) => Is(type, LineageContext);

    /// <summary>Whether a value of a type says where a record comes from: its span, or the context that it came with.</summary>
    internal bool IsLineage(ITypeSymbol? type) => IsTraceContext(type) || IsLineageContext(type) || Is(type, _span);

    /// <summary>Whether a property or field is one of Weft's own.</summary>
    internal bool IsOwn(ISymbol symbol) => SymbolEqualityComparer.Default.Equals(symbol as IAssemblySymbol ?? symbol.ContainingAssembly, Unit.ContainingAssembly);

    /// <summary>Whether a call begins an execution unit.</summary>
    internal bool IsStart(IOperation operation) => operation is IInvocationOperation { TargetMethod: { } method } && IsStartMethod(method);

    /// <summary>Whether a method begins an execution unit.</summary>
    internal bool IsStartMethod(IMethodSymbol method) => method.Name == _vocabulary.Start && Is(method.ContainingType, _starter);

    /// <summary>Whether a method records something under its unit.</summary>
    internal bool IsProgress(IMethodSymbol method) => IsUnit(method.ContainingType) && Array.IndexOf(_vocabulary.Progress, method.Name) >= 0;

    /// <summary>The argument that says what a unit depends on; null when it goes on from the current one.</summary>
    internal IOperation? CauseOf(IInvocationOperation start)
        => start.Arguments.FirstOrDefault(argument => argument.Parameter?.Name == _vocabulary.Cause) is { ArgumentKind: ArgumentKind.Explicit } argument ? argument.Value : null;

    /// <summary>Whether an operation is <c>ExecutionUnit.Current</c>.</summary>
    internal bool IsCurrent(IOperation operation) => operation is IPropertyReferenceOperation { Property: { Name: "Current", IsStatic: true } property } && Is(property.ContainingType, Unit);

    /// <summary>The members of a type that carry lineage, those that it inherits first.</summary>
    internal IEnumerable<ISymbol> LineageMembers(ITypeSymbol type) => InstanceValues(type).Where(member => IsLineage(TypeOf(member)));

    /// <summary>The fields and properties that hold the values of an object, those that it inherits first.</summary>
    internal static IEnumerable<ISymbol> InstanceValues(ITypeSymbol type)
    {
        IEnumerable<ISymbol> own = type.GetMembers().Where(member => !member.IsStatic && !member.IsImplicitlyDeclared && member is IFieldSymbol or IPropertySymbol { IsIndexer: false });
        own = own.Concat(type.GetMembers().Where(member => member is IPropertySymbol { IsImplicitlyDeclared: true, IsStatic: false, Name: not "EqualityContract" }));
        return type.BaseType is { SpecialType: not (SpecialType.System_Object or SpecialType.System_ValueType) } parent ? InstanceValues(parent).Concat(own) : own;
    }

    internal static ITypeSymbol TypeOf(ISymbol value) => value is IFieldSymbol field ? field.Type : ((IPropertySymbol)value).Type;

    /// <summary>Whether the weaver leaves a symbol alone because it, something around it or its assembly says so.</summary>
    internal bool IsNotWoven(ISymbol symbol) => IsMarked(symbol, _notWoven);

    /// <summary>Whether a symbol, or something around it, says that lineage ends in it on purpose.</summary>
    internal bool IsBoundary(ISymbol symbol) => IsMarked(symbol, _boundary);

    /// <summary>Whether a symbol, or something around it, says that lineage must not be lost in it.</summary>
    internal bool IsRequired(ISymbol symbol) => IsMarked(symbol, _required);

    internal static bool Has(ISymbol symbol, INamedTypeSymbol? attribute)
        => attribute is not null && symbol.GetAttributes().Any(given => SymbolEqualityComparer.Default.Equals(given.AttributeClass, attribute));

    private static bool IsMarked(ISymbol symbol, INamedTypeSymbol? attribute)
    {
        if (attribute is null) return false;
        for (ISymbol? outer = symbol; outer is not null; outer = outer.ContainingSymbol)
        {
            if (Has(outer, attribute)) return true;
            if (outer is IMethodSymbol { AssociatedSymbol: { } property } && Has(property, attribute)) return true;
        }
        return false;
    }

    private static bool Is(ITypeSymbol? type, INamedTypeSymbol? other) => SymbolEqualityComparer.Default.Equals(type, other);
}
