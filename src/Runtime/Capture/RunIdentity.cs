using System.Globalization;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Weft.Segments;

namespace Weft.Capture;

/// <summary>Who is being recorded.</summary>
internal static class RunIdentity
{
    /// <summary>The random id that makes the spans of this process global; never 0.</summary>
    internal static ulong ProcessId { get; } = BitConverter.ToUInt64(RandomNumberGenerator.GetBytes(sizeof(ulong))) | 1;

    /// <summary>A description of this process under a random id.</summary>
    internal static ProcessBlock Describe(ulong processId)
    {
        Assembly? entry = Assembly.GetEntryAssembly();
        return new ProcessBlock(
            processId,
            Environment.ProcessId,
            DateTime.UtcNow,
            Environment.MachineName,
            RuntimeInformation.OSDescription,
            entry?.GetName().Name ?? "unknown",
            VersionOf(entry),
            RuntimeInformation.FrameworkDescription,
            VersionOf(typeof(RunIdentity).Assembly),
            Environment.CurrentDirectory);
    }

    /// <summary>A folder name that sorts by time (UTC) and tells a person what ran: <c>20261122-143501-123-Flights-0a1b2c3d</c>.</summary>
    internal static string FolderName(ProcessBlock process)
    {
        char[] name = process.Entry.ToCharArray();
        for (int i = 0; i < name.Length; i++)
            if (!char.IsAsciiLetterOrDigit(name[i]) && name[i] is not ('.' or '_' or '-')) name[i] = '_';
        return string.Create(CultureInfo.InvariantCulture, $"{process.Started:yyyyMMdd-HHmmss-fff}-{new string(name)}-{(uint)process.ProcessId:x8}");
    }

    /// <summary>The informational version of an assembly, or its version, or nothing.</summary>
    internal static string VersionOf(Assembly? assembly) =>
        assembly?.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? assembly?.GetName().Version?.ToString() ?? "";
}
