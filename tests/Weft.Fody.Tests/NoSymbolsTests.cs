using Weft.Fody.Tests.Harness;
using Weft.Sites;
using Xunit;

namespace Weft.Fody.Tests;

// Proves: an assembly without debug information is woven, with sites that have no place and messages that do not pretend to one.
public class NoSymbolsTests
{
    [Fact]
    public void Weave_NoSymbols_GivesSitesWithoutPlaces()
    {
        CompiledAssembly unwoven = Construct.CompileMembers(
            "static List<int> s_kept = [];\npublic static int Run() { var l = new[] { 1, 2 }.Where(n => n > 1).ToList(); s_kept = l; Swap(ref l); return l.Except([9]).Sum(); }\nstatic void Swap(ref List<int> l) { }",
            symbols: false);
        WeaveResult woven = TestWeaver.Weave(unwoven);
        var loaded = new LoadedAssembly(woven.Assembly, TestRuntime.Fake);

        Assert.Equal(2, loaded.Run("C", "Run"));
        Assert.All(woven.Sites!.Rows, row => Assert.Equal(("", 0, 0), (row.File, row.Line, row.Column)));
        Assert.All(woven.Sites.Rows, row => Assert.Equal("C.Run", row.Method));
        // A field has its name in the metadata, a local does not.
        SiteRow toList = Assert.Single(woven.Sites.Rows, r => r.Operator == "ToList");
        Assert.Equal("s_kept", toList.OutputName);
        Assert.StartsWith("the flow ends at Except", Assert.Single(woven.Messages, m => m.Level == "info").Text, StringComparison.Ordinal);
        Assert.Null(woven.Assembly.Pdb);
    }
}
