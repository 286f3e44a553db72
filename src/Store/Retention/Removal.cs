using Weft.Store.Runs;

namespace Weft.Store.Retention;

/// <summary>What became of a run that was to be removed.</summary>
internal enum RemovalOutcome
{
    /// <summary>It is gone.</summary>
    Removed,

    /// <summary>Its recording is gone; its folder is still there, because it holds files that are not Weft's.</summary>
    FolderLeft,

    /// <summary>It is, or may be, still being written, and was not touched.</summary>
    InUse,

    /// <summary>A file could not be deleted.</summary>
    Failed,
}

/// <summary>The removal of a run.</summary>
/// <param name="Run">The run.</param>
/// <param name="Outcome">What became of it, or would.</param>
/// <param name="Bytes">Bytes that were freed, or would be.</param>
/// <param name="Remark">What is to be said of it; null for nothing.</param>
internal sealed record Removal(RunInfo Run, RemovalOutcome Outcome, long Bytes, string? Remark)
{
    // A writer has its first block on disk within its flush interval, of 60 seconds at most.
    private static readonly TimeSpan _firstBlockPatience = TimeSpan.FromMinutes(2);

    /// <summary>Whether the run is gone, or would be.</summary>
    internal bool IsRemoved => Outcome is RemovalOutcome.Removed or RemovalOutcome.FolderLeft;

    /// <summary>Removes a run, unless it may still be written.</summary>
    /// <param name="run">The run.</param>
    /// <param name="isDry">Whether to find out only what would be done.</param>
    internal static Removal Of(RunInfo run, bool isDry)
    {
        RunInfo now = RunPeek.Read(run.Directory);
        if (WhyInUse(now) is { } use) return new Removal(now, RemovalOutcome.InUse, 0, use);

        long bytes = 0;
        try
        {
            RunFiles files = RunFiles.Of(now.Directory);
            foreach (FileInfo file in files.Own)
            {
                long length = file.Length;
                if (!isDry) file.Delete();
                bytes += length;
            }
            if (files.Foreign.Count > 0)
                return new Removal(now, RemovalOutcome.FolderLeft, bytes, $"{now.Directory} stays: it holds what is not Weft's ({string.Join(", ", files.Foreign.Take(3))}{(files.Foreign.Count > 3 ? ", ..." : "")})");
            if (!isDry) Directory.Delete(now.Directory);
            return new Removal(now, RemovalOutcome.Removed, bytes, null);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return new Removal(now, RemovalOutcome.Failed, bytes, fault.Message);
        }
    }

    private static string? WhyInUse(RunInfo run) => run.State switch
    {
        RunState.Recording => $"process {run.Process?.OperatingSystemId} is still recording it",
        RunState.Unfinished => $"it has no end, and whether {run.Process?.Host} still records it cannot be told here",
        RunState.Unreadable when DateTime.UtcNow - Directory.GetLastWriteTimeUtc(run.Directory) < _firstBlockPatience => "it may just have been begun",
        _ => null,
    };
}
