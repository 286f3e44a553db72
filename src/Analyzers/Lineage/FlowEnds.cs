using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Weft.Analyzers.Reading;

namespace Weft.Analyzers.Lineage;

/// <summary>The calls that take records and give records in a way that the weaver does not follow: what docs/weaving.md says of where a flow ends.</summary>
internal sealed class FlowEnds
{
    private readonly Compilation _compilation;
    private readonly INamedTypeSymbol? _wovenMark;
    private readonly System.Collections.Concurrent.ConcurrentDictionary<IAssemblySymbol, bool> _woven = new(SymbolEqualityComparer.Default);

    internal FlowEnds(Compilation compilation)
    {
        _compilation = compilation;
        _wovenMark = compilation.GetTypeByMetadataName("Weft.WovenAssemblyAttribute");
    }

    /// <summary>Why a flow ends at a call; null where it does not.</summary>
    internal string? ReasonOf(IOperation operation)
    {
        if (!Call.TryGet(operation, out Call call)) return null;
        IMethodSymbol declared = (call.Method.ReducedFrom ?? call.Method).OriginalDefinition;
        bool isConstructor = declared.MethodKind == MethodKind.Constructor;
        if (!isConstructor && declared.MethodKind is not (MethodKind.Ordinary or MethodKind.ReducedExtension)) return null;
        if (!GivesRecords(isConstructor ? declared.ContainingType : declared.ReturnType)) return null;
        return IsLinq(declared.ContainingType) ? ReasonOfLinq(declared) : ReasonOfForeign(call, declared, (operation as IInvocationOperation)?.Instance);
    }

    private static bool IsLinq(INamedTypeSymbol type)
        => type is { Name: "Enumerable" or "ParallelEnumerable", ContainingNamespace: { Name: "Linq", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } } };

    private static string? ReasonOfLinq(IMethodSymbol method)
        => method.Name is "AsEnumerable" or "AsSequential" || FollowedMethods.Contains(method) || !method.Parameters.Any(parameter => RecordTypes.IsSequence(parameter.Type)) ? null : method.Name;

    private string? ReasonOfForeign(Call call, IMethodSymbol declared, IOperation? receiver)
    {
        if (declared.ContainingAssembly is not { } assembly || IsWoven(assembly) || declared.ContainingType.SpecialType == SpecialType.System_String) return null;
        // What the compiler puts into an array for 'params' are values of the call itself.
        IEnumerable<(ITypeSymbol Declared, ITypeSymbol? Given)> operands = call.Arguments.Where(argument => argument.Parameter is not null && argument.ArgumentKind == ArgumentKind.Explicit)
            .Select(argument => (argument.Parameter!.OriginalDefinition.Type, (ITypeSymbol?)argument.Parameter.Type));
        if (receiver is not null) operands = operands.Prepend((declared.ContainingType, receiver.Type));
        if (!operands.Any(operand => RecordTypes.Brings(operand.Declared) && !RecordTypes.IsBuffer(operand.Given))) return null;
        if (IsBuilder(declared, receiver) || FollowedMethods.Contains(declared)) return null;
        return call.Name;
    }

    private static bool GivesRecords(ITypeSymbol type)
        => type is INamedTypeSymbol { Name: "Task" or "ValueTask", TypeArguments.Length: 1, ContainingNamespace.Name: "Tasks" } task ? RecordTypes.Gives(task.TypeArguments[0]) : RecordTypes.Gives(type);

    // Such a method gives back what it was called on, to be called in a chain.
    private static bool IsBuilder(IMethodSymbol method, IOperation? receiver)
        => method.ReturnType is INamedTypeSymbol { IsGenericType: false } result
        && SymbolEqualityComparer.Default.Equals(result, receiver?.Type ?? method.Parameters.FirstOrDefault()?.Type);

    private bool IsWoven(IAssemblySymbol assembly)
        => SymbolEqualityComparer.Default.Equals(assembly, _compilation.Assembly)
        || _woven.GetOrAdd(assembly, other => SymbolEqualityComparer.Default.Equals(other, _wovenMark?.ContainingAssembly) || WeftSymbols.Has(other, _wovenMark));
}
