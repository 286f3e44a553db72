using Microsoft.CodeAnalysis;

namespace Weft.Analyzers.ExecutionUnits;

/// <summary>WEFT103: a unit is kept where several executors reach it: a static, an <c>AsyncLocal</c>, a field of a singleton.</summary>
internal sealed class SharedState() : Rule(_descriptor, CallTraits.None)
{
    private static readonly DiagnosticDescriptor _descriptor = new(
        RuleIds.SharedState,
        "Execution unit in shared state",
        "'{0}' keeps an execution unit where other executors reach it: keep its Context instead",
        "Weft.ExecutionUnits",
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "An execution unit is one sequential executor. What is static, flows with the execution context, or belongs to a singleton is reached by many.",
        helpLinkUri: HelpLink(RuleIds.SharedState));

    internal override void Examine(INamedTypeSymbol declared, DeclarationAnalysis declaration)
    {
        if (declared.TypeKind == TypeKind.Interface || declaration.Weft.IsUnitOrScope(declared)) return;
        bool? isSingleton = null;
        HashSet<ISymbol>? kept = null;
        foreach (ISymbol value in declared.GetMembers())
        {
            if (value is not (IFieldSymbol or IPropertySymbol) || value.IsImplicitlyDeclared) continue;
            ITypeSymbol type = WeftSymbols.TypeOf(value);
            // The type first: it says no of nearly all fields and properties.
            if (!declaration.Weft.IsUnitOrScope(type) && !IsOfUnits(type, declaration.Weft)) continue;
            if (value is IPropertySymbol && !(kept ??= WithFields(declared)).Contains(value)) continue;
            if (!value.IsStatic && IsNamed(type, "AsyncLocal") && IsOfUnits(type, declaration.Weft)) declaration.Report(this, value, severity: null, value.Name);
            else if (value.IsStatic && IsShared(value, type, declaration.Weft)) declaration.Report(this, value, severity: null, value.Name);
            else if (!value.IsStatic && declaration.Weft.IsUnitOrScope(type) && (isSingleton ??= IsSingleton(declared))) declaration.Report(this, value, DiagnosticSeverity.Info, value.Name);
        }
    }

    private static bool IsShared(ISymbol declared, ITypeSymbol type, WeftSymbols weft)
        => (weft.IsUnitOrScope(type) || (IsOfUnits(type, weft) && !IsNamed(type, "ThreadLocal")))
        && !declared.GetAttributes().Any(attribute => attribute.AttributeClass is { Name: "ThreadStaticAttribute" });

    // A list of units, a dictionary with units as values, an AsyncLocal of one: what holds units, not what works on any (a comparer, a formatter), nor what goes along with each.
    private static bool IsOfUnits(ITypeSymbol type, WeftSymbols weft) => type switch
    {
        IArrayTypeSymbol array => weft.IsUnitOrScope(array.ElementType),
        INamedTypeSymbol generic => generic.TypeArguments.Any(argument => weft.IsUnitOrScope(argument)) && Holds(generic),
        _ => false,
    };

    private static bool Holds(INamedTypeSymbol generic) => generic.IsTupleType || generic.Name switch
    {
        "AsyncLocal" or "ThreadLocal" or "Lazy" or "Task" or "ValueTask" or "TaskCompletionSource" or "Channel" or "ChannelReader" or "ChannelWriter" or "StrongBox" or "WeakReference" or "Nullable" => true,
        "ConditionalWeakTable" => false,
        _ => Lineage.RecordTypes.IsSequence(generic),
    };

    // The properties that keep a value themselves.
    private static HashSet<ISymbol> WithFields(INamedTypeSymbol type)
    {
        var kept = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        foreach (ISymbol member in type.GetMembers())
            if (member is IFieldSymbol { AssociatedSymbol: { } property }) kept.Add(property);
        return kept;
    }

    // There is one, and it says so; or the host has one of it.
    private static bool IsSingleton(INamedTypeSymbol type)
        => (type.GetMembers().Any(member => member is IFieldSymbol or IPropertySymbol && member.IsStatic && SymbolEqualityComparer.Default.Equals(WeftSymbols.TypeOf(member), type)) && !CanBeMade(type))
        || type.AllInterfaces.Any(face => face is { Name: "IHostedService", ContainingNamespace: { Name: "Hosting" } });

    // By others than itself: then what it has of itself is a default, or a constant.
    private static bool CanBeMade(INamedTypeSymbol type)
        => type.InstanceConstructors.Any(constructor => !constructor.IsImplicitlyDeclared && constructor.DeclaredAccessibility != Accessibility.Private);

    private static bool IsNamed(ITypeSymbol type, string name) => type.Name == name && type.ContainingNamespace is { Name: "Threading", ContainingNamespace.Name: "System" };
}
