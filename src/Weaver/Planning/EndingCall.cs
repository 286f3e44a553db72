using Mono.Cecil;

namespace Weft.Fody.Planning;

/// <summary>How a call gives a sequence.</summary>
internal enum ResultShape
{
    /// <summary>As its result.</summary>
    Direct,

    /// <summary>As the result of a <c>Task&lt;T&gt;</c>.</summary>
    Task,

    /// <summary>As the result of a <c>ValueTask&lt;T&gt;</c>.</summary>
    ValueTask,
}

/// <summary>A call at which a flow ends: what it gives, what brings the records, and why it ends.</summary>
internal sealed class EndingCall(TypeReference result, ResultShape shape, IList<TypeReference> operands, int recordOperand, bool isOnlyOne, string reason)
{
    /// <summary>The type of the sequence given.</summary>
    public TypeReference Result => result;

    public ResultShape Shape => shape;

    /// <summary>The types of what the call takes from the stack.</summary>
    public IList<TypeReference> Operands => operands;

    /// <summary>Which operand brings the records, the first if there are several.</summary>
    public int RecordOperand => recordOperand;

    /// <summary>Whether that operand, an object, is the only one to bring records: then it tells at run time whether there is lineage to end.</summary>
    public bool IsOnlyOne => isOnlyOne;

    public string Reason => reason;
}
