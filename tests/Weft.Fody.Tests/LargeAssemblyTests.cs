using System.Diagnostics;
using Mono.Cecil;
using Weft.Fody.Tests.Harness;
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
        Assert.Equal(BodyText.Of(unwoven), BodyText.Of(woven.Assembly));
        var loaded = new LoadedAssembly(woven.Assembly, TestRuntime.Real, references);
        output.WriteLine($"{loaded.CompileEverything()} methods compiled");
        string expected = Decompile(typeof(ICSharpCode.Decompiler.IL.ILReader).Assembly);
        Assert.Contains("class ModuleWeaver", expected, StringComparison.Ordinal);
        Assert.Equal(expected, Decompile(loaded.Assembly));
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
