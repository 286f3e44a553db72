namespace Weft.Store;

/// <summary>Why a question has no answer.</summary>
internal enum AskFault
{
    /// <summary>The question cannot be understood, or could mean several things.</summary>
    Question,

    /// <summary>There is no such run, output, source or record.</summary>
    NotFound,

    /// <summary>The recording cannot be read.</summary>
    Unreadable,
}

/// <summary>A question that has no answer, for a reason that its asker can mend.</summary>
/// <param name="fault">The kind of reason.</param>
/// <param name="message">What is wrong and what to do, for a person.</param>
internal sealed class AskException(AskFault fault, string message) : Exception(message)
{
    /// <summary>The kind of reason.</summary>
    internal AskFault Fault { get; } = fault;
}
