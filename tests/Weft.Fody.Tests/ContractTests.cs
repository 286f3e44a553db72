extern alias runtime;

using System.Reflection;
using Mono.Cecil;
using Weft.Catalog;
using Weft.Fody.Contract;
using Weft.Fody.Mapping;
using Weft.Fody.Tests.Harness;
using Xunit;

namespace Weft.Fody.Tests;

// Proves: the runtime has everything that the weaver names, by the shape that it writes calls in; every overload of every operator of the
// catalog has a method of Woven to go to; and no method of Woven waits for a call that never comes.
public sealed class ContractTests : IDisposable
{
    private static readonly Assembly _runtime = typeof(runtime::Weft.Woven).Assembly;

    private readonly ReferenceResolver _resolver = new(TestRuntime.Real, []);

    public void Dispose() => _resolver.Dispose();

    [Fact]
    public void Runtime_NamesThatTheWeaverUses_Exist()
    {
        Type woven = _runtime.GetType(ContractNames.Woven, throwOnError: true)!;
        Type lineage = _runtime.GetType(ContractNames.LineageInterface, throwOnError: true)!;

        Assert.Equal(ContractNames.Assembly, _runtime.GetName().Name);
        Assert.Equal(ContractNames.Version, woven.GetField(ContractNames.ContractVersion)!.GetRawConstantValue());
        Assert.Equal(typeof(int), woven.GetMethod(ContractNames.RegisterModule, [typeof(Type), typeof(int)])!.ReturnType);
        foreach (string mode in new[] { ContractNames.Recording, ContractNames.NoLineage })
        {
            Type type = _runtime.GetType(mode, throwOnError: true)!;
            Assert.True(type.IsValueType && lineage.IsAssignableFrom(type));
        }
        Assert.NotNull(_runtime.GetType(ContractNames.WovenAssemblyAttribute, throwOnError: true)!.GetConstructor([typeof(int), typeof(string)]));
        Assert.NotNull(_runtime.GetType(ContractNames.NotWovenAttribute, throwOnError: true));
    }

    [Fact]
    public void Runtime_Cut_HasTheShapeThatTheWeaverCalls()
    {
        MethodInfo cut = Assert.Single(_runtime.GetType(ContractNames.Woven)!.GetMember(ContractNames.Cut).OfType<MethodInfo>());
        Type[] generic = cut.GetGenericArguments();

        Assert.Equal(2, generic.Length);
        Assert.Equal([generic[1], typeof(int)], cut.GetParameters().Select(p => p.ParameterType));
        Assert.Equal(generic[1], cut.ReturnType);
    }

    [Fact]
    public void Catalog_EveryOverload_HasItsMethodOfWoven()
    {
        List<string> missing = [.. Originals().Where(o => !Woven().Any(w => w.Name == o.Row.WovenName && SignatureMatch.Replaces(w, o.Method))).Select(o => o.Method.FullName)];

        Assert.True(missing.Count == 0, $"no method of Woven takes the place of\n{string.Join('\n', missing)}");
    }

    [Fact]
    public void Catalog_EveryRow_NamesAMethodOfTheBaseLibraries()
    {
        ILookup<OperatorRow, MethodDefinition> methods = Originals().ToLookup(o => o.Row, o => o.Method);

        Assert.Empty(OperatorCatalog.Rows.Where(row => !methods.Contains(row)).Select(row => $"{row.DeclaringType}.{row.Name}"));
    }

    [Fact]
    public void Woven_EveryOperator_TakesThePlaceOfAnOriginal()
    {
        List<(OperatorRow Row, MethodDefinition Method)> originals = [.. Originals()];
        IEnumerable<MethodDefinition> operators = Woven().Where(m => m.Name is not (ContractNames.Cut or ContractNames.RegisterModule));

        Assert.Empty(operators.Where(w => !originals.Any(o => o.Row.WovenName == w.Name && SignatureMatch.Replaces(w, o.Method))).Select(w => w.FullName));
    }

    private IEnumerable<(OperatorRow Row, MethodDefinition Method)> Originals() =>
        from row in OperatorCatalog.Rows
        from assembly in new[] { "System.Linq", "System.Runtime" }
        let type = _resolver.Resolve(assembly)!.MainModule.GetType(row.DeclaringType)
        where type is not null
        from method in type.Methods
        where method.Name == row.Name && method.IsPublic && method.IsStatic
        select (row, method);

    private IEnumerable<MethodDefinition> Woven() =>
        _resolver.Resolve(ContractNames.Assembly)!.MainModule.GetType(ContractNames.Woven).Methods.Where(m => m.IsPublic && m.IsStatic && !m.IsSpecialName);
}
