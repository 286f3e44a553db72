using System.Runtime.InteropServices;
using Mono.Cecil;

namespace Weft.Suites.Weaving;

/// <summary>Resolves references as a build would: beside the assembly, then in the reference packs of the SDK; <c>Weft</c> beside this tool.</summary>
internal sealed class ReferenceFolders(string beside) : IAssemblyResolver
{
    private readonly Dictionary<string, AssemblyDefinition?> _read = [];
    private readonly string[] _folders = [beside, .. ReferencePacks()];

    public AssemblyDefinition? Resolve(string name) => Resolve(new AssemblyNameReference(name, null));

    public AssemblyDefinition? Resolve(AssemblyNameReference name) => Resolve(name, new ReaderParameters());

    public AssemblyDefinition? Resolve(AssemblyNameReference name, ReaderParameters parameters)
    {
        if (_read.TryGetValue(name.Name, out AssemblyDefinition? assembly)) return assembly;
        parameters.AssemblyResolver = this;
        return _read[name.Name] = Find(name.Name) is { } file ? AssemblyDefinition.ReadAssembly(file, parameters) : null;
    }

    public void Dispose()
    {
        foreach (AssemblyDefinition? assembly in _read.Values) assembly?.Dispose();
    }

    private string? Find(string name) =>
        name == "Weft" ? WeftAssembly : _folders.Select(folder => Path.Combine(folder, name + ".dll")).FirstOrDefault(File.Exists);

    /// <summary>The runtime of this build.</summary>
    public static string WeftAssembly => Path.Combine(AppContext.BaseDirectory, "Weft.dll");

    /// <summary>The folder of the .NET installation that this runs on.</summary>
    public static string DotNetRoot => Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));

    private static IEnumerable<string> ReferencePacks()
    {
        string framework = $"net{Environment.Version.Major}.{Environment.Version.Minor}";
        foreach (string pack in new[] { "Microsoft.NETCore.App.Ref", "Microsoft.AspNetCore.App.Ref" })
        {
            string folder = Path.Combine(DotNetRoot, "packs", pack);
            if (!Directory.Exists(folder)) continue;
            // The newest one that has this framework.
            if (Directory.GetDirectories(folder).OrderByDescending(version => Version.TryParse(Path.GetFileName(version), out Version? parsed) ? parsed : new Version())
                    .Select(version => Path.Combine(version, "ref", framework)).FirstOrDefault(Directory.Exists) is { } found) yield return found;
        }
    }
}
