namespace Weft.Segments;

/// <summary>The recorded process.</summary>
/// <param name="ProcessId">Random 64-bit id that makes spans global: (process, span).</param>
/// <param name="OperatingSystemId">The operating system's id of the process.</param>
/// <param name="Started">When the recording began, UTC.</param>
/// <param name="Machine">The machine's name.</param>
/// <param name="OperatingSystem">The operating system and its version.</param>
/// <param name="Entry">The name of the entry assembly.</param>
/// <param name="EntryVersion">Its informational version.</param>
/// <param name="RuntimeVersion">The .NET runtime.</param>
/// <param name="WeftVersion">The informational version of the recorder.</param>
/// <param name="WorkingDirectory">The working directory when the recording began.</param>
internal sealed record ProcessBlock(
    ulong ProcessId, int OperatingSystemId, DateTime Started, string Machine, string OperatingSystem, string Entry, string EntryVersion,
    string RuntimeVersion, string WeftVersion, string WorkingDirectory)
{
    internal void Write(PayloadWriter payload)
    {
        payload.UInt64(ProcessId);
        payload.UInt64((ulong)Started.Ticks);
        payload.Varint(OperatingSystemId);
        payload.String(Machine);
        payload.String(OperatingSystem);
        payload.String(Entry);
        payload.String(EntryVersion);
        payload.String(RuntimeVersion);
        payload.String(WeftVersion);
        payload.String(WorkingDirectory);
    }

    internal static ProcessBlock Read(ref PayloadReader payload)
    {
        ulong id = payload.UInt64();
        DateTime started = Time.Read(ref payload);
        return new ProcessBlock(
            id, payload.Int32(), started, payload.String(), payload.String(), payload.String(), payload.String(),
            payload.String(), payload.String(), payload.String());
    }
}
