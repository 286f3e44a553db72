using Fody;
using Mono.Cecil;
using Weft.Fody.Tests.Harness;
using Xunit;

namespace Weft.Fody.Tests;

// Proves: a build without the right Weft.dll says so and how to mend it, and a method of Woven whose signature is not the original's is never used.
public class RuntimeResolutionTests
{
    private static readonly CompiledAssembly _unwoven = Construct.CompileMembers("public static List<int> Run() => new[] { 1, 2 }.Where(n => n > 1).ToList();");

    [Fact]
    public void Resolve_NoRuntime_SaysSoAndHowToMendIt()
    {
        WeavingException refused = Assert.Throws<WeavingException>(() => TestWeaver.Weave(_unwoven, withoutRuntime: true));

        Assert.Contains("Weft.dll is not among the references", refused.Message, StringComparison.Ordinal);
        Assert.Contains("Reference the package Weft", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Resolve_OtherContractVersion_IsRefused()
    {
        WeavingException refused = Refusal(module => module.GetType("Weft.Woven").Fields.Single(f => f.Name == "ContractVersion").Constant = 7);

        Assert.Contains("has version 7 of the weaver-runtime contract, this weaver writes version 1", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Cut")]
    [InlineData("RegisterModule")]
    [InlineData("Received")]
    [InlineData("Within")]
    public void Resolve_MemberMissing_NamesIt(string member)
    {
        WeavingException refused = Refusal(module => module.GetType("Weft.Woven").Methods.Single(m => m.Name == member).Name = "Other");

        Assert.Contains($"has no Weft.Woven.{member}", refused.Message, StringComparison.Ordinal);
    }

    public static TheoryData<string, Action<MethodDefinition>> WrongSignatures => new()
    {
        { "return type", where => where.ReturnType = where.Module.TypeSystem.Object },
        { "parameter type", where => where.Parameters[1].ParameterType = where.Module.TypeSystem.Object },
        { "generic argument", where => where.Parameters[0].ParameterType = Enumerable(where, where.GenericParameters[0]) },
        { "site is not an int", where => where.Parameters[2].ParameterType = where.Module.TypeSystem.Int64 },
        { "constraint", where => where.GenericParameters[1].HasReferenceTypeConstraint = true },
        { "no lineage", where => where.GenericParameters[0].Constraints.Clear() },
        { "not public", where => where.IsAssembly = true },
    };

    [Theory]
    [MemberData(nameof(WrongSignatures))]
    public void Map_WrongSignature_IsNotRedirectedTo(string what, Action<MethodDefinition> spoil)
    {
        TestRuntime spoilt = TestRuntime.Fake.With(module => spoil(module.GetType("Weft.Woven").Methods.First(m => m.Name == "Where" && m.Parameters[0].ParameterType.Name == "IEnumerable`1")));

        WeaveResult woven = TestWeaver.Weave(_unwoven, spoilt);

        Assert.True(woven.Sites!.Rows.Select(r => r.Operator).SequenceEqual(["Where", "ToList"]), what);
        Assert.EndsWith("1 site, 1 output, 1 flow ends (Record)", woven.Summary, StringComparison.Ordinal);
        using ModuleDefinition module = IlPrinter.Read(woven.Assembly);
        Assert.Equal("System.Linq.Enumerable", ((MethodReference)Mutation.CallOf(Mutation.Method(module, "Run"), "Where").Operand).DeclaringType.FullName);
    }

    private static GenericInstanceType Enumerable(MethodDefinition method, TypeReference of)
    {
        TypeReference open = ((GenericInstanceType)method.Parameters[0].ParameterType).ElementType;
        return new GenericInstanceType(open) { GenericArguments = { of } };
    }

    private static WeavingException Refusal(Action<ModuleDefinition> change) =>
        Assert.Throws<WeavingException>(() => TestWeaver.Weave(_unwoven, TestRuntime.Fake.With(change)));
}
