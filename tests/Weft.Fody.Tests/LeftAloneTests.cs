using Mono.Cecil;
using Mono.Cecil.Cil;
using Weft.Fody.Tests.Harness;
using Xunit;

namespace Weft.Fody.Tests;

// Proves: a method that cannot be woven is left exactly as it was, the build is told where and why, and the rest is woven.
public class LeftAloneTests
{
    private static readonly CompiledAssembly _unwoven = Construct.CompileMembers("""
        public static List<int> Spoilt() => new[] { 1, 2 }.Where(n => n > 1).ToList();
        public static List<int> Sound() => new[] { 3, 4 }.Where(n => n > 3).ToList();
        """);

    public static TheoryData<string, Action<MethodDefinition>> Spoilers => new()
    {
        { "a tail call cannot be woven", method => InsertBefore(method, "ToList", OpCodes.Tail) },
        { "values are left on the stack", method => InsertBefore(method, "ToList", OpCodes.Dup) },
        { "paths meet with", method => InsertBefore(method, "Where", OpCodes.Dup) },
        { "taken from a stack of", method => InsertBefore(method, "ToList", OpCodes.Pop) },
    };

    [Theory]
    [MemberData(nameof(Spoilers))]
    public void Weave_UnsupportedShape_LeavesTheMethodWithALocatedWarning(string cause, Action<MethodDefinition> spoil)
    {
        CompiledAssembly unwoven = Mutation.Of(_unwoven, module => spoil(Mutation.Method(module, "Spoilt")));
        WeaveResult woven = TestWeaver.Weave(unwoven);

        BuildMessage warning = Assert.Single(woven.Messages, m => m.Level == "warning");
        Assert.Equal("C.cs(4,37)", warning.Place);
        Assert.Contains("C::Spoilt() is not woven and runs as the compiler wrote it", warning.Text, StringComparison.Ordinal);
        Assert.Contains(cause, warning.Text, StringComparison.Ordinal);
        Assert.Equal("1 method, 2 sites, 1 output, 0 flows end (Record)", woven.Summary);
        Assert.Equal(Body(unwoven, "Spoilt"), Body(woven.Assembly, "Spoilt"));
        Assert.NotEqual(Body(unwoven, "Sound"), Body(woven.Assembly, "Sound"));
    }

    [Fact]
    public void Weave_UnsupportedShapeUnderStrict_IsAnError()
    {
        CompiledAssembly unwoven = Mutation.Of(_unwoven, module => InsertBefore(Mutation.Method(module, "Spoilt"), "ToList", OpCodes.Tail));

        WeaveResult woven = TestWeaver.Weave(unwoven, config: "<Weft Strict='true'/>");

        Assert.Equal("C.cs(4,37)", Assert.Single(woven.Messages, m => m.Level == "error").Place);
        Assert.Empty(woven.Warnings);
    }

    [Fact]
    public void Weave_SiteOfAMethodLeftAlone_IsNotInTheTable()
    {
        CompiledAssembly unwoven = Mutation.Of(_unwoven, module => InsertBefore(Mutation.Method(module, "Spoilt"), "ToList", OpCodes.Tail));
        WeaveResult woven = TestWeaver.Weave(unwoven);
        var loaded = new LoadedAssembly(woven.Assembly, TestRuntime.Fake);

        loaded.Run("C", "Sound");

        Assert.All(woven.Sites!.Rows, row => Assert.Equal("C.Sound", row.Method));
        Assert.Equal(["Recording Where #0", "Recording ToList #1 output"], loaded.Calls.Skip(1));
    }

    private static void InsertBefore(MethodDefinition method, string called, OpCode opCode) =>
        method.Body.GetILProcessor().InsertBefore(Mutation.CallOf(method, called), Instruction.Create(opCode));

    private static string Body(CompiledAssembly assembly, string method)
    {
        using ModuleDefinition module = IlPrinter.Read(assembly);
        return string.Join('\n', Mutation.Method(module, method).Body.Instructions);
    }
}
