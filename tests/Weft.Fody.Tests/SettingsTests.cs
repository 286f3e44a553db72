using Fody;
using Mono.Cecil;
using Weft.Fody.Tests.Harness;
using Xunit;

namespace Weft.Fody.Tests;

// Proves: each attribute of the configuration does what docs/weaving.md says, and what is not known is refused with what was expected.
public class SettingsTests
{
    private const string Members = """
        public static List<int> Run() => new[] { 1, 2 }.Where(n => n > 1).ToList();
        public static class Inner { public static int Run() => new[] { 1 }.Select(n => n).Count(); }
        """;

    [Fact]
    public void Mode_Off_TouchesNothing()
    {
        CompiledAssembly unwoven = Construct.CompileMembers(Members);
        using ModuleDefinition module = IlPrinter.Read(unwoven);
        using var resolver = new ReferenceResolver(null, []);
        Guid mvid = module.Mvid;
        var messages = new List<BuildMessage>();

        TestWeaver.Run(module, resolver, "<Weft Mode='Off'/>", messages);

        Assert.Empty(messages);
        Assert.Equal(mvid, module.Mvid);
        Assert.Empty(module.Resources);
        Assert.DoesNotContain(module.AssemblyReferences, r => r.Name == "Weft");
    }

    [Theory]
    [InlineData("<Weft/>", "Recording", "Record")]
    [InlineData("<Weft Mode=''/>", "Recording", "Record")]
    [InlineData("<Weft Mode='Record' Strict='' Trace='' Exclude=''/>", "Recording", "Record")]
    [InlineData("<Weft Mode='noop'/>", "NoLineage", "NoOp")]
    public void Mode_OfTheBuild_IsTheFirstGenericArgumentAndTheMark(string config, string lineage, string mode)
    {
        WeaveResult woven = TestWeaver.Weave(Construct.CompileMembers(Members), config: config);
        var loaded = new LoadedAssembly(woven.Assembly, TestRuntime.Fake);

        loaded.Run("C", "Run");

        Assert.Equal([$"{lineage} Where #0", $"{lineage} ToList #1 output"], loaded.Calls.Where(c => !c.StartsWith("RegisterModule", StringComparison.Ordinal)));
        Assert.Equal(mode == "Record", loaded.Calls.Any(c => c.StartsWith("RegisterModule", StringComparison.Ordinal)));
        Assert.Equal($"2 methods, 4 sites, 2 outputs, 0 flows end ({mode})", woven.Summary);
        object mark = Assert.Single(loaded.Assembly.GetCustomAttributes(false), a => a.GetType().Name == "WovenAssemblyAttribute");
        Assert.Equal(mode, mark.GetType().GetProperty("Mode")!.GetValue(mark));
        Assert.Equal(1, mark.GetType().GetProperty("ContractVersion")!.GetValue(mark));
    }

    [Theory]
    [InlineData("C", 0)]
    [InlineData("C.Inner", 1)]
    [InlineData("C*", 0)]
    [InlineData("*.Inner", 1)]
    [InlineData("D; C.Inner ;", 1)]
    [InlineData("Inner", 2)]
    public void Exclude_Pattern_LeavesTypesAndWhatIsNestedInThem(string patterns, int methods)
    {
        WeaveResult woven = TestWeaver.Weave(Construct.CompileMembers(Members), config: $"<Weft Exclude='{patterns}'/>");

        Assert.StartsWith($"{methods} method", woven.Summary, StringComparison.Ordinal);
    }

    [Fact]
    public void Trace_On_SaysEachRedirectAndItsPlace()
    {
        WeaveResult woven = TestWeaver.Weave(Construct.CompileMembers(Members), config: "<Weft Trace='true'/>");

        Assert.Contains(woven.Messages, m => m.Level == "info" && m.Text == "C.cs(4,34): ToList in C.Run is woven; output 'Run'");
    }

    [Theory]
    [InlineData("<Weft Mode='On'/>", "WeftMode is 'On'; expected Record, NoOp or Off")]
    [InlineData("<Weft Mode='1'/>", "WeftMode is '1'; expected Record, NoOp or Off")]
    [InlineData("<Weft Strict='yes'/>", "'Strict' is 'yes'; expected true or false")]
    [InlineData("<Weft Enabled='true'/>", "'Enabled' is not known; expected one of Mode, Strict, Trace, Exclude")]
    public void Read_Unknown_IsRefusedWithWhatWasExpected(string config, string message)
    {
        WeavingException refused = Assert.Throws<WeavingException>(() => TestWeaver.Weave(Construct.CompileMembers(Members), config: config));

        Assert.Contains(message, refused.Message, StringComparison.Ordinal);
    }
}
