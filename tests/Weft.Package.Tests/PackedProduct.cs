using System.Diagnostics;
using System.Globalization;
using System.Reflection;

namespace Weft.Package.Tests;

/// <summary>The product, packed once for this test run into a feed of its own, and a package folder that shields the user's.</summary>
internal sealed class PackedProduct
{
    private const string FolderPrefix = "weft-package-tests-";
    private static readonly Lazy<PackedProduct> _shared = new(() => new PackedProduct());
    private int _consumers;

    private PackedProduct()
    {
        DeleteLeftovers();
        Root = Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), FolderPrefix + System.Environment.ProcessId.ToString(CultureInfo.InvariantCulture))).FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(Root, recursive: true);
        Feed = Directory.CreateDirectory(Path.Combine(Root, "feed")).FullName;

        // A consumer stands alone: nothing of the folders above it may reach its build.
        File.WriteAllText(Path.Combine(Root, "Directory.Build.props"), "<Project />");
        File.WriteAllText(Path.Combine(Root, "Directory.Build.targets"), "<Project />");
        File.WriteAllText(Path.Combine(Root, "Directory.Packages.props"), "<Project />");
        // Beside the feed, whatever sources the machine has.
        File.WriteAllText(Path.Combine(Root, "nuget.config"), $"""
            <configuration>
              <packageSources>
                <add key="weft" value="{Feed}" />
              </packageSources>
            </configuration>
            """);
        Pack("src/Runtime/Weft.csproj");
        Pack("src/AspNetCore/Weft.AspNetCore.csproj");
        Pack("src/Tool/Weft.Tool.csproj");
    }

    internal static PackedProduct Instance => _shared.Value;

    internal static string RepositoryRoot { get; } = Metadata("RepositoryRoot");

    internal static string Configuration { get; } = Metadata("Configuration");

    /// <summary>Higher than any version that a machine's own sources may have, and another one in every run.</summary>
    internal static string Version { get; } = "9999.0." + (DateTime.UtcNow.Ticks / TimeSpan.TicksPerSecond % int.MaxValue).ToString(CultureInfo.InvariantCulture);

    internal string Root { get; }

    internal string Feed { get; }

    internal string PackagePath => Path.Combine(Feed, $"Weft.{Version}.nupkg");

    /// <summary>A second weaver for consumers that have one already.</summary>
    internal static string Saboteur => Path.Combine(RepositoryRoot, "tests/Saboteur.Fody/bin", Configuration, "netstandard2.0/Saboteur.Fody.dll");

    internal IReadOnlyDictionary<string, string> Environment => new Dictionary<string, string>
    {
        // What this run's packages unpack to must not outlive it; what the machine has already need not be fetched again.
        ["NUGET_PACKAGES"] = Path.Combine(Root, "packages"),
        ["NUGET_FALLBACK_PACKAGES"] = System.Environment.GetEnvironmentVariable("NUGET_PACKAGES")
            ?? Path.Combine(System.Environment.GetFolderPath(System.Environment.SpecialFolder.UserProfile), ".nuget", "packages"),
    };

    internal string NewFolder()
        => Directory.CreateDirectory(Path.Combine(Root, "consumer" + Interlocked.Increment(ref _consumers).ToString(CultureInfo.InvariantCulture))).FullName;

    // The test platform gives a process that ends a tenth of a second, which may be too short to delete everything: the next run does the rest.
    private static void DeleteLeftovers()
    {
        HashSet<int> running = [.. Process.GetProcesses().Select(process => process.Id)];
        foreach (string folder in Directory.GetDirectories(Path.GetTempPath(), FolderPrefix + "*"))
            if (int.TryParse(Path.GetFileName(folder).AsSpan(FolderPrefix.Length), CultureInfo.InvariantCulture, out int owner) && !running.Contains(owner))
                Directory.Delete(folder, recursive: true);
    }

    // Only packs: the solution's build has built it, and a second build of the same folders would race with it.
    private void Pack(string project)
        => DotNet.Run(RepositoryRoot, ["pack", project, "--no-build", "--configuration", Configuration, "--output", Feed, $"-p:PackageVersion={Version}", "-m:1", "-nodeReuse:false"])
            .Succeeded();

    private static string Metadata(string key)
        => typeof(PackedProduct).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == key).Value!;
}
