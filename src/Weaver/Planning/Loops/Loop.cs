using Mono.Cecil;

namespace Weft.Fody.Planning.Loops;

/// <summary>What a loop reads its records by.</summary>
internal enum EnumeratorKind
{
    /// <summary><c>IEnumerator&lt;T&gt;</c>.</summary>
    Interface,

    /// <summary><c>List&lt;T&gt;.Enumerator</c>.</summary>
    List,

    /// <summary>An array and an index.</summary>
    Array,

    /// <summary><c>IAsyncEnumerator&lt;T&gt;</c>.</summary>
    Async,

    /// <summary><c>ConfiguredCancelableAsyncEnumerable&lt;T&gt;.Enumerator</c>.</summary>
    ConfiguredAsync,

    /// <summary>Any other, of which only the collection is known that it reads.</summary>
    Own,
}

/// <summary>A loop over records: its enumerator, and the instructions between taking the current record and moving on, by number.</summary>
internal sealed class Loop(EnumeratorPlace enumerator, EnumeratorKind kind, TypeReference record, int current, int moveNext, EnumeratorPlace? index = null) : ILoop
{
    /// <summary>Where the loop keeps its enumerator, or the array that it reads.</summary>
    public EnumeratorPlace Enumerator => enumerator;

    /// <summary>Where a loop over an array keeps its index.</summary>
    public EnumeratorPlace? Index => index;

    public EnumeratorKind Kind => kind;

    /// <summary>The type of the records, as the loop's method sees it.</summary>
    public TypeReference Record => record;

    /// <summary>The number of the instruction that takes the current record.</summary>
    public int Current => current;

    /// <summary>The number of the instruction that moves on.</summary>
    public int MoveNext => moveNext;

    public int Length => moveNext - current;

    public bool Contains(int instruction) => current < instruction && instruction < moveNext;
}
