using System.Reflection;
using System.Runtime.CompilerServices;

namespace Weft.Suites.Validity;

/// <summary>Has the JIT compile methods that nobody calls. The weaver's tests compile this file too.</summary>
internal static class MethodPreparation
{
    private const BindingFlags All = BindingFlags.DeclaredOnly | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance;

    /// <summary>The methods and constructors that a type declares.</summary>
    public static IEnumerable<MethodBase> MethodsOf(Type type) => type.GetMembers(All).OfType<MethodBase>();

    /// <summary>Has a method compiled, a generic one over a class and over a struct where its constraints allow it; throws what the JIT says of it. Returns how often it was compiled.</summary>
    public static int Compile(Type type, MethodBase method)
    {
        if (method.IsAbstract || method.GetMethodBody() is null) return 0;
        if (!method.ContainsGenericParameters)
        {
            RuntimeHelpers.PrepareMethod(method.MethodHandle);
            return 1;
        }
        int compiled = 0;
        foreach (Type argument in new[] { typeof(object), typeof(int) })
        {
            if (Instantiate(type, method, argument) is not { } instantiation) continue;
            RuntimeHelpers.PrepareMethod(method.MethodHandle, instantiation);
            compiled++;
        }
        return compiled;
    }

    // The generic arguments of type and method, all the same; null where a constraint forbids it.
    private static RuntimeTypeHandle[]? Instantiate(Type type, MethodBase method, Type argument)
    {
        Type[] ofType = type.IsGenericTypeDefinition ? type.GetGenericArguments() : [];
        Type[] ofMethod = method.IsGenericMethodDefinition ? method.GetGenericArguments() : [];
        try
        {
            MethodBase constructed = ofType.Length == 0
                ? method
                : MethodBase.GetMethodFromHandle(method.MethodHandle, type.MakeGenericType([.. ofType.Select(_ => argument)]).TypeHandle)!;
            if (ofMethod.Length > 0) ((MethodInfo)constructed).MakeGenericMethod([.. ofMethod.Select(_ => argument)]);
        }
        catch (ArgumentException)
        {
            return null;
        }
        return [.. Enumerable.Repeat(argument.TypeHandle, ofType.Length + ofMethod.Length)];
    }
}
