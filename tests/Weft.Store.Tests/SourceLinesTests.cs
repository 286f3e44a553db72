// Proves that the text of input lines is shown only as it was when the program read it.
namespace Weft.Store.Tests;

public sealed class SourceLinesTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("weft-lines-tests-");
    private readonly string _path;

    public SourceLinesTests()
    {
        _path = Path.Combine(_folder.FullName, "lines.txt");
        File.WriteAllLines(_path, Enumerable.Range(1, 100).Select(number => $"line {number}"));
    }

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Read_UnchangedFile_GivesTheLines()
    {
        LineageSource file = Source();
        SourceLines lines = SourceLines.Read([new(file, 1, 2), new(file, 9, 1), new(file, 99, 1)], limit: 10);

        Assert.Equal(["lines.txt:2 line 2", "lines.txt:3 line 3", "lines.txt:10 line 10", "lines.txt:100 line 100"], lines.Lines.Select(line => $"{line.Label} {line.Text}"));
        Assert.Empty(lines.Problems);
    }

    [Fact]
    public void Read_RangesThatOverlap_GiveEachLineOnce()
    {
        LineageSource file = Source();
        Assert.Equal([0L, 1, 2, 3], SourceLines.Read([new(file, 0, 3), new(file, 1, 3)], limit: 10).Lines.Select(line => line.Index));
    }

    [Fact]
    public void Read_MoreLinesThanTheLimit_GivesTheFirst() =>
        Assert.Equal([5L, 6, 7], SourceLines.Read([new(Source(), 5, 50), new(Source(), 80, 5)], limit: 3).Lines.Select(line => line.Index));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Read_ChangedFile_SaysSo(bool sameLength)
    {
        LineageSource file = Source();
        File.WriteAllText(_path, sameLength ? new string('x', (int)file.Length) : "shorter");
        File.SetLastWriteTimeUtc(_path, file.Modified.AddSeconds(sameLength ? 1 : 0));

        SourceLines lines = SourceLines.Read([new(file, 0, 1)], limit: 10);

        Assert.Empty(lines.Lines);
        Assert.StartsWith($"{_path} has changed since it was read: it had {file.Length} bytes", Assert.Single(lines.Problems), StringComparison.Ordinal);
    }

    [Fact]
    public void Read_FileThatIsGone_SaysSo()
    {
        LineageSource file = Source();
        File.Delete(_path);
        Assert.Equal([$"{_path} is no longer there, or was read on another machine"], SourceLines.Read([new(file, 0, 1)], limit: 10).Problems);
    }

    [Fact]
    public void Read_OtherSources_AreLeftOut()
    {
        var collection = new LineageSource(LineageSourceKind.Collection, "numbers", "", "System.Int32", null, null, 0, default);
        SourceLines lines = SourceLines.Read([new(collection, 0, 1)], limit: 10);
        Assert.Empty(lines.Lines);
        Assert.Empty(lines.Problems);
    }

    private LineageSource Source()
    {
        var file = new FileInfo(_path);
        return new LineageSource(LineageSourceKind.File, "lines.txt", _path, "System.String", null, null, file.Length, file.LastWriteTimeUtc);
    }
}
