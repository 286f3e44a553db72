using Mono.Cecil;

namespace Weft.Fody.Source;

/// <summary>What a person would call a call: the method, and what it is called on.</summary>
internal static class CallNames
{
    /// <summary>The method's name as it was written; null of what is not written as a call (an indexer, an operator, what an <c>await</c> becomes).</summary>
    public static string? Method(MethodReference called)
    {
        if (called.DeclaringType.Namespace == "System.Runtime.CompilerServices" || called.Name is "GetEnumerator" or "GetAsyncEnumerator") return null;
        if (GeneratedNames.LocalFunction(called.Name) is { } local) return local;
        bool isSpecial = called.Name.StartsWith("get_", StringComparison.Ordinal) || called.Name.StartsWith("op_", StringComparison.Ordinal);
        return isSpecial || GeneratedNames.IsGenerated(called.Name) ? null : called.Name;
    }

    /// <summary>Whether the first operand is written in front of the method: the receiver, or that of an extension method.</summary>
    public static bool IsOnFirstOperand(MethodReference called) =>
        called.HasThis || called.Resolve()?.CustomAttributes.Any(a => a.AttributeType.FullName == "System.Runtime.CompilerServices.ExtensionAttribute") == true;

    /// <summary>Whether the call needs no type in front of it where it stands.</summary>
    public static bool IsOfType(MethodReference called, TypeDefinition where)
    {
        string type = called.DeclaringType.GetElementType().FullName;
        for (TypeDefinition? outer = where; outer is not null; outer = outer.DeclaringType)
        {
            if (outer.FullName == type) return true;
        }
        return false;
    }

    /// <summary>The name of the type that declares the method.</summary>
    public static string Type(MethodReference called) => called.DeclaringType.Name.Split('`')[0];
}
