using Weft.Capture;
using Weft.Flows;
using Weft.Flows.Grouping;
using Weft.Segments;
using Weft.Tests.Capture;

namespace Weft.Tests.Segments;

/// <summary>A small recording with a block of every kind and a row of every kind, the same bytes each time.</summary>
internal static class GoldenRecording
{
    internal const ulong LastSpan = 64;

    internal static readonly ProcessBlock Process = new(
        0x0123456789ABCDEF, 4711, new DateTime(2026, 11, 22, 14, 35, 1, 123, DateTimeKind.Utc), "loom", "Linux 6.8", "Flights", "1.0.0",
        ".NET 10.0.0", "0.1.0", "/home/ada/flights");

    internal static readonly SourceRow[] Sources =
    [
        new(1, SourceKind.File, 1, 0, 0, "System.String", "/home/ada/flights/flights.csv", 12_345, new DateTime(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc)),
        new(2, SourceKind.Untraced, 2, 0, 0, "System.Int32", "System.Int32[]", 0, default),
        new(3, SourceKind.Cut, 2, 3, 0, "", "", 0, default),
    ];

    internal static readonly Step[] Steps = [new(1, 1, 0, 0), new(2, 2, 1, 0), new(3, 3, 2, 1)];

    internal static readonly ReceivedRange[] Received =
    [
        new(ReceivedKind.Untraced, 46, 2, 0, 0, 0, TraceId.Parse("0af7651916cd43dd8448eb211c80319c"), EventId.None, 0xb7ad6b7169203331),
        new(ReceivedKind.Each, 48, 3, 0xFEDCBA9876543210, 1000, 3, TraceId.Parse("01989d3ad9f97a3b8c4d5e6f70818283"), EventId.Parse("00112233aabbccdd:5"), 0) { Site = 2 },
        new(ReceivedKind.One, 51, 2, 0xFEDCBA9876543210, 7, 1, TraceId.None, EventId.None, 0),
        new(ReceivedKind.Any, 53, 1, 0x0123456789ABCDEF, 9, 2, TraceId.None, EventId.None, 1) { Site = 3 },
    ];

    internal static string PathInSource => Path.Combine(AppContext.BaseDirectory, "Segments", "Golden", SegmentWriter.NameOf(1));

    /// <summary>Writes the recording's only segment to a folder.</summary>
    internal static void Write(string directory)
    {
        using var segments = new SegmentWriter(directory, Process, segmentBytes: long.MaxValue, SegmentWriter.CreateFile);
        void Block(BlockKind kind, Action<PayloadWriter> write)
        {
            var payload = new PayloadWriter();
            write(payload);
            segments.Write(kind, payload);
        }

        Block(BlockKind.Sites, payload => new SitesBlock(1, "1.0.0", TestSites.Table(
            TestSites.Row("ReadLines", 12), TestSites.Row("Where", 13, source: "numbers"), TestSites.Row("ToList", 14, output: "report")).ToBytes()).Write(payload));
        Block(BlockKind.Sources, payload => SourcesBlock.Write(payload, Sources));
        Block(BlockKind.Steps, payload => StepsBlock.Write(payload, Steps));

        var rows = new RowsEncoder(segments.Write);
        var stream = new RowReader(Words(), header: 0, nextChild: 0);
        rows.Take(threadId: 1, ref stream);
        rows.Flush();

        Block(BlockKind.Alias, payload => AliasBlock.Write(payload, new PostedAlias(2, 40, new GroupedSpans([1, 1, 0], null, null, 5, [0, 1, 3], 3))));
        var column = ThreadBufferTests.ColumnOf([1, 2, 4, 5, 7]);
        Block(BlockKind.Parents, payload => ParentsBlock.Write(payload, new PostedParents(RowKind.FanInColumn, 3, 43, 1, column, 0, 5)));
        Block(BlockKind.Parents, payload => ParentsBlock.Write(payload, new PostedParents(RowKind.Coarse, 3, 44, 2, column, 1, 3)));
        Block(BlockKind.Received, payload => ReceivedBlock.Write(payload, Received));
        Block(BlockKind.Output, payload => OutputBlock.Write(payload, new PostedOutput(null, 3, 0, new RangeColumn(11, 4, 2))));
        Block(BlockKind.Output, payload => OutputBlock.Write(payload, new PostedOutput("by hand", 0, 2, column.WithStep(3))));
        GoldenEvents.Write(segments.Write);
        Block(BlockKind.IgnoredHeaders, payload => payload.Varint(5));
        Block(BlockKind.Moments, payload => MomentsBlock.Write(payload, [new OutputMoment(null, 3, 0, 5_000_350, EventId.Parse("2222222222222222:6"))]));
        Block(BlockKind.Drops, payload => new DropsBlock(9, [new LostSpans(50, 6), new LostSpans(60, 1)]).Write(payload));
        Block(BlockKind.Counts, payload => new CountsBlock([new OutputCount("by hand", 0, 2)]).Write(payload));
        Block(BlockKind.End, payload => new EndBlock(
            RecordingEnd.Exit, new DateTime(2026, 11, 22, 14, 35, 2, DateTimeKind.Utc), LastSpan, 9, [new OutputCount(null, 3, 1), new OutputCount("by hand", 0, 3)]).Write(payload));
        segments.Flush();
    }

    // What a thread's buffer would hold: headers with the children that follow, and rows.
    private static ulong[] Words() =>
    [
        Header(RowKind.Root, 1), 1, 0, 4,                       // lines 1 to 4: spans 1 to 4
        Header(RowKind.RootOpen, 2), 5, 0, 4,                   // up to 4 numbers: spans 5 to 8
        Header(RowKind.RootEnd, 0), 5, 3,                       // 3 of them
        Header(RowKind.Pair, 1), 9, 1, 5, 2, 6,                 // 9 and 10
        Header(RowKind.FanOut, 2), 11, 3, 5, 3, 4, 1, 1,        // 11 to 13, 14
        Header(RowKind.FanOutRoots, 2), 15, 4, 2,               // roots 15, 16, children 17, 18
        Header(RowKind.FanIn, 3), 19, 2, 1, 2, 9, 1,            // 19 from 1, 2, 9
        Header(RowKind.FanInRun, 3), 20, 11, 4,                 // 20 from 11 to 14
        Header(RowKind.OuterFanIn, 3), 21, 1, 5, 2,             // 21 from 1 and 5, 6
        Header(RowKind.Link, 2), 22, 19, 20, 21,                // 22, 23, 24
        Header(RowKind.Pair, 1), 25, 3, 0,                      // 25, behind a gap in the section of pairs
    ];

    private static ulong Header(RowKind kind, int operation) => 1ul << 63 | (ulong)kind << 56 | (uint)operation;
}
