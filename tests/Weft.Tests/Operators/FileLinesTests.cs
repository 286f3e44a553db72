// Proves that lines are roots by file and line, and that reading is .NET's own in results, laziness, exceptions and cancellation.
using System.Text;
using Weft.Tests.Capture;

namespace Weft.Tests.Operators;

public sealed class FileLinesTests : IDisposable
{
    private static readonly int _site = TestSites.Register(TestSites.Row("ReadLines", 1))[0];

    private readonly string _path = Path.GetTempFileName();

    public FileLinesTests() => File.WriteAllLines(_path, ["head", "one", "two", "drei äöü"], Encoding.UTF8);

    public void Dispose() => File.Delete(_path);

    private static string[] RootsOf<T>(IEnumerable<T> collection, int index) => [.. Lineage.Of(collection, index).Why().Roots.Select(root => $"{root.Source.Kind} {root.Index}")];

    [Fact]
    public void ReadLines_Skipped_CountsLinesFromTheFirst()
    {
        List<string> lines = Woven.ToList<Recording, string>(Woven.Skip<Recording, string>(Woven.ReadLines<Recording>(_path, _site), 1, _site), _site);
        Assert.Equal(["one", "two", "drei äöü"], lines);
        LineageRoot root = Assert.Single(Lineage.Of(lines, 1).Why().Roots);
        Assert.Equal($"{Path.GetFileName(_path)}:3", root.ToString());
        Assert.Equal(new FileInfo(_path).Length, root.Source.Length);
    }

    [Fact]
    public void ReadLines_EnumeratedTwice_OpensTheFileAgain()
    {
        IEnumerable<string> lines = Woven.ReadLines<Recording>(_path, Encoding.UTF8, _site);
        Assert.Equal(4, lines.Count());
        File.AppendAllText(_path, "more\n");
        Assert.Equal(5, lines.Count());
        List<string> list = Woven.ToList<Recording, string>(lines, _site);
        Assert.Equal(["File 4"], RootsOf(list, 4));
    }

    // .NET's sequence gives the thread that made it another enumerator than others, and PLINQ reads what one thread began on another.
    [Fact]
    public async Task ReadLines_ReadOnAnotherThreadThanBegun_CanBeEnumeratedAgain()
    {
        IEnumerable<string> lines = Woven.ReadLines<Recording>(_path, _site);
        using (IEnumerator<string> begun = lines.GetEnumerator())
        {
            var reader = new Thread(() =>
            {
                while (begun.MoveNext()) continue;
            });
            reader.Start();
            await Task.Run(reader.Join);
        }
        Assert.Equal(4, lines.Count());
        Assert.Equal(4, lines.Count());
    }

    [Fact]
    public void ReadLines_EnumeratorNeverMoved_ClosesTheFile()
    {
        IEnumerable<string> lines = Woven.ReadLines<Recording>(_path, _site);
        lines.GetEnumerator().Dispose();
        Assert.Equal(4, lines.Count());
    }

    [Fact]
    public void ReadAllLines_EachLine_IsARoot()
    {
        string[] lines = Woven.ReadAllLines<Recording>(_path, Encoding.Latin1, _site);
        Assert.Equal(File.ReadAllLines(_path, Encoding.Latin1), lines);
        Assert.Equal(["File 2"], RootsOf(Woven.ReadAllLines<Recording>(_path, _site), 2));
        File.WriteAllText(_path, "");
        Assert.Empty(Woven.ReadAllLines<Recording>(_path, _site));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("/there/is/no/such/file")]
    public void AllReaders_PathThatCannotBeRead_ThrowAtTheCallAsDotNet(string? path)
    {
        Throws(() => File.ReadLines(path!), () => Woven.ReadLines<Recording>(path!, _site));
        Throws(() => File.ReadLines(path!, Encoding.UTF8), () => Woven.ReadLines<Recording>(path!, Encoding.UTF8, _site));
        Throws(() => File.ReadAllLines(path!), () => Woven.ReadAllLines<Recording>(path!, _site));
        Throws(() => File.ReadLinesAsync(path!), () => Woven.ReadLinesAsync<Recording>(path!, default, _site));
        Throws(() => File.ReadLinesAsync(_path, null!), () => Woven.ReadLinesAsync<Recording>(_path, null!, default, _site));

        static void Throws(Func<object> plain, Func<object> woven)
        {
            Exception expected = Assert.ThrowsAny<Exception>(plain);
            Exception actual = Assert.ThrowsAny<Exception>(woven);
            Assert.Equal((expected.GetType(), expected.Message, (expected as ArgumentException)?.ParamName), (actual.GetType(), actual.Message, (actual as ArgumentException)?.ParamName));
        }
    }

    [Fact]
    public async Task ReadLinesAsync_EachLine_HasTheSpanOfItsNumber()
    {
        var flow = (Weft.Flows.Async.AsyncFlow<string>)Woven.ReadLinesAsync<Recording>(_path, Encoding.UTF8, default, _site);
        for (int time = 0; time < 2; time++)
        {
            var lines = new List<string>();
            var spans = new List<ulong>();
            await using IAsyncEnumerator<string> records = flow.GetAsyncEnumerator();
            while (await records.MoveNextAsync())
            {
                lines.Add(records.Current);
                spans.Add(((Weft.Flows.Async.AsyncRecords)records).Span);
            }
            Assert.Equal(File.ReadAllLines(_path), lines);
            Assert.Equal([spans[0], spans[0] + 1, spans[0] + 2, spans[0] + 3], spans);
            Assert.False(await records.MoveNextAsync());
        }
    }

    [Fact]
    public async Task ReadLinesAsync_Cancelled_ThrowsAsDotNet()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Read(File.ReadLinesAsync(_path, source.Token)));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Read(Woven.ReadLinesAsync<Recording>(_path, source.Token, _site)));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Read(Woven.ReadLinesAsync<Recording>(_path, default, _site), source.Token));

        static async Task Read(IAsyncEnumerable<string> lines, CancellationToken cancellation = default)
        {
            await foreach (string _ in lines.WithCancellation(cancellation)) continue;
        }
    }

    [Fact]
    public async Task ReadLinesAsync_LeftEarly_ReleasesTheFile()
    {
        await foreach (string _ in Woven.ReadLinesAsync<Recording>(_path, default, _site)) break;
        using FileStream alone = new(_path, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
        Assert.True(alone.CanWrite);
    }
}
