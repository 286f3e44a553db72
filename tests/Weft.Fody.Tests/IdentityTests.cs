using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using Fody;
using Microsoft.CodeAnalysis;
using Weft.Fody.Contract;
using Weft.Fody.Tests.Harness;
using Weft.Sites;
using Xunit;
using ModuleDefinition = Mono.Cecil.ModuleDefinition;

namespace Weft.Fody.Tests;

// Proves: what a woven module is. The same weave gives the same bytes, a different one a different module, and none is woven twice.
public class IdentityTests
{
    private static readonly CompiledAssembly _unwoven = Construct.CompileMembers("public static List<int> Run() => new[] { 1, 2 }.Where(n => n > 1).ToList();");

    [Fact]
    public void Weave_Twice_GivesTheSameBytes()
    {
        WeaveResult one = TestWeaver.Weave(_unwoven);
        WeaveResult other = TestWeaver.Weave(_unwoven);

        Assert.Equal(one.Assembly.Dll, other.Assembly.Dll);
        Assert.Equal(one.Assembly.Pdb, other.Assembly.Pdb);
    }

    [Fact]
    public void Mvid_OfAWovenModule_IsNewAndTellsTheModesApart()
    {
        Guid unwoven = Mvid(_unwoven);
        Guid record = Mvid(TestWeaver.Weave(_unwoven).Assembly);
        Guid noOp = Mvid(TestWeaver.Weave(_unwoven, config: "<Weft Mode='NoOp'/>").Assembly);

        Assert.Equal(3, new HashSet<Guid> { unwoven, record, noOp }.Count);
    }

    [Fact]
    public void SiteTable_OfAWovenModule_NamesIt()
    {
        WeaveResult woven = TestWeaver.Weave(_unwoven);
        using var pe = new PEReader(new MemoryStream(woven.Assembly.Dll));

        Assert.Equal("Snippet", woven.Sites!.Module);
        Assert.Equal(Mvid(woven.Assembly), woven.Sites.Mvid);
        Assert.Equal(SiteTable.ResourceName, Assert.Single(new LoadedAssembly(woven.Assembly, TestRuntime.Fake).Assembly.GetManifestResourceNames()));
    }

    [Fact]
    public void Symbols_OfAWovenModule_BelongToIt()
    {
        WeaveResult woven = TestWeaver.Weave(_unwoven);
        using var pe = new PEReader(new MemoryStream(woven.Assembly.Dll));
        using MetadataReaderProvider pdb = MetadataReaderProvider.FromPortablePdbStream(new MemoryStream(woven.Assembly.Pdb!));

        DebugDirectoryEntry entry = Assert.Single(pe.ReadDebugDirectory(), e => e.Type == DebugDirectoryEntryType.CodeView);
        Assert.Equal(new BlobContentId(pdb.GetMetadataReader().DebugMetadataHeader!.Id).Guid, pe.ReadCodeViewDebugDirectoryData(entry).Guid);
    }

    [Fact]
    public void Symbols_DocumentsOfTypesWithoutCode_AreDroppedRatherThanWrong()
    {
        CompiledAssembly unwoven = TestCompiler.Compile(
            "Documents", [("I.cs", "public interface I;"), ("C.cs", "public class C { public int N() => 1; }")], OptimizationLevel.Release, [TestRuntime.Fake.Reference]);

        Assert.Single(TypeDocuments(unwoven));
        Assert.Empty(TypeDocuments(TestWeaver.Weave(unwoven).Assembly));
    }

    [Fact]
    public void Weave_WovenModule_IsSkippedWithAMessage()
    {
        WeaveResult once = TestWeaver.Weave(_unwoven);
        WeaveResult twice = TestWeaver.Weave(once.Assembly);

        Assert.Equal("high: Snippet is already woven (Record); nothing is done", Assert.Single(twice.Messages).ToString());
        Assert.Equal(IlPrinter.PrintBodies(once.Assembly), IlPrinter.PrintBodies(twice.Assembly));
        Assert.Equal(once.Sites!.Rows.Count, twice.Sites!.Rows.Count);
    }

    [Fact]
    public void Weave_ModuleWovenForAnotherMode_IsRefusedWithTheRemedy()
    {
        CompiledAssembly woven = TestWeaver.Weave(_unwoven, config: "<Weft Mode='NoOp'/>").Assembly;

        WeavingException refused = Assert.Throws<WeavingException>(() => TestWeaver.Weave(woven));

        Assert.Contains("already woven (NoOp, contract version 1)", refused.Message, StringComparison.Ordinal);
        Assert.Contains("delete the obj folder", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Weave_NothingToWeave_StillMarksTheAssembly()
    {
        WeaveResult woven = TestWeaver.Weave(Construct.CompileMembers("public static int Run() => 1;"));
        using ModuleDefinition module = IlPrinter.Read(woven.Assembly);

        Assert.Equal("0 methods, 0 sites, 0 outputs, 0 flows end (Record)", woven.Summary);
        Assert.True(WovenMark.IsOn(module.Assembly));
        Assert.Empty(woven.Sites!.Rows);
    }

    private static List<CustomDebugInformation> TypeDocuments(CompiledAssembly assembly)
    {
        using MetadataReaderProvider pdb = MetadataReaderProvider.FromPortablePdbStream(new MemoryStream(assembly.Pdb!));
        MetadataReader reader = pdb.GetMetadataReader();
        return [.. reader.CustomDebugInformation.Select(reader.GetCustomDebugInformation).Where(i => i.Parent.Kind == HandleKind.TypeDefinition)];
    }

    private static Guid Mvid(CompiledAssembly assembly)
    {
        using ModuleDefinition module = IlPrinter.Read(assembly);
        return module.Mvid;
    }
}
