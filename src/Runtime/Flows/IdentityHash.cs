using System.Runtime.CompilerServices;

namespace Weft.Flows;

/// <summary>The hash codes that objects have by identity.</summary>
internal static class IdentityHash
{
    /// <summary>An object's hash code, or 0 when it was never asked for: making one costs ten times as much as seeing that there is none.</summary>
    internal static int OfKnown(object item) => TryGetHashCode(null, item);

    [UnsafeAccessor(UnsafeAccessorKind.StaticMethod, Name = "TryGetHashCode")]
    private static extern int TryGetHashCode([UnsafeAccessorType("System.Runtime.CompilerServices.RuntimeHelpers, System.Private.CoreLib")] object? type, object? item);
}
