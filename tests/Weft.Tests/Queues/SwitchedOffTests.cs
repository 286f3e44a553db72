// Proves: a process that is to record nothing keeps nothing of what goes through queues and stacks, and one that is to record no events keeps the records alone.
using System.Diagnostics;

namespace Weft.Tests.Queues;

public sealed class SwitchedOffTests : IDisposable
{
    private static readonly string[] _kinds = ["queue", "stack", "held", "heap", "blocking", "over"];

    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("weft-tests-");

    public void Dispose() => _directory.Delete(recursive: true);

    [Theory]
    [InlineData("WEFT", "0", 0, false, false, false)]
    [InlineData("WEFT_EVENTS", "0", 1000, false, true, true)]
    [InlineData("WEFT_EVENTS", "1", 1000, true, true, true)]
    public void Queues_WhereSomethingIsSwitchedOff_KeepTheRestAlone(string variable, string value, int followed, bool hasEvents, bool isAttached, bool isWritten)
    {
        string host = AppContext.BaseDirectory.Replace("Weft.Tests" + Path.DirectorySeparatorChar, "Weft.Tests.Host" + Path.DirectorySeparatorChar, StringComparison.Ordinal);
        var start = new ProcessStartInfo("dotnet", [Path.Combine(host, "Weft.Tests.Host.dll"), "queues"]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["WEFT_DIR"] = _directory.FullName;
        start.Environment[variable] = value;
        using Process process = Process.Start(start)!;
        string[] lines = process.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        process.WaitForExit();
        Assert.Equal("", process.StandardError.ReadToEnd());
        Assert.Equal(0, process.ExitCode);
        Assert.Equal([.. _kinds.Select(kind => $"{kind}: 1000 taken, {followed} followed"), $"units: {hasEvents}", $"attached: {isAttached}", $"folder: {isWritten}"], lines);
        Assert.Equal(isWritten, _directory.GetDirectories().Length > 0);
    }
}
