// Proves: the rows that a reader is asked for are roots of its own, one after the other, across loops and methods that lose their locals; two readers keep apart; and
// neither a row nor a call of a lambda allocates.
using Weft.Flows.Loops;
using Weft.Tests.Capture;

namespace Weft.Tests.Flows.Loops;

public class ReaderLoopTests
{
    private static readonly int[] _sites = TestSites.Register(TestSites.Row("Read", 20, source: "reader.Read"), TestSites.Row("ForEach", 21, source: "list"), TestSites.Row("ToList", 22));

    [Fact]
    public void RowRead_LocalIsLost_GoesOnWithTheReader()
    {
        object reader = new();
        LoopSource? source = null;
        Woven.RowRead<Recording>(true, reader, ref source, _sites[0]);
        ulong first = Woven.RecordOfReader<Recording>(reader, ref source).Span;

        source = null;
        Assert.Equal(first, Woven.RecordOfReader<Recording>(reader, ref source).Span);

        source = null;
        Woven.RowRead<Recording>(true, reader, ref source, _sites[0]);
        Assert.Equal(first + 1, Woven.RecordOfReader<Recording>(reader, ref source).Span);
    }

    [Fact]
    public void RowRead_AtItsEnd_LeavesNoRecord()
    {
        object reader = new();
        LoopSource? source = null;
        Woven.RowRead<Recording>(true, reader, ref source, _sites[0]);
        Woven.RowRead<Recording>(false, reader, ref source, _sites[0]);

        Assert.Null(source);
        Assert.Equal(0ul, Woven.RecordOfReader<Recording>(reader, ref source).Span);
    }

    [Fact]
    public void RowRead_OtherReaderInTheSameLoop_HasRowsOfItsOwn()
    {
        object one = new(), other = new();
        LoopSource? source = null;
        Woven.RowRead<Recording>(true, one, ref source, _sites[0]);
        ulong ofOne = Woven.RecordOfReader<Recording>(one, ref source).Span;
        Woven.RowRead<Recording>(true, other, ref source, _sites[0]);
        ulong ofOther = Woven.RecordOfReader<Recording>(other, ref source).Span;
        Woven.RowRead<Recording>(true, one, ref source, _sites[0]);

        Assert.NotEqual(ofOne, ofOther);
        Assert.Equal(ofOne + 1, Woven.RecordOfReader<Recording>(one, ref source).Span);
    }

    [Fact]
    public void RowRead_ManyRows_AllocatesNothingARow()
    {
        object reader = new();
        LoopSource? source = null;
        for (int i = 0; i < 1000; i++) Woven.RowRead<Recording>(true, reader, ref source, _sites[0]);

        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 20_000; i++)
        {
            Woven.RowRead<Recording>(true, reader, ref source, _sites[0]);
            _ = Woven.RecordOfReader<Recording>(reader, ref source).Span;
        }
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 20_000); // a row of the recording now and then
    }

    [Fact]
    public void ForEach_ManyRecords_AllocatesNothingARecord()
    {
        List<int> list = Woven.ToList<Recording, int>(Enumerable.Range(0, 20_000), _sites[2]);
        ulong spans = 0;
        Action<int> action = _ => spans += Woven.RecordOfAction<Recording>(_sites[1]).Span;
        Woven.ForEach<Recording, int>(list, action, Woven.NoRecord<Recording>(), _sites[1]);
        Assert.NotEqual(0ul, spans);

        long before = GC.GetAllocatedBytesForCurrentThread();
        Woven.ForEach<Recording, int>(list, action, Woven.NoRecord<Recording>(), _sites[1]);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1000);
        Assert.True(CurrentAction.OfThread.IsNone);
    }
}
