using Mono.Cecil;
using Mono.Cecil.Cil;
using Weft.Fody.Planning.Loops;

namespace Weft.Fody.Planning.Iterators;

/// <summary>How an iterator begins to read what it keeps in a place.</summary>
internal enum EntryKind
{
    /// <summary>A call of <c>IEnumerable&lt;T&gt;.GetEnumerator</c>.</summary>
    Sequence,

    /// <summary>A call of <c>IAsyncEnumerable&lt;T&gt;.GetAsyncEnumerator</c>.</summary>
    AsyncSequence,

    /// <summary>A call of <c>ConfiguredCancelableAsyncEnumerable&lt;T&gt;.GetAsyncEnumerator</c>.</summary>
    ConfiguredSequence,

    /// <summary>Another call, which gives an enumerator.</summary>
    Enumerator,

    /// <summary>A store of an array, or of a list's own enumerator.</summary>
    Collection,
}

/// <summary>A place that an iterator reads records from: the same for all loops that keep their enumerator in it.</summary>
internal sealed class ReadPlace(int number, EnumeratorPlace place, EnumeratorKind kind, TypeReference record)
{
    public int Number => number;

    public EnumeratorPlace Place => place;

    public EnumeratorKind Kind => kind;

    /// <summary>The type of the records.</summary>
    public TypeReference Record => record;

    /// <summary>The calls or stores by which reading begins.</summary>
    public IReadOnlyList<(Instruction At, EntryKind Kind)> Entries { get; set; } = [];

    /// <summary>The calls of <c>MoveNext</c>, and whether each is other than a loop's.</summary>
    public IReadOnlyList<(Instruction Call, bool ByHand)> Moves { get; set; } = [];
}
