using Mono.Cecil;

namespace Weft.Fody.Tests.Harness;

/// <summary>Resolves from exactly what a build would pass: the reference pack, the runtime, and the references of the test.</summary>
internal sealed class ReferenceResolver : IAssemblyResolver
{
    private readonly Dictionary<string, Func<Stream>> _files;
    private readonly Dictionary<string, AssemblyDefinition> _read = [];

    public ReferenceResolver(TestRuntime? runtime, IEnumerable<CompiledAssembly> others)
    {
        _files = TestCompiler.ReferencePack.ToDictionary(path => Path.GetFileNameWithoutExtension(path), path => (Func<Stream>)(() => File.OpenRead(path)));
        if (runtime is not null) _files["Weft"] = () => new MemoryStream(runtime.Dll);
        foreach (CompiledAssembly other in others) _files[other.Name] = () => new MemoryStream(other.Dll);
    }

    public AssemblyDefinition? Resolve(string name) => Resolve(new AssemblyNameReference(name, null));

    public AssemblyDefinition? Resolve(AssemblyNameReference name) => Resolve(name, new ReaderParameters());

    public AssemblyDefinition? Resolve(AssemblyNameReference name, ReaderParameters parameters)
    {
        if (_read.TryGetValue(name.Name, out AssemblyDefinition? assembly)) return assembly;
        if (!_files.TryGetValue(name.Name, out Func<Stream>? open)) return null;
        parameters.AssemblyResolver = this;
        return _read[name.Name] = AssemblyDefinition.ReadAssembly(open(), parameters);
    }

    public void Dispose()
    {
        foreach (AssemblyDefinition assembly in _read.Values) assembly.Dispose();
    }
}
