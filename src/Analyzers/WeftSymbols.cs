using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Weft.Analyzers;

/// <summary>What the rules must know of Weft in one compilation, resolved once.</summary>
internal sealed class WeftSymbols
{
    private readonly Mark _notWoven;
    private readonly Mark _boundary;
    private readonly Mark _required;
    private readonly INamedTypeSymbol? _span;

    private readonly ConcurrentDictionary<ITypeSymbol, TypeValues> _values = new(SymbolEqualityComparer.Default);
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
        _notWoven = new Mark(compilation.GetTypeByMetadataName("Weft.NotWovenAttribute"));
        _boundary = new Mark(compilation.GetTypeByMetadataName("Weft.LineageBoundaryAttribute"));
        _required = new Mark(compilation.GetTypeByMetadataName("Weft.LineageRequiredAttribute"));
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

    /// <summary>What the objects of a type hold; found once.</summary>
    internal TypeValues ValuesOf(ITypeSymbol type) => _values.GetOrAdd(type, other => TypeValues.Of(other, this));

    internal static ITypeSymbol TypeOf(ISymbol value) => value is IFieldSymbol field ? field.Type : ((IPropertySymbol)value).Type;

    /// <summary>Whether the weaver leaves a symbol alone because it, something around it or its assembly says so.</summary>
    internal bool IsNotWoven(ISymbol symbol) => _notWoven.IsOn(symbol);

    /// <summary>Whether a symbol, or something around it, says that lineage ends in it on purpose.</summary>
    internal bool IsBoundary(ISymbol symbol) => _boundary.IsOn(symbol);

    /// <summary>Whether a symbol, or something around it, says that lineage must not be lost in it.</summary>
    internal bool IsRequired(ISymbol symbol) => _required.IsOn(symbol);

    internal static bool Has(ISymbol symbol, INamedTypeSymbol? attribute)
        => attribute is not null && symbol.GetAttributes().Any(given => SymbolEqualityComparer.Default.Equals(given.AttributeClass, attribute));

    private static bool Is(ITypeSymbol? type, INamedTypeSymbol? other) => SymbolEqualityComparer.Default.Equals(type, other);
}
