using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;
using Microsoft.CodeAnalysis.Text;

namespace Weft.Fody.Tests.Harness;

/// <summary>Compiles test input against the reference pack, as a real build does.</summary>
internal static class TestCompiler
{
    private static readonly Lazy<IReadOnlyList<string>> _referencePack = new(FindReferencePack);

    public static IReadOnlyList<string> ReferencePack => _referencePack.Value;

    public static CompiledAssembly Compile(
        string name,
        IEnumerable<(string Path, string Text)> sources,
        OptimizationLevel optimization,
        IEnumerable<MetadataReference>? references = null,
        bool symbols = true,
        OutputKind kind = OutputKind.DynamicallyLinkedLibrary,
        params KeyValuePair<string, string>[] features)
    {
        CSharpParseOptions parse = new CSharpParseOptions(LanguageVersion.Latest).WithFeatures(features);
        CSharpCompilation compilation = CSharpCompilation.Create(
            name,
            sources.Select(s => CSharpSyntaxTree.ParseText(SourceText.From(s.Text, Encoding.UTF8), parse, s.Path)),
            ReferencePack.Select(path => MetadataReference.CreateFromFile(path)).Concat(references ?? []),
            new CSharpCompilationOptions(kind, optimizationLevel: optimization, deterministic: true, nullableContextOptions: NullableContextOptions.Enable));

        using var dll = new MemoryStream();
        using var pdb = symbols ? new MemoryStream() : null;
        EmitResult result = compilation.Emit(dll, pdb, options: new EmitOptions(debugInformationFormat: DebugInformationFormat.PortablePdb));
        if (!result.Success) throw new InvalidOperationException($"test input {name} does not compile:\n{string.Join('\n', result.Diagnostics)}");
        return new CompiledAssembly(name, dll.ToArray(), pdb?.ToArray());
    }

    private static string[] FindReferencePack()
    {
        string runtime = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        string packs = Path.GetFullPath(Path.Combine(runtime, "..", "..", "..", "packs", "Microsoft.NETCore.App.Ref"));
        string pack = Directory.GetDirectories(packs, "10.*").OrderBy(p => p, StringComparer.Ordinal).LastOrDefault()
            ?? throw new DirectoryNotFoundException($"no reference pack of .NET 10 in {packs}: the tests need the .NET 10 SDK");
        return Directory.GetFiles(Path.Combine(pack, "ref", "net10.0"), "*.dll");
    }
}
