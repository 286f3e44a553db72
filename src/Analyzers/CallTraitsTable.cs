using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Weft.Analyzers.ExecutionUnits;
using Weft.Analyzers.Lineage;
using Weft.Analyzers.Propagation;
using Weft.Analyzers.Reading;
using Weft.Analyzers.Sinks;

namespace Weft.Analyzers;

/// <summary>The traits of the methods that a compilation calls, each found at its first call.</summary>
internal sealed class CallTraitsTable
{
    private readonly ConcurrentDictionary<IMethodSymbol, CallTraits> _known = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<IAssemblySymbol, bool> _mayKnowWeft = new(SymbolEqualityComparer.Default);
    private readonly Func<IMethodSymbol, CallTraits> _find;
    private readonly WeftSymbols _weft;
    private readonly SinkCatalog _sinks;
    private readonly ContextOverloads _overloads;
    private readonly FlowEnds _flowEnds;

    internal CallTraitsTable(WeftSymbols weft, SinkCatalog sinks, ContextOverloads overloads, FlowEnds flowEnds)
    {
        _overloads = overloads;
        _weft = weft;
        _sinks = sinks;
        _flowEnds = flowEnds;
        _find = Find;
    }

    internal CallTraits Of(IMethodSymbol called) => _known.GetOrAdd(Call.Declared(called), _find);

    private CallTraits Find(IMethodSymbol method)
    {
        if (method.ContainingType is not { } type) return CallTraits.None; // a function pointer
        bool isConstructor = method.MethodKind == MethodKind.Constructor;
        var traits = CallTraits.None;
        if (_sinks.IsSink(type, method)) traits |= CallTraits.Sink;
        if (!isConstructor && RunningTogether.MayConcern(method)) traits |= CallTraits.Task;
        if (MayKnowWeft(type.ContainingAssembly)) traits |= OfWeft(method, type);
        if (_flowEnds.MayConcern(method)) traits |= CallTraits.FlowEnd;
        if (Fills.MayConcern(method)) traits |= CallTraits.Fill;
        if (FlowEnds.IsLinq(type)) traits |= CallTraits.Linq;
        if (!isConstructor && DroppedBySerializer.IsSerializer(type)) traits |= CallTraits.Json;
        if (isConstructor && NoHeaders.IsClient(type)) traits |= CallTraits.Client;
        return traits;
    }

    private CallTraits OfWeft(IMethodSymbol method, INamedTypeSymbol type)
    {
        var traits = CallTraits.None;
        if (_weft.IsUnitOrScope(type) || _weft.IsStartMethod(method)) traits |= CallTraits.Unit;
        if (_sinks.IsMarked(method)) traits |= CallTraits.Sink;
        if (ContextParameters.MayConcern(method, _weft, _overloads)) traits |= CallTraits.Context;
        if (method.MethodKind == MethodKind.Constructor && _weft.ValuesOf(type).Lineage.Count > 0) traits |= CallTraits.Record;
        return traits;
    }

    /// <summary>Whether an assembly may have something of Weft's in its signatures.</summary>
    // To read the attributes and signatures of the base libraries is what would take the time.
    internal bool MayKnowWeft(IAssemblySymbol? assembly) => assembly is not null && _mayKnowWeft.GetOrAdd(assembly, other
        => other is ISourceAssemblySymbol || _weft.IsOwn(other) || other.Modules.Any(module => module.ReferencedAssemblies.Any(reference => reference.Name == _weft.Unit.ContainingAssembly.Name)));
}
