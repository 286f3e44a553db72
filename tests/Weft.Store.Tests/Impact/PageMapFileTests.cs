// Proves that the page map beside a recording is only a cache: it is made once, and made anew when it is damaged, of another version or of other
// segments; where it cannot be kept, or the recording still grows, answers are the same without it.
using Weft.Capture;
using Weft.Segments;
using Weft.Store.Addresses;
using Weft.Store.Impact;
using Weft.Store.Runs;
using Weft.Store.Tests.Recordings;

namespace Weft.Store.Tests.Impact;

public sealed class PageMapFileTests : IDisposable
{
    private readonly TestRun _test = new();
    private readonly string _source = Guid.NewGuid().ToString("N");

    public PageMapFileTests()
    {
        ThreadBuffer buffer = _test.NewBuffer();
        ulong root = buffer.RootRange(TestRun.Source(_source), 0, 10_000);
        ulong child = buffer.DeriveFanOut(1, root, root, 9_000);
        _test.Output("result", TestRun.Column(1, child + 8_000, child));
    }

    private string IndexPath => Path.Combine(_test.Directory, PageMapFile.Name);

    public void Dispose() => _test.Dispose();

    [Fact]
    public void Of_FirstTime_IsKeptAndReadTheSecondTime()
    {
        OpenRun run = _test.Close();
        PageMap made = PageMapFile.Of(run);
        DateTime written = File.GetLastWriteTimeUtc(IndexPath);

        PageMap read = PageMapFile.Of(_test.Open());

        Assert.Equal(Describe(made), Describe(read));
        Assert.NotEqual("", Describe(read));
        Assert.Equal(written, File.GetLastWriteTimeUtc(IndexPath));
        Assert.Equal([PageMapFile.Name], Directory.GetFiles(_test.Directory).Where(path => !path.EndsWith(SegmentWriter.Extension, StringComparison.Ordinal)).Select(Path.GetFileName));
    }

    [Theory]
    [InlineData(0)]     // the magic bytes
    [InlineData(8)]     // the version
    [InlineData(40)]    // which segments it is of
    [InlineData(-12)]   // the map
    [InlineData(-1)]    // the checksum
    public void Of_DamagedFile_IsMadeAnew(int offset)
    {
        OpenRun run = _test.Close();
        string expected = Describe(PageMapFile.Of(run));
        byte[] whole = File.ReadAllBytes(IndexPath);
        byte[] damaged = [.. whole];
        damaged[offset < 0 ? damaged.Length + offset : offset] ^= 0x40;
        File.WriteAllBytes(IndexPath, damaged);

        Assert.Equal(expected, Describe(PageMapFile.Of(run)));
        Assert.Equal(whole, File.ReadAllBytes(IndexPath));
    }

    [Fact]
    public void Of_AnyTruncatedFile_IsMadeAnew()
    {
        OpenRun run = _test.Close();
        string expected = Describe(PageMapFile.Of(run));
        byte[] whole = File.ReadAllBytes(IndexPath);
        for (int length = 0; length < whole.Length; length++)
        {
            File.WriteAllBytes(IndexPath, whole[..length]);
            Assert.Equal(expected, Describe(PageMapFile.Of(run)));
        }
    }

    [Fact]
    public void Of_SegmentsChangedSince_IsMadeAnew()
    {
        OpenRun run = _test.Close();
        PageMapFile.Of(run);
        byte[] before = File.ReadAllBytes(IndexPath);
        File.AppendAllText(_test.Segment, "tail of a block");

        PageMapFile.Of(_test.Open());

        Assert.NotEqual(before, File.ReadAllBytes(IndexPath));
    }

    // A folder in the place of the file: neither can be read, written nor replaced, whoever asks.
    [Fact]
    public void Of_FileThatCannotBeKept_AnswersWithoutIt()
    {
        OpenRun run = _test.Close();
        Directory.CreateDirectory(IndexPath);

        Assert.Equal([0, 1], Reached(run, 0));
        Assert.Equal([0], Reached(run, 8_000));
        Assert.Empty(Reached(run, 8_001));
        Assert.Empty(Directory.GetFiles(_test.Directory, "impact*"));
    }

    [Fact]
    public void Of_RecordingThatGoesOn_IsNotKept()
    {
        _test.Session.Flush();
        OpenRun run = _test.Open();
        Assert.Equal(RunState.Recording, run.Info.State);

        Assert.Equal([0], Reached(run, 8_000));
        Assert.False(File.Exists(IndexPath));
    }

    private IEnumerable<int> Reached(OpenRun run, long input) => ImpactAnswer
        .Ask(run, SourceRecords.Find(run, $"{_source}[{input}]"), 10, withLines: false)
        .Outputs.SelectMany(reached => reached.Ranges).SelectMany(range => Enumerable.Range(range.First, range.Count));

    private static string Describe(PageMap map) =>
        string.Join('\n', Enumerable.Range(0, map.PageCount).Where(page => map.ChildrenOf(page).Any()).Select(page => $"{page}: {string.Join(' ', map.ChildrenOf(page))}"));
}
