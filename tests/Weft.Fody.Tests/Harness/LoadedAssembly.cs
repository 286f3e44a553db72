extern alias runtime;

using System.Reflection;
using System.Runtime.Loader;
using Weft.Suites.Validity;

namespace Weft.Fody.Tests.Harness;

/// <summary>An assembly loaded to run, each with a Weft of its own when that is the fake one.</summary>
internal sealed class LoadedAssembly : AssemblyLoadContext
{
    private readonly Dictionary<string, CompiledAssembly> _others;
    private readonly TestRuntime _runtime;
    private Assembly? _weft;

    public LoadedAssembly(CompiledAssembly assembly, TestRuntime runtime, IEnumerable<CompiledAssembly>? others = null)
        : base(assembly.Name, isCollectible: true)
    {
        _runtime = runtime;
        _others = (others ?? []).ToDictionary(o => o.Name);
        Assembly = Load(assembly);
    }

    public Assembly Assembly { get; }

    /// <summary>What the fake runtime wrote down.</summary>
    public IReadOnlyList<string> Calls => (IReadOnlyList<string>)Weft.GetType("Weft.Woven")!.GetField("Calls")!.GetValue(null)!;

    private Assembly Weft => _weft ??= _runtime.IsReal ? typeof(runtime::Weft.Woven).Assembly : LoadFromStream(new MemoryStream(_runtime.Dll));

    /// <summary>Calls a public static method without parameters.</summary>
    public object? Run(string type, string method)
    {
        MethodInfo entry = Assembly.GetType(type, throwOnError: true)!.GetMethod(method) ?? throw new MissingMethodException(type, method);
        try
        {
            return entry.Invoke(null, null);
        }
        catch (TargetInvocationException e)
        {
            throw e.InnerException!;
        }
    }

    /// <summary>Has the JIT compile every method, generic ones over a class and a struct: it throws on invalid code and missing members.</summary>
    public int CompileEverything() => Assembly.GetTypes().Sum(type => MethodPreparation.MethodsOf(type).Sum(method => MethodPreparation.Compile(type, method)));

    protected override Assembly? Load(AssemblyName name) =>
        name.Name == "Weft" ? Weft : _others.TryGetValue(name.Name!, out CompiledAssembly? other) ? Load(other) : null;

    private Assembly Load(CompiledAssembly assembly) =>
        LoadFromStream(new MemoryStream(assembly.Dll), assembly.Pdb is null ? null : new MemoryStream(assembly.Pdb));
}
