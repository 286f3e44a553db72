using Mono.Cecil;

namespace Weft.Fody.Planning.Fills;

/// <summary>The numbers by which a method and its callers meet, beside the call: for a method's name and the number of its parameters, so that calls by interface and of overrides meet it, too.</summary>
internal static class MethodNumber
{
    private const int CountBits = 4; // how many parameters, below what stands for the name

    /// <summary>Methods with as many parameters have no number.</summary>
    public const int MostParameters = 1 << CountBits;

    public static int Of(MethodReference method)
    {
        // An explicit implementation has the interface's name in front of its own.
        string name = method.Name == ".ctor" ? method.DeclaringType.GetElementType().FullName : method.Name.Substring(method.Name.LastIndexOf('.') + 1);
        uint hash = 2166136261;
        foreach (char character in name) hash = (hash ^ character) * 16777619;
        return (int)((hash | 1) << CountBits) | method.Parameters.Count;
    }

    /// <summary>The number of a called method of the same module, or of a delegate; null of any other.</summary>
    public static int? OfCalled(MethodReference called, Func<int, int> ofDelegate)
    {
        if (called.Parameters.Count >= MostParameters) return null;
        if (called.Name == "Invoke" && called.HasThis) return ofDelegate(called.Parameters.Count);
        return called.DeclaringType is not ArrayType && called.DeclaringType.GetElementType().Scope is ModuleDefinition ? Of(called) : null;
    }

    /// <summary>All delegates with as many parameters, for what they are given.</summary>
    public static int OfDelegate(int parameters) => parameters;

    /// <summary>All delegates with as many parameters, for what they give.</summary>
    public static int OfResultOfDelegate(int parameters) => ~parameters;
}
