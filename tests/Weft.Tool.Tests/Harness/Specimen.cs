namespace Weft.Tool.Tests.Harness;

/// <summary>The recordings of the woven specimen: each scene is played once for all tests, in a working directory of its own.</summary>
public sealed class Specimen : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("weft-tool-tests-");
    private readonly Dictionary<string, string> _played = [];
    private readonly Lock _gate = new();

    /// <summary>The working directory in which a scene was played; its recording is in .weft there.</summary>
    internal string FolderOf(string scene)
    {
        lock (_gate)
        {
            if (_played.TryGetValue(scene, out string? folder)) return folder;
            folder = NewFolder(scene.Replace(' ', '-'));
            WriteInputs(folder);
            Play(scene, folder, expectedExit: 0);
            _played.Add(scene, folder);
            return folder;
        }
    }

    /// <summary>The folder of a scene's only run.</summary>
    internal string RunOf(string scene) => Assert.Single(Directory.GetDirectories(Path.Combine(FolderOf(scene), ".weft")));

    /// <summary>A fresh folder that goes away with the tests.</summary>
    internal string NewFolder(string name) => Directory.CreateDirectory(Path.Combine(_folder.FullName, $"{name}-{Guid.NewGuid():N}")).FullName;

    /// <summary>A copy of a scene's recording, to be damaged; gives the working directory.</summary>
    internal string CopyOf(string scene)
    {
        string folder = NewFolder("copy");
        string copy = Directory.CreateDirectory(Path.Combine(folder, ".weft", Path.GetFileName(RunOf(scene)))).FullName;
        foreach (string file in Directory.GetFiles(RunOf(scene), "*.seg")) File.Copy(file, Path.Combine(copy, Path.GetFileName(file)));
        return folder;
    }

    /// <summary>Plays a scene in a folder.</summary>
    internal static ProcessResult Play(string scene, string folder, int? expectedExit, params (string Name, string Value)[] environment)
    {
        ProcessResult result = Processes.Run(Repository.SpecimenAssembly, scene.Split(' '), folder, environment);
        Assert.True(expectedExit is null || result.ExitCode == expectedExit, $"{scene}: exit code {result.ExitCode}\n{result.Error}");
        return result;
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static void WriteInputs(string folder)
    {
        string data = Directory.CreateDirectory(Path.Combine(folder, "data")).FullName;
        File.WriteAllText(Path.Combine(data, "customers.csv"), "id,country\na,NO\nb,DE\nc,NO\n");
        File.WriteAllText(Path.Combine(data, "orders.csv"), "customer,amount\na,10\nb,20\na,5\nc,7\nc,30\n");
    }
}

/// <summary>Tests that share the specimen's recordings.</summary>
[CollectionDefinition(Name)]
public sealed class SpecimenCollection : ICollectionFixture<Specimen>
{
    internal const string Name = "specimen";
}
