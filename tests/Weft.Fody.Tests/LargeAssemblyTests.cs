using System.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Mono.Cecil;
using Weft.Fody.Tests.Harness;
using Weft.Sites;
using Xunit;
using Xunit.Abstractions;

namespace Weft.Fody.Tests;

// Proves: a large assembly that nobody wrote for Weft is woven without a method left alone, every woven method is sound, and it still does its work.
public class LargeAssemblyTests(ITestOutputHelper output)
{
    [Fact]
    [Trait("Duration", "Long")]
    public void Weave_Decompiler_IsWovenWholeAndStillDecompiles()
    {
        // A library of 2 MB with thousands of LINQ calls, iterators and closures, which the tests have anyway. No symbols come with it.
        string path = typeof(ICSharpCode.Decompiler.IL.ILReader).Assembly.Location;
        var unwoven = new CompiledAssembly("ICSharpCode.Decompiler", File.ReadAllBytes(path), Pdb: null);
        CompiledAssembly[] references = [.. Beside(path, unwoven.Name)];

        var watch = Stopwatch.StartNew();
        WeaveResult woven = TestWeaver.Weave(unwoven, TestRuntime.Real, references: references);
        output.WriteLine($"{woven.Summary} in {watch.ElapsedMilliseconds} ms");

        Assert.Empty(woven.Warnings);
        Assert.True(woven.Sites!.Rows.Count > 500);
        KeptCode.AssertKept(unwoven, woven.Assembly);
        var loaded = new LoadedAssembly(woven.Assembly, TestRuntime.Real, references);
        output.WriteLine($"{loaded.CompileEverything()} methods compiled");
        string expected = Decompile(typeof(ICSharpCode.Decompiler.IL.ILReader).Assembly);
        Assert.Contains("class ModuleWeaver", expected, StringComparison.Ordinal);
        Assert.Equal(expected, Decompile(loaded.Assembly));
    }

    // The compiler with which these tests compile their input, woven, compiles it to the same bytes.
    [Fact]
    [Trait("Duration", "Long")]
    public void Weave_Compiler_IsWovenWholeAndStillCompiles()
    {
        string common = typeof(Compilation).Assembly.Location, csharp = typeof(CSharpCompilation).Assembly.Location;
        CompiledAssembly[] unwoven = [new("Microsoft.CodeAnalysis", File.ReadAllBytes(common), Pdb: null), new("Microsoft.CodeAnalysis.CSharp", File.ReadAllBytes(csharp), Pdb: null)];
        WeaveResult[] woven = [.. unwoven.Select(assembly => TestWeaver.Weave(assembly, TestRuntime.Real, references: unwoven.Where(other => other != assembly)))];
        foreach (WeaveResult result in woven) output.WriteLine(result.Summary);

        Assert.All(woven, result => Assert.Empty(result.Warnings));
        Assert.All(woven, result => Assert.True(result.Sites!.Rows.Count > 300));
        for (int i = 0; i < woven.Length; i++) KeptCode.AssertKept(unwoven[i], woven[i].Assembly);
        CompiledAssembly driver = TestCompiler.Compile(
            "Driver", [("Driver.cs", Driver)], OptimizationLevel.Release, [MetadataReference.CreateFromFile(common), MetadataReference.CreateFromFile(csharp)], symbols: false);
        byte[] expected = Compiled(new LoadedAssembly(driver, TestRuntime.Real, unwoven));
        var loaded = new LoadedAssembly(driver, TestRuntime.Real, woven.Select(result => result.Assembly));
        byte[] actual = Compiled(loaded);
        Assert.Equal(2, loaded.Assemblies.Count(assembly => assembly.GetManifestResourceNames().Contains(SiteTable.ResourceName)));
        Assert.True(expected.Length > 10_000);
        Assert.Equal(expected, actual);
    }

    private const string Driver = """
        using System.IO; using System.Linq; using Microsoft.CodeAnalysis; using Microsoft.CodeAnalysis.CSharp;
        public static class Driver
        {
            public static byte[] Compile(string[] texts, string[] references)
            {
                var options = new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release, deterministic: true);
                var compilation = CSharpCompilation.Create("Compiled", texts.Select(t => CSharpSyntaxTree.ParseText(t)), references.Select(r => MetadataReference.CreateFromFile(r)), options);
                using var dll = new MemoryStream();
                var result = compilation.Emit(dll);
                if (!result.Success) throw new InvalidDataException(string.Join("\n", result.Diagnostics));
                return dll.ToArray();
            }
        }
        """;

    private static byte[] Compiled(LoadedAssembly driver)
    {
        string[] texts = [.. Construct.Names.Where(name => name != "TopLevel").Select(name => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Constructs", name + ".cs")))];
        string weft = Path.Combine(Directory.CreateTempSubdirectory("weft-driver-").FullName, "Weft.dll");
        try
        {
            File.WriteAllBytes(weft, TestRuntime.Fake.Dll);
            return (byte[])driver.Assembly.GetType("Driver")!.GetMethod("Compile")!.Invoke(null, [texts, TestCompiler.ReferencePack.Append(weft).ToArray()])!;
        }
        finally
        {
            Directory.Delete(Path.GetDirectoryName(weft)!, recursive: true);
        }
    }

    // By reflection, since the woven decompiler is another assembly than the one these tests were compiled with.
    private static string Decompile(System.Reflection.Assembly decompiler)
    {
        object settings = Activator.CreateInstance(decompiler.GetType("ICSharpCode.Decompiler.DecompilerSettings", throwOnError: true)!)!;
        object csharp = Activator.CreateInstance(
            decompiler.GetType("ICSharpCode.Decompiler.CSharp.CSharpDecompiler", throwOnError: true)!, typeof(ModuleWeaver).Assembly.Location, settings)!;
        return (string)csharp.GetType().GetMethod("DecompileWholeModuleAsString", [])!.Invoke(csharp, [])!;
    }

    private static IEnumerable<CompiledAssembly> Beside(string path, string except)
    {
        using ModuleDefinition module = ModuleDefinition.ReadModule(path);
        foreach (AssemblyNameReference reference in module.AssemblyReferences.Where(r => r.Name != except))
        {
            // The base libraries come from the reference pack, by forwarding where the library was built for .NET Standard.
            string file = Path.Combine(Path.GetDirectoryName(path)!, reference.Name + ".dll");
            if (File.Exists(file)) yield return new CompiledAssembly(reference.Name, File.ReadAllBytes(file), null);
        }
    }
}
