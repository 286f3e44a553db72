using System.Runtime.CompilerServices;

namespace Weft.Laws.Tests;

/// <summary>Sends what this process records to a folder that goes when it ends.</summary>
internal static class RecordingFolder
{
    internal static readonly string Path = Directory.CreateTempSubdirectory("weft-laws-").FullName;

    [ModuleInitializer]
    internal static void Use()
    {
        Environment.SetEnvironmentVariable("WEFT", null);
        Environment.SetEnvironmentVariable("WEFT_DIR", Path);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(Path, recursive: true);
    }
}
