using Weft.Fody.Planning.Fills;

namespace Weft.Fody.Planning.Loops;

/// <summary>What a call stands in that is at one record at a time: a loop over records, a loop that reads a reader, or a lambda that is called once a record.</summary>
internal interface ILoop
{
    /// <summary>How many instructions it spans: of two around one call the shorter is the inner one.</summary>
    int Length { get; }
}

/// <summary>The body of a lambda that <c>ForEach</c> calls with each record.</summary>
internal sealed class ActionBody : ILoop
{
    public static readonly ActionBody Instance = new();

    public int Length => int.MaxValue;
}

/// <summary>The delegate of a dataflow block, or what a request comes to: every call is given a message.</summary>
/// <param name="request">What a request's handler knows of its arguments, which the request brings; null of a block's delegate.</param>
internal sealed class HandlerBody(GivenBody? request) : ILoop
{
    public static readonly HandlerBody OfBlock = new(null);

    public GivenBody? Request => request;

    public int Length => int.MaxValue;
}
