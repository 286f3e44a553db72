using System.ComponentModel;
using System.Diagnostics;
using Weft.Capture;
using Weft.Segments;

namespace Weft.Store.Runs;

/// <summary>Tells of a run what its first and last segment say.</summary>
internal static class RunPeek
{
    internal static RunInfo Read(string directory)
    {
        FileInfo[] files = [.. new DirectoryInfo(directory).GetFiles("*" + SegmentWriter.Extension).OrderBy(file => file.Name, StringComparer.Ordinal)];
        string name = Path.GetFileName(directory.TrimEnd(Path.DirectorySeparatorChar));
        long bytes = files.Sum(file => file.Length);

        ProcessBlock? process = null;
        EndBlock? end = null;
        string? problem = null;
        FileInfo? last = files.LastOrDefault(IsNamedByItsNumber);
        foreach (FileInfo file in files)
        {
            if (process is not null && file != last) continue;
            try
            {
                using var frames = new SegmentFrames(file.FullName);
                process ??= Process(frames);
                if (file == last) end = End(frames);
            }
            catch (Exception fault) when (fault is InvalidDataException or IOException or UnauthorizedAccessException)
            {
                problem ??= fault.Message;
            }
        }

        if (process is not null)
            return new RunInfo(name, directory, StateOf(process, end), bytes, RunProcess.Of(process), end?.Ended, Problem: null);
        problem ??= $"{directory}: the recording ends before its first block; nothing of it was written to disk";
        return new RunInfo(name, directory, RunState.Unreadable, bytes, Process: null, Ended: null, problem);
    }

    // A copy of a segment under another name is not the last one.
    private static bool IsNamedByItsNumber(FileInfo file)
    {
        try
        {
            using var frames = new SegmentFrames(file.FullName);
            return frames.Number > 0 && frames.Number == SegmentWriter.NumberOf(file.Name);
        }
        catch (Exception fault) when (fault is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static ProcessBlock? Process(SegmentFrames frames)
    {
        if (frames.Find(BlockKind.Process) is not { } payload) return null;
        var reader = new PayloadReader(payload);
        return ProcessBlock.Read(ref reader);
    }

    private static EndBlock? End(SegmentFrames frames)
    {
        if (frames.Find(BlockKind.End) is not { } payload) return null;
        var reader = new PayloadReader(payload);
        return EndBlock.Read(ref reader);
    }

    private static RunState StateOf(ProcessBlock process, EndBlock? end)
    {
        if (end is not null) return end.End == RecordingEnd.UnhandledException ? RunState.Failed : RunState.Ended;
        if (process.Machine != Environment.MachineName) return RunState.Unfinished;
        return IsAlive(process) ? RunState.Recording : RunState.Abrupt;
    }

    // A later process may have been given the same number: it started after the recording did.
    private static bool IsAlive(ProcessBlock process)
    {
        try
        {
            using Process found = System.Diagnostics.Process.GetProcessById(process.OperatingSystemId);
            return found.StartTime.ToUniversalTime() <= process.Started;
        }
        catch (Exception gone) when (gone is ArgumentException or InvalidOperationException or Win32Exception)
        {
            return false;
        }
    }
}
