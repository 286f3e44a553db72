using System.Runtime.CompilerServices;

namespace Weft.Events;

/// <summary>What the scope of a lock does not tell, and the scope of a lock that is held already.</summary>
internal static class LockScope
{
    /// <summary>The scope of a lock that the calling thread has just taken.</summary>
    // Only the lock itself makes scopes, as it is taken: so it is taken once more, and that given back, which another thread does not see.
    internal static Lock.Scope Of(Lock held)
    {
        Lock.Scope scope = held.EnterScope();
        held.Exit();
        return scope;
    }

    /// <summary>The lock of a scope; null once it has been left.</summary>
    internal static Lock? LockOf(ref Lock.Scope scope) => Field(ref scope);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_lockObj")]
    private static extern ref Lock? Field(ref Lock.Scope scope);
}
