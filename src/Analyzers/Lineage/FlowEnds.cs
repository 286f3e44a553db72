using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Weft.Analyzers.Reading;
using Weft.Catalog;

namespace Weft.Analyzers.Lineage;

/// <summary>The calls that take records and give records in a way that the weaver does not follow: what docs/weaving.md says of where a flow ends.</summary>
internal sealed class FlowEnds
{
    private readonly Compilation _compilation;
    private readonly Func<ISymbol, bool> _isNotWoven;
    private readonly INamedTypeSymbol? _wovenMark;
    private readonly ConcurrentDictionary<IAssemblySymbol, bool> _woven = new(SymbolEqualityComparer.Default);

    /// <param name="compilation">What is analysed.</param>
    /// <param name="isNotWoven">Whether the weaver leaves a symbol of the compilation alone.</param>
    internal FlowEnds(Compilation compilation, Func<ISymbol, bool> isNotWoven)
    {
        _compilation = compilation;
        _isNotWoven = isNotWoven;
        _wovenMark = compilation.GetTypeByMetadataName("Weft.WovenAssemblyAttribute");
    }

    internal static bool IsLinq(INamedTypeSymbol type)
        => type is { Name: "Enumerable" or "ParallelEnumerable", ContainingNamespace: { Name: "Linq", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } } };

    /// <summary>Whether a flow may end at calls of a method, as it is declared.</summary>
    internal bool MayConcern(IMethodSymbol method)
    {
        bool isConstructor = method.MethodKind == MethodKind.Constructor;
        if (!isConstructor && method.MethodKind != MethodKind.Ordinary) return false;
        if (IsLeft(method)) return true;
        if (!GivesRecords(isConstructor ? method.ContainingType : method.ReturnType) || FollowedMethods.Contains(method)) return false;
        if (IsLinq(method.ContainingType)) return method.Name is not ("AsEnumerable" or "AsSequential") && method.Parameters.Any(parameter => RecordTypes.IsSequence(parameter.Type));
        if (method.ContainingType.SpecialType == SpecialType.System_String || method.ContainingAssembly is not { } assembly) return false;
        if (!method.Parameters.Any(parameter => RecordTypes.Brings(parameter.Type)) && (isConstructor || method.IsStatic || !RecordTypes.Brings(method.ContainingType))) return false;
        return !IsWoven(assembly) || IsOwnIterator(method);
    }

    /// <summary>What a flow ends at, where it ends at a call of a method that <see cref="MayConcern"/>; null where it does not.</summary>
    internal static string? NameOf(IOperation operation, MemberAnalysis member)
    {
        if (!Call.TryGet(operation, out Call call)) return null;
        IMethodSymbol declared = Call.Declared(call.Method);
        if (IsLeft(declared)) return call.Name;
        if (IsLinq(declared.ContainingType)) return declared.Name;
        IOperation? receiver = (operation as IInvocationOperation)?.Instance;
        return !IsBuilder(declared, receiver) && IsGivenRecords(call, declared, receiver, member) ? call.Name : null;
    }

    // What the compiler puts into an array for 'params' are values of the call itself.
    private static bool IsGivenRecords(Call call, IMethodSymbol declared, IOperation? receiver, MemberAnalysis member)
    {
        if (receiver is not null && RecordTypes.Brings(declared.ContainingType) && !RecordTypes.IsBuffer(receiver.Type) && !NewCollection.Is(receiver, member)) return true;
        foreach (IArgumentOperation argument in call.Arguments)
        {
            if (argument is not { ArgumentKind: ArgumentKind.Explicit, Parameter: { } parameter }) continue;
            if (RecordTypes.Brings(parameter.OriginalDefinition.Type) && !RecordTypes.IsBuffer(parameter.Type) && !NewCollection.Is(argument.Value, member)) return true;
        }
        return false;
    }

    // What it gives is no sequence; the catalog says so.
    private static bool IsLeft(IMethodSymbol method) => LeavingMethods.Include(FollowedMethods.NameOf(method.ContainingType.OriginalDefinition), method.Name);

    private static bool GivesRecords(ITypeSymbol type)
        => type is INamedTypeSymbol { Name: "Task" or "ValueTask", TypeArguments.Length: 1, ContainingNamespace.Name: "Tasks" } task ? RecordTypes.Gives(task.TypeArguments[0]) : RecordTypes.Gives(type);

    // Such a method gives back what it was called on, to be called in a chain.
    private static bool IsBuilder(IMethodSymbol method, IOperation? receiver)
        => method.ReturnType is INamedTypeSymbol { IsGenericType: false } result
        && SymbolEqualityComparer.Default.Equals(result, receiver?.Type ?? method.Parameters.FirstOrDefault()?.Type);

    private bool IsWoven(IAssemblySymbol assembly)
        => SymbolEqualityComparer.Default.Equals(assembly, _compilation.Assembly)
        || _woven.GetOrAdd(assembly, other => SymbolEqualityComparer.Default.Equals(other, _wovenMark?.ContainingAssembly) || WeftSymbols.Has(other, _wovenMark));

    // What an iterator yields that is not woven is its own.
    private bool IsOwnIterator(IMethodSymbol method)
        => SymbolEqualityComparer.Default.Equals(method.ContainingAssembly, _compilation.Assembly) && _isNotWoven(method) && method.DeclaringSyntaxReferences.Any(declaration =>
            declaration.GetSyntax().DescendantNodes(node => node is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax) || node == declaration.GetSyntax())
                .Any(node => node.IsKind(SyntaxKind.YieldReturnStatement)));
}
