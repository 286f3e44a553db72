using System.Runtime.CompilerServices;
using Xunit;

namespace Weft.Fody.Tests.Harness;

/// <summary>Compares text with a file of <c>Snapshots</c>. With <c>WEFT_UPDATE_SNAPSHOTS=1</c> it writes the file instead, and the diff is the review.</summary>
internal static class Snapshot
{
    public static void Matches(string name, string actual, [CallerFilePath] string caller = "")
    {
        if (Environment.GetEnvironmentVariable("WEFT_UPDATE_SNAPSHOTS") == "1")
        {
            File.WriteAllText(Path.Combine(Path.GetDirectoryName(caller)!, "Snapshots", name + ".il"), actual);
            return;
        }

        string path = Path.Combine(AppContext.BaseDirectory, "Snapshots", name + ".il");
        Assert.True(File.Exists(path), $"there is no snapshot {name}.il: run the tests with WEFT_UPDATE_SNAPSHOTS=1 and review what is written");
        Assert.Equal(File.ReadAllText(path), actual, ignoreLineEndingDifferences: true);
    }
}
