extern alias runtime;

using Microsoft.CodeAnalysis;

namespace Weft.Fody.Tests.Harness;

/// <summary>The assembly named Weft that test input is woven against.</summary>
internal sealed class TestRuntime
{
    private static readonly Lazy<TestRuntime> _fake = new(CompileFake);
    private static readonly Lazy<TestRuntime> _real = new(() => new TestRuntime(File.ReadAllBytes(typeof(runtime::Weft.Woven).Assembly.Location), isReal: true));

    private TestRuntime(byte[] dll, bool isReal)
    {
        Dll = dll;
        IsReal = isReal;
        Reference = MetadataReference.CreateFromImage(dll);
    }

    /// <summary>The one of FakeRuntime/Weft.cs: it writes down what was called.</summary>
    public static TestRuntime Fake => _fake.Value;

    /// <summary>The product's.</summary>
    public static TestRuntime Real => _real.Value;

    public byte[] Dll { get; }

    public bool IsReal { get; }

    public MetadataReference Reference { get; }

    /// <summary>This one, changed.</summary>
    public TestRuntime With(Action<Mono.Cecil.ModuleDefinition> change) => new(Mutation.Of(new CompiledAssembly("Weft", Dll, null), change).Dll, isReal: false);

    private static TestRuntime CompileFake()
    {
        string path = Path.Combine(AppContext.BaseDirectory, "FakeRuntime", "Weft.cs");
        CompiledAssembly compiled = TestCompiler.Compile("Weft", [("Weft.cs", File.ReadAllText(path))], OptimizationLevel.Release, symbols: false);
        return new TestRuntime(compiled.Dll, isReal: false);
    }
}
