using System.Reflection;
using System.Runtime.Loader;
using Weft.Suites.Weaving;

namespace Weft.Suites.Validity;

/// <summary>How many methods the JIT compiled, generic ones once for each instantiation, and which it refused, with the reason.</summary>
internal sealed record JitReport(int Compiled, IReadOnlyList<string> Failures);

/// <summary>Has the JIT compile every method, generic ones over a class and a struct: it refuses invalid code and missing members.</summary>
internal static class MethodCompiler
{
    public static JitReport Compile(string assembly, IReadOnlyList<string> folders)
    {
        var context = new AssemblyLoadContext("compiled");
        context.Resolving += (_, name) => Find(name.Name!, folders) is { } file ? context.LoadFromAssemblyPath(file) : null;
        int compiled = 0;
        var failures = new List<string>();
        foreach (Type type in TypesOf(context.LoadFromAssemblyPath(assembly), failures)) Compile(type, failures, ref compiled);
        return new JitReport(compiled, failures);
    }

    // The woven assembly refers to the runtime that stands beside this tool.
    private static string? Find(string name, IReadOnlyList<string> folders) =>
        name == "Weft" ? ReferenceFolders.WeftAssembly : folders.Select(folder => Path.Combine(folder, name + ".dll")).FirstOrDefault(File.Exists);

    private static IEnumerable<Type> TypesOf(Assembly assembly, List<string> failures)
    {
        try
        {
            return assembly.GetTypes();
        }
        catch (ReflectionTypeLoadException e)
        {
            failures.AddRange(e.LoaderExceptions.Select(cause => cause!.Message));
            return e.Types.OfType<Type>();
        }
    }

    private static void Compile(Type type, List<string> failures, ref int compiled)
    {
        foreach (MethodBase method in MethodPreparation.MethodsOf(type))
        {
            // Whatever the runtime throws is a finding about that one method; the others are compiled all the same.
            try
            {
                compiled += MethodPreparation.Compile(type, method);
            }
            catch (Exception e) when (e is InvalidProgramException or TypeLoadException or MissingMemberException or BadImageFormatException or FileNotFoundException or FileLoadException or System.Security.VerificationException or TypeInitializationException or NotSupportedException)
            {
                failures.Add($"{type.FullName}.{method.Name}: {e.GetType().Name}: {e.Message}");
            }
        }
    }
}
