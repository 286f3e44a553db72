using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using ICSharpCode.Decompiler.IL;
using ICSharpCode.Decompiler.Metadata;
using ICSharpCode.Decompiler.TypeSystem;

namespace Weft.Fody.Tests.Harness;

/// <summary>Reads every body with a decompiler, whose reader warns of stack types that do not fit: an int64 where an int32 is asked, for one.</summary>
internal static class StackCheck
{
    public static IReadOnlyList<string> Warnings(CompiledAssembly assembly, TestRuntime runtime, IEnumerable<CompiledAssembly>? references = null)
    {
        using var file = new PEFile(assembly.Name, new MemoryStream(assembly.Dll));
        var types = new DecompilerTypeSystem(file, new Resolver(runtime, references ?? []));
        var warnings = new List<string>();
        foreach (MethodDefinitionHandle handle in file.Metadata.MethodDefinitions)
        {
            MethodDefinition method = file.Metadata.GetMethodDefinition(handle);
            if (method.RelativeVirtualAddress == 0) continue;

            // A reader keeps state of what it read last: a new one for each method.
            ILFunction function = new ILReader(types.MainModule).ReadIL(handle, file.GetMethodBody(method.RelativeVirtualAddress));
            warnings.AddRange(function.Warnings.Select(warning => $"{file.Metadata.GetString(method.Name)}: {warning}"));
        }
        return warnings;
    }

    private sealed class Resolver(TestRuntime runtime, IEnumerable<CompiledAssembly> others) : IAssemblyResolver
    {
        private readonly Dictionary<string, MetadataFile?> _read = [];

        public MetadataFile? Resolve(IAssemblyReference reference)
        {
            lock (_read)
            {
                if (!_read.TryGetValue(reference.Name, out MetadataFile? file)) _read.Add(reference.Name, file = Read(reference.Name));
                return file;
            }
        }

        public MetadataFile? ResolveModule(MetadataFile mainModule, string moduleName) => null;

        public Task<MetadataFile?> ResolveAsync(IAssemblyReference reference) => Task.FromResult(Resolve(reference));

        public Task<MetadataFile?> ResolveModuleAsync(MetadataFile mainModule, string moduleName) => Task.FromResult<MetadataFile?>(null);

        public IDisposable? BeginSnapshot() => null;

        private PEFile? Read(string name)
        {
            if (name == "Weft") return new PEFile(name, new MemoryStream(runtime.Dll));
            if (others.FirstOrDefault(o => o.Name == name) is { } other) return new PEFile(name, new MemoryStream(other.Dll));
            string? path = TestCompiler.ReferencePack.FirstOrDefault(p => Path.GetFileNameWithoutExtension(p) == name);
            return path is null ? null : new PEFile(path, PEStreamOptions.PrefetchEntireImage);
        }
    }
}
