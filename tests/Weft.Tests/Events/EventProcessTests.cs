// Proves what a process leaves behind of its events, however it ends, and that one that is to record nothing, or no events, does neither work nor harm.
using System.Diagnostics;
using System.Globalization;
using Weft.Capture;
using Weft.Segments;

namespace Weft.Tests.Events;

public sealed class EventProcessTests : IDisposable
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("weft-tests-");

    public void Dispose() => _directory.Delete(recursive: true);

    [Fact]
    public void Killed_WhatWasFlushed_IsReadable()
    {
        using Process host = Start("kill");
        string run = host.StandardOutput.ReadLine()!;
        Thread.Sleep(300); // the host records on
        host.Kill();       // SIGKILL: no handler runs
        host.WaitForExit();

        using RunRecording recording = RunRecording.Open(run);
        Assert.Null(recording.End);
        AssertWork(recording);
        Assert.True(recording.Units.Count() > 102);
    }

    [Theory]
    [InlineData("exit")]
    [InlineData("throw")]
    public void Ended_WithoutFlush_EverythingIsThere(string how)
    {
        using Process host = Start(how);
        host.WaitForExit();
        using RunRecording recording = RunRecording.Open(Assert.Single(_directory.GetDirectories()).FullName);
        Assert.Equal(how == "exit" ? RecordingEnd.Exit : RecordingEnd.UnhandledException, recording.End!.End);
        Assert.Equal(101, recording.Units.Count(unit => unit.Name.Length > 0));
        AssertWork(recording);
    }

    [Fact]
    public void Off_Everything_NothingIsRecorded() =>
        Assert.Equal(
            ["evaluated: False", "identities: 0000000000000000 0000000000000000 00000000000000000000000000000000 0000000000000000:0 0000000000000000:0", "record: 0", "folder: "],
            TellWhatIsLeft(("WEFT", "0")));

    // The current record is lineage, and goes on.
    [Fact]
    public void Off_EventsAlone_OnlyTheRecordGoesOn() =>
        Assert.Equal(
            ["evaluated: False", "identities: 0000000000000000 0000000000000000 00000000000000000000000000000000 0000000000000000:0 0000000000000000:0", "record: 9", "folder: "],
            TellWhatIsLeft(("WEFT_EVENTS", "0")));

    private IEnumerable<string> TellWhatIsLeft((string Name, string Value) variable)
    {
        using Process host = Start("off", variable);
        string[] lines = host.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        host.WaitForExit();
        Assert.Equal("", host.StandardError.ReadToEnd());
        Assert.Equal(0, host.ExitCode);
        Assert.Empty(_directory.GetDirectories());
        Assert.InRange(long.Parse(lines[0].Split(' ')[1], CultureInfo.InvariantCulture), 0, 1000);
        return lines[1..];
    }

    private static void AssertWork(RunRecording recording)
    {
        EventLaws.AssertHold(recording);
        RecordedUnit work = recording.Units.First(unit => unit.Name == "work");
        IReadOnlyList<RecordedEvent> events = recording.EventsOf(work.Id);
        Assert.Equal(202, events.Count);
        Assert.Equal(EventKind.Complete, events[^1].Kind);
        Assert.Equal(100, events.Count(each => each.Kind == EventKind.Join && recording.EventsOf(each.Reference.Unit).Any(signal => signal.Number == each.Reference.Number && signal.Kind == EventKind.Signal)));
        RecordedUnit[] children = [.. recording.Units.Where(unit => unit.Name == "child" && unit.Cause.Unit == work.Id)];
        Assert.Equal(100, children.Length);
        Assert.Equal("child 99", recording.EventsOf(children[99].Id)[1].Value);
        Assert.All(children, child => Assert.Equal(work.Trace, child.Trace));
    }

    private Process Start(string how, params (string Name, string Value)[] variables)
    {
        // The host is built for the same configuration, beside this project.
        string host = AppContext.BaseDirectory.Replace("Weft.Tests" + Path.DirectorySeparatorChar, "Weft.Tests.Host" + Path.DirectorySeparatorChar, StringComparison.Ordinal);
        var start = new ProcessStartInfo("dotnet", [Path.Combine(host, "Weft.Tests.Host.dll"), "events", how]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["WEFT_DIR"] = _directory.FullName;
        start.Environment["DOTNET_DbgEnableMiniDump"] = "0";
        foreach ((string name, string value) in variables) start.Environment[name] = value;
        return Process.Start(start)!;
    }
}
