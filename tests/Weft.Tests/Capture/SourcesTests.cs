// Proves that sources are interned per site, and that a file is told apart from what it was before it changed.
using Weft.Capture;

namespace Weft.Tests.Capture;

public class SourcesTests
{
    [Fact]
    public void Untraced_SameSiteAndType_IsOneSource()
    {
        int[] sites = TestSites.Register(TestSites.Row("Where", 1), TestSites.Row("Where", 2));
        int first = Sources.Untraced(sites[0], typeof(int), typeof(List<int>));
        Assert.Equal(first, Sources.Untraced(sites[0], typeof(int), typeof(List<int>)));
        Assert.NotEqual(first, Sources.Untraced(sites[1], typeof(int), typeof(List<int>)));
        Assert.NotEqual(first, Sources.Untraced(sites[0], typeof(string), typeof(List<string>)));
        SourceRow row = Sources.Get(first);
        Assert.Equal((SourceKind.Untraced, SiteRegistry.NumberOf(sites[0]), "System.Int32"), (row.Kind, row.Site, row.Type));
    }

    [Fact]
    public void File_Changed_IsAnotherSource()
    {
        int site = TestSites.Register(TestSites.Row("ReadLines", 1))[0];
        string path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, "a\n");
            int before = Sources.File(site, path);
            Assert.Equal(before, Sources.File(site, path));
            Assert.Equal((SourceKind.File, path, 2L, File.GetLastWriteTimeUtc(path)), (Sources.Get(before).Kind, Sources.Get(before).Description, Sources.Get(before).Length, Sources.Get(before).Modified));
            File.WriteAllText(path, "a\nb\n");
            Assert.NotEqual(before, Sources.File(site, path));
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void Kinds_AtOneSite_AreToldApart()
    {
        int[] sites = TestSites.Register(TestSites.Row("Append", 1), TestSites.Row("Foreign", 2));
        int[] ids = [Sources.Inner(sites[0]), Sources.Value(sites[0]), Sources.Changed(sites[0]), Sources.Cut(sites[0], sites[1]), Sources.Cut(sites[0], sites[0])];
        Assert.Equal(ids.Length, ids.Distinct().Count());
        Assert.Equal(ids, (int[])[Sources.Inner(sites[0]), Sources.Value(sites[0]), Sources.Changed(sites[0]), Sources.Cut(sites[0], sites[1]), Sources.Cut(sites[0], sites[0])]);
        Assert.Equal(SiteRegistry.NumberOf(sites[1]), Sources.Get(ids[3]).CutSite);
    }
}
