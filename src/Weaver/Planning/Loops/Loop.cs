using Mono.Cecil;

namespace Weft.Fody.Planning.Loops;

/// <summary>What a loop reads its records by.</summary>
internal enum EnumeratorKind
{
    /// <summary><c>IEnumerator&lt;T&gt;</c>.</summary>
    Interface,

    /// <summary><c>List&lt;T&gt;.Enumerator</c>.</summary>
    List,
}

/// <summary>A loop over records: its enumerator, and the instructions between taking the current record and moving on, by number.</summary>
internal sealed class Loop(EnumeratorPlace enumerator, EnumeratorKind kind, TypeReference record, int current, int moveNext)
{
    public EnumeratorPlace Enumerator => enumerator;

    public EnumeratorKind Kind => kind;

    /// <summary>The type of the records, as the loop's method sees it.</summary>
    public TypeReference Record => record;

    public int Length => moveNext - current;

    public bool Contains(int instruction) => current < instruction && instruction < moveNext;
}
