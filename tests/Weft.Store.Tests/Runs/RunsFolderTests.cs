// Proves how runs are found, in which order, and what is said of one that cannot be read.
using Weft.Capture;
using Weft.Segments;
using Weft.Store.Runs;
using Weft.Store.Tests.Recordings;

namespace Weft.Store.Tests.Runs;

public sealed class RunsFolderTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("weft-runs-tests-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Open_NothingSaid_IsTheNearestFolderAbove()
    {
        string runs = Directory.CreateDirectory(Path.Combine(_folder.FullName, ".weft")).FullName;
        string deep = Directory.CreateDirectory(Path.Combine(_folder.FullName, "src", "app")).FullName;

        Assert.Equal(runs, RunsFolder.Open(null, null, deep).Path);
        Assert.Equal(runs, RunsFolder.Open("", " ", _folder.FullName).Path);
    }

    [Fact]
    public void Open_AskedFor_GoesBeforeTheEnvironment()
    {
        string asked = Directory.CreateDirectory(Path.Combine(_folder.FullName, "asked")).FullName;
        string environment = Directory.CreateDirectory(Path.Combine(_folder.FullName, "environment")).FullName;

        Assert.Equal(asked, RunsFolder.Open("asked", environment, _folder.FullName).Path);
        Assert.Equal(environment, RunsFolder.Open(null, "environment", _folder.FullName).Path);
    }

    [Fact]
    public void Open_NoSuchFolder_SaysWhatToDo()
    {
        AskException failed = Assert.Throws<AskException>(() => RunsFolder.Open("nowhere", null, _folder.FullName));
        Assert.Equal(AskFault.NotFound, failed.Fault);
        Assert.Contains(Path.Combine(_folder.FullName, "nowhere"), failed.Message);
        Assert.Contains("--dir", failed.Message);
    }

    [Fact]
    public void Open_RunsOwnFolder_IsAFolderOfThatRun()
    {
        using var test = new TestRun();
        test.NewBuffer().RootRange(TestRun.Source("numbers"), 0, 3);
        test.CloseOnly();

        RunInfo run = RunsFolder.Open(test.Directory, null, _folder.FullName).Find(null);

        Assert.Equal((Path.GetFileName(test.Directory), RunState.Ended), (run.Name, run.State));
    }

    [Fact]
    public void Runs_SeveralFolders_AreNewestFirstAndWithoutOthers()
    {
        MakeRun("20260101-000000-000-App-1");
        MakeRun("20260301-000000-000-App-3");
        MakeRun("20260201-000000-000-Tool-2");
        Directory.CreateDirectory(Path.Combine(_folder.FullName, "20270101-no-segments"));

        RunsFolder folder = RunsFolder.Open(_folder.FullName, null, "/");

        Assert.Equal(["20260301-000000-000-App-3", "20260201-000000-000-Tool-2", "20260101-000000-000-App-1"], folder.Runs().Select(run => run.Name));
        Assert.Equal("20260301-000000-000-App-3", folder.Find("latest").Name);
        Assert.Equal("20260201-000000-000-Tool-2", folder.Find("tool").Name);
        Assert.Equal("20260101-000000-000-App-1", folder.Find("20260101-000000-000-App-1").Name);
    }

    [Fact]
    public void Find_NameOfSeveralRuns_AsksWhich()
    {
        MakeRun("20260101-000000-000-App-1");
        MakeRun("20260301-000000-000-App-3");
        RunsFolder folder = RunsFolder.Open(_folder.FullName, null, "/");

        AskException several = Assert.Throws<AskException>(() => folder.Find("App"));
        Assert.Equal(AskFault.Question, several.Fault);
        Assert.Equal("'App' fits 2 runs. Say more of the name, or latest:\n  20260301-000000-000-App-3\n  20260101-000000-000-App-1", several.Message);
        AskException none = Assert.Throws<AskException>(() => folder.Find("Zoo"));
        Assert.Equal(AskFault.NotFound, none.Fault);
        Assert.StartsWith($"no run 'Zoo' in {_folder.FullName}. The newest are:\n", none.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Find_NoRuns_SaysWhatToDo()
    {
        AskException failed = Assert.Throws<AskException>(() => RunsFolder.Open(_folder.FullName, null, "/").Find(null));
        Assert.Equal((AskFault.NotFound, true), (failed.Fault, failed.Message.StartsWith($"no runs in {_folder.FullName}", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData((byte)RecordingEnd.Exit, nameof(RunState.Ended))]
    [InlineData((byte)RecordingEnd.UnhandledException, nameof(RunState.Failed))]
    public void Read_EndedRecording_SaysHow(byte end, string state)
    {
        using var test = new TestRun();
        test.NewBuffer().RootRange(TestRun.Source("numbers"), 0, 3);
        test.CloseOnly((RecordingEnd)end);

        RunInfo run = RunPeek.Read(test.Directory);

        Assert.Equal(state, run.State.ToString());
        Assert.Equal((Environment.MachineName, Environment.ProcessId), (run.Process!.Host, run.Process.OperatingSystemId));
        Assert.InRange(run.Ended!.Value, run.Started.AddSeconds(-1), DateTime.UtcNow);
        Assert.Equal(new FileInfo(test.Segment).Length, run.Bytes);
    }

    [Fact]
    public void Read_ProcessThatStillRuns_IsRecording()
    {
        using var test = new TestRun();
        test.NewBuffer().RootRange(TestRun.Source("numbers"), 0, 3);
        test.Session.Flush();

        Assert.Equal(RunState.Recording, RunPeek.Read(test.Directory).State);
    }

    // Its number belongs to nobody, or to a process that started later.
    [Theory]
    [InlineData(int.MaxValue, 0)]
    [InlineData(null, -1)]
    public void Read_ProcessThatIsGone_EndedAbruptly(int? processId, int days)
    {
        Write("run", Process(Environment.MachineName) with { OperatingSystemId = processId ?? Environment.ProcessId, Started = DateTime.UtcNow.AddDays(days) });
        Assert.Equal(RunState.Abrupt, Assert.Single(RunsFolder.Open(_folder.FullName, null, "/").Runs()).State);
    }

    [Fact]
    public void Read_RecordingOfAnotherMachineWithoutEnd_IsUnfinished()
    {
        Write("run", Process("elsewhere"));
        Assert.Equal(RunState.Unfinished, Assert.Single(RunsFolder.Open(_folder.FullName, null, "/").Runs()).State);
    }

    [Theory]
    [InlineData("no segment at all, but long enough to be one", "expected the magic bytes")]
    [InlineData("short", "the recording ends before its first block")]
    [InlineData("", "the recording ends before its first block")]
    public void Open_ForeignFile_IsUnreadableAndNamed(string content, string message)
    {
        string path = Path.Combine(MakeRun("run"), SegmentWriter.NameOf(1));
        File.WriteAllText(path, content);
        RunInfo run = RunsFolder.Open(_folder.FullName, null, "/").Find(null);

        Assert.Equal(RunState.Unreadable, run.State);
        Assert.Contains(message, run.Problem);
        AskException failed = Assert.Throws<AskException>(() => OpenRun.Open(run));
        Assert.Equal(AskFault.Unreadable, failed.Fault);
        Assert.StartsWith(_folder.FullName, failed.Message, StringComparison.Ordinal);
        Assert.Contains(message, failed.Message);
    }

    [Fact]
    public void Open_SegmentOfALaterVersion_SaysSo()
    {
        Write("run", Process("loom"));
        string path = Path.Combine(_folder.FullName, "run", SegmentWriter.NameOf(1));
        byte[] bytes = File.ReadAllBytes(path);
        bytes[8]++;
        File.WriteAllBytes(path, bytes);

        RunInfo run = RunsFolder.Open(_folder.FullName, null, "/").Find(null);

        Assert.StartsWith($"{path}: expected segment format version {SegmentHeader.NewestVersion} or older at offset 8, found {SegmentHeader.NewestVersion + 1}", run.Problem, StringComparison.Ordinal);
        Assert.Equal(run.Problem, Assert.Throws<AskException>(() => OpenRun.Open(run)).Message);
    }

    private static ProcessBlock Process(string machine) =>
        new(1, int.MaxValue, DateTime.UtcNow, machine, "Linux", "App", "1.0", ".NET 10", "0.1", "/home/ada");

    private string MakeRun(string name)
    {
        string path = Directory.CreateDirectory(Path.Combine(_folder.FullName, name)).FullName;
        File.WriteAllBytes(Path.Combine(path, SegmentWriter.NameOf(1)), []);
        return path;
    }

    // A run that has written its first block and nothing else.
    private void Write(string name, ProcessBlock process)
    {
        string path = Directory.CreateDirectory(Path.Combine(_folder.FullName, name)).FullName;
        using var segments = new SegmentWriter(path, process, long.MaxValue, SegmentWriter.CreateFile);
        var payload = new PayloadWriter();
        new DropsBlock(0, []).Write(payload);
        segments.Write(BlockKind.Drops, payload);
    }
}
