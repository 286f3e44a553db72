using System.Globalization;
using Weft.Segments;

namespace Weft.Store.Runs;

/// <summary>What can be told of a run without reading all of it.</summary>
/// <param name="Name">The name of its folder.</param>
/// <param name="Directory">The full path of its folder.</param>
/// <param name="State">How far it has got.</param>
/// <param name="Bytes">Bytes of its segments.</param>
/// <param name="Process">Who was recorded; null when <see cref="RunState.Unreadable"/>.</param>
/// <param name="Ended">When it ended, UTC; null when it has no end.</param>
/// <param name="Problem">Why it cannot be read, naming file and offset; otherwise null.</param>
internal sealed record RunInfo(string Name, string Directory, RunState State, long Bytes, RunProcess? Process, DateTime? Ended, string? Problem)
{
    /// <summary>When the recording began, UTC; for a run that cannot be read, when its folder was last written.</summary>
    internal DateTime Started => Process?.Started ?? System.IO.Directory.GetLastWriteTimeUtc(Directory);
}

/// <summary>A recorded process.</summary>
/// <param name="Id">The random id that makes its spans global.</param>
/// <param name="OperatingSystemId">The operating system's id of the process.</param>
/// <param name="Started">When the recording began, UTC.</param>
/// <param name="Host">The machine's name.</param>
/// <param name="Program">The name of the entry assembly.</param>
/// <param name="ProgramVersion">Its informational version.</param>
/// <param name="Runtime">The .NET runtime.</param>
/// <param name="WeftVersion">The version of the recorder.</param>
/// <param name="WorkingDirectory">The working directory when the recording began.</param>
internal sealed record RunProcess(
    string Id, int OperatingSystemId, DateTime Started, string Host, string Program, string ProgramVersion, string Runtime, string WeftVersion, string WorkingDirectory)
{
    internal static RunProcess Of(ProcessBlock block) => new(
        block.ProcessId.ToString("x16", CultureInfo.InvariantCulture), block.OperatingSystemId, block.Started, block.Machine, block.Entry, block.EntryVersion,
        block.RuntimeVersion, block.WeftVersion, block.WorkingDirectory);
}
