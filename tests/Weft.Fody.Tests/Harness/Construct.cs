using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Xunit;

namespace Weft.Fody.Tests.Harness;

/// <summary>One file of <c>Constructs</c>: C# that is compiled, woven and run. It has a class of its name with <c>Run</c>, or top-level statements.</summary>
internal static class Construct
{
    public static IEnumerable<string> Names =>
        Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Constructs"), "*.cs").Select(path => Path.GetFileNameWithoutExtension(path)!).Order(StringComparer.Ordinal);

    private static readonly ConcurrentDictionary<(string Name, OptimizationLevel Optimization), (CompiledAssembly Unwoven, WeaveResult Woven)> _woven = new();

    /// <summary>Every construct, in Debug and Release.</summary>
    public static TheoryData<string, OptimizationLevel> Cases()
    {
        var cases = new TheoryData<string, OptimizationLevel>();
        foreach (string name in Names)
        {
            cases.Add(name, OptimizationLevel.Debug);
            cases.Add(name, OptimizationLevel.Release);
        }
        return cases;
    }

    /// <summary>A construct, compiled and woven against the fake runtime, once for all tests.</summary>
    public static (CompiledAssembly Unwoven, WeaveResult Woven) Weave(string name, OptimizationLevel optimization) => _woven.GetOrAdd((name, optimization), key =>
    {
        CompiledAssembly unwoven = Compile(key.Name, key.Optimization);
        return (unwoven, TestWeaver.Weave(unwoven));
    });

    public static CompiledAssembly Compile(string name, OptimizationLevel optimization, TestRuntime? runtime = null, bool symbols = true)
    {
        string text = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Constructs", name + ".cs"));
        OutputKind kind = name == "TopLevel" ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary;
        return TestCompiler.Compile(name, [(name + ".cs", text)], optimization, [(runtime ?? TestRuntime.Fake).Reference], symbols, kind);
    }

    /// <summary>Compiles a snippet: the members of a static class <c>C</c> with the usual usings.</summary>
    public static CompiledAssembly CompileMembers(string members, OptimizationLevel optimization = OptimizationLevel.Release, IEnumerable<CompiledAssembly>? references = null, bool symbols = true, TestRuntime? runtime = null, string name = "Snippet", string usings = "")
    {
        string text = $"using System; using System.Collections.Generic; using System.IO; using System.Linq; using System.Threading.Tasks; {usings}\npublic static class C\n{{\n{members}\n}}\n";
        IEnumerable<MetadataReference> images = (references ?? []).Select(r => MetadataReference.CreateFromImage(r.Dll));
        return TestCompiler.Compile(name, [("C.cs", text)], optimization, images.Append((runtime ?? TestRuntime.Fake).Reference), symbols);
    }

    public static object? Run(string name, LoadedAssembly loaded) => name == "TopLevel"
        ? loaded.Assembly.EntryPoint!.Invoke(null, [Array.Empty<string>()])
        : loaded.Run(name, "Run");
}
