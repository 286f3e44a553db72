// Proves what a process leaves behind: after kill -9 everything flushed, told as an abrupt end; after an exit or an unhandled exception
// everything, told as such.
using System.Diagnostics;
using System.Globalization;
using Weft.Capture;
using Weft.Segments;

namespace Weft.Tests.Segments;

public sealed class ProcessEndTests : IDisposable
{
    private const int Rows = 10_000;
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("weft-tests-");

    public void Dispose() => _directory.Delete(recursive: true);

    [Fact]
    public void Killed_WhatWasFlushed_IsReadable()
    {
        using Process host = Start("kill");
        string run = host.StandardOutput.ReadLine()!;
        ulong first = ulong.Parse(host.StandardOutput.ReadLine()!, CultureInfo.InvariantCulture);
        Thread.Sleep(200); // the host records on
        host.Kill();       // SIGKILL: no handler runs
        host.WaitForExit();

        using RunRecording recording = RunRecording.Open(run);
        Assert.Null(recording.End);
        Assert.Empty(recording.Damages);
        AssertReport(recording, first);
    }

    [Fact]
    public void Exit_WithoutFlush_EverythingIsThere()
    {
        using RunRecording recording = Finish("exit", exitCode: 0);
        Assert.Equal(RecordingEnd.Exit, recording.End!.End);
        AssertReport(recording, firstChild: Rows + 1);
    }

    [Fact]
    public void UnhandledException_EverythingIsThereAndTheEndIsTold()
    {
        using RunRecording recording = Finish("throw", exitCode: null);
        Assert.Equal(RecordingEnd.UnhandledException, recording.End!.End);
        AssertReport(recording, firstChild: Rows + 1);
    }

    [Fact]
    public void RunDirectory_Name_SortsByTimeAndNamesTheProgram()
    {
        using RunRecording recording = Finish("exit", exitCode: 0);
        Assert.Matches(@"^\d{8}-\d{6}-\d{3}-Weft\.Tests\.Host-[0-9a-f]{8}$", Path.GetFileName(recording.Directory));
        Assert.Equal("Weft.Tests.Host", recording.Process!.Entry);
    }

    private static void AssertReport(RunRecording recording, ulong firstChild)
    {
        RecordedOutput report = Assert.Single(recording.Outputs);
        Assert.Equal(("report", Rows), (report.Block.Name, report.Block.Count));
        Assert.Equal(firstChild, recording.ReadColumn(report)[0]);
        var parents = new List<ParentRun>();
        Assert.Equal(SpanState.Derived, recording.Define(firstChild + Rows - 1, parents).State);
        Assert.Equal(firstChild - 1, parents[^1].First);
        Assert.Equal(SpanState.Root, recording.Define(firstChild - 1, parents).State);
    }

    private RunRecording Finish(string how, int? exitCode)
    {
        using Process host = Start(how);
        host.WaitForExit();
        if (exitCode is { } expected) Assert.Equal(expected, host.ExitCode);
        else Assert.NotEqual(0, host.ExitCode);
        return RunRecording.Open(Assert.Single(_directory.GetDirectories()).FullName);
    }

    private Process Start(string how)
    {
        // The host is built for the same configuration, beside this project.
        string host = AppContext.BaseDirectory.Replace("Weft.Tests" + Path.DirectorySeparatorChar, "Weft.Tests.Host" + Path.DirectorySeparatorChar, StringComparison.Ordinal);
        var start = new ProcessStartInfo("dotnet", [Path.Combine(host, "Weft.Tests.Host.dll"), how]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["WEFT_DIR"] = _directory.FullName;
        start.Environment["DOTNET_DbgEnableMiniDump"] = "0";
        return Process.Start(start)!;
    }
}
