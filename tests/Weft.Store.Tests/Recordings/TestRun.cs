using System.Buffers;
using System.Collections.Concurrent;
using Weft.Capture;
using Weft.Flows;
using Weft.Segments;
using Weft.Sites;
using Weft.Store.Runs;

namespace Weft.Store.Tests.Recordings;

/// <summary>A run that a test records by hand, in a folder of its own that goes away with it.</summary>
internal sealed class TestRun : IDisposable
{
    private readonly DirectoryInfo _folder = System.IO.Directory.CreateTempSubdirectory("weft-store-tests-");
    private readonly List<OpenRun> _opened = [];
    private bool _isClosed;

    internal TestRun(RecorderOptions? options = null, ulong? processId = null)
    {
        options = (options ?? new RecorderOptions()) with { Directory = _folder.FullName };
        Session = new RecordingSession(options, new SegmentTarget(options, SegmentWriter.CreateFile, processId), complaint => Complaints.Enqueue(complaint));
    }

    internal RecordingSession Session { get; }

    internal ConcurrentQueue<string> Complaints { get; } = new();

    /// <summary>The folder of runs.</summary>
    internal string Folder => _folder.FullName;

    /// <summary>The folder of this run.</summary>
    internal string Directory => Session.RunDirectory ?? throw new InvalidOperationException("nothing was recorded: " + string.Join(' ', Complaints));

    /// <summary>The path of the first segment.</summary>
    internal string Segment => Path.Combine(Directory, SegmentWriter.NameOf(1));

    /// <summary>A buffer for rows, owned by the calling thread.</summary>
    internal ThreadBuffer NewBuffer() => new(Session);

    /// <summary>Registers sites as a woven module does; gives their handles.</summary>
    internal static int[] Sites(params SiteRow[] rows)
    {
        var table = new SiteTable { Module = "Test.dll", Mvid = Guid.NewGuid() };
        table.Rows.AddRange(rows);
        int first = SiteRegistry.Register(table.ToBytes(), "1.0");
        return [.. rows.Select((row, i) => first + (i << 1 | (row.OutputName is null ? 0 : 1)))];
    }

    internal static SiteRow Site(string name, int line, string? output = null, string? source = null) =>
        new() { Operator = name, Method = "Program.Main", File = "/src/Test/Program.cs", Line = line, Column = 5, OutputName = output, SourceName = source };

    /// <summary>A collection that nobody traced, as a source of its own.</summary>
    internal static int Source(string name, int line = 1) => Capture.Sources.Untraced(Sites(Site("Where", line, source: name))[0], typeof(int), typeof(int[]));

    internal static SpanColumn Column(int step, params ReadOnlySpan<ulong> spans)
    {
        ColumnBuilder builder = ColumnBuilder.Rent();
        foreach (ulong span in spans) builder.Add(span);
        return builder.Finish(step);
    }

    internal static RentedSpans Rented(params ReadOnlySpan<ulong> spans)
    {
        ulong[] rented = ArrayPool<ulong>.Shared.Rent(spans.Length);
        spans.CopyTo(rented);
        return new RentedSpans(rented, spans.Length);
    }

    /// <summary>Records an output that is named in code.</summary>
    internal void Output(string name, SpanColumn column) => Session.PostOutput(name, 0, column);

    /// <summary>Ends the recording and opens the run.</summary>
    internal OpenRun Close(RecordingEnd end = RecordingEnd.Exit)
    {
        CloseOnly(end);
        return Open();
    }

    internal void CloseOnly(RecordingEnd end = RecordingEnd.Exit)
    {
        if (!_isClosed) Session.Close(end);
        _isClosed = true;
    }

    /// <summary>Opens the run as it is on disk now.</summary>
    internal OpenRun Open()
    {
        OpenRun run = OpenRun.Open(RunPeek.Read(Directory));
        _opened.Add(run);
        return run;
    }

    public void Dispose()
    {
        CloseOnly();
        foreach (OpenRun run in _opened) run.Dispose();
        _folder.Delete(recursive: true);
    }
}
