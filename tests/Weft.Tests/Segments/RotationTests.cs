// Proves that a recording of many segments is one recording, each segment explaining which run it is of.
using Weft.Capture;
using Weft.Segments;
using Weft.Tests.Capture;

namespace Weft.Tests.Segments;

public sealed class RotationTests : IDisposable
{
    private readonly TestSession _test = new(new RecorderOptions { SegmentBytes = 4096 });

    public void Dispose() => _test.Dispose();

    [Fact]
    public void Record_BeyondTheSize_BeginsNewSegments()
    {
        ThreadBuffer buffer = _test.NewBuffer();
        var expected = new Expectations();
        var random = new Random(1);
        for (int i = 0; i < 20; i++)
        {
            for (int k = 0; k < 1000; k++)
            {
                ulong parent = (ulong)random.Next(1, 1 << 20);
                expected.Derived(buffer.DerivePair(1, parent, 0), 1, Expectations.First(parent));
            }
            _test.Session.Flush();
        }
        RunRecording recording = _test.Close();
        string[] files = Directory.GetFiles(_test.Session.RunDirectory!).Order().ToArray();
        Assert.True(files.Length > 5);
        Assert.Equal(files.Select((_, i) => SegmentWriter.NameOf((uint)i + 1)), files.Select(Path.GetFileName));
        expected.AssertIn(recording);
        Assert.NotNull(recording.End);
    }

    [Fact]
    public void Open_OneSegmentGone_TheOthersAnswer()
    {
        ThreadBuffer buffer = _test.NewBuffer();
        var children = new List<ulong>();
        var random = new Random(2);
        for (int i = 0; i < 20; i++)
        {
            for (int k = 0; k < 2000; k++) children.Add(buffer.DerivePair(1, (ulong)random.Next(1, 1 << 20), 0));
            _test.Session.Flush();
        }
        _test.CloseOnly();
        File.Delete(Directory.GetFiles(_test.Session.RunDirectory!).Order().ElementAt(^5)); // the first ones hold steps that other tests interned
        RunRecording recording = _test.Read();
        int missing = children.Count(child => recording.Define(child, []).State == SpanState.Missing);
        Assert.InRange(missing, 1, children.Count / 2);
    }
}
