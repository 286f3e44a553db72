using System.Runtime.CompilerServices;

namespace Weft.Fody.Tests.Harness;

/// <summary>Where the product's runtime records while these tests run it: not beside the tests.</summary>
internal static class RecordingFolder
{
    // The runtime reads the variable once, at its first use: so before anything else.
#pragma warning disable CA2255
    [ModuleInitializer]
#pragma warning restore CA2255
    internal static void Choose() => Environment.SetEnvironmentVariable("WEFT_DIR", Directory.CreateTempSubdirectory("weft-weaver-tests").FullName);
}
