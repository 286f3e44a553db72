namespace Weft.Flows;

/// <summary>A sequence whose records carry spans; the part that does not depend on the type of its records.</summary>
internal abstract class Flow
{
    /// <summary>The span of the current record; valid after a successful <c>MoveNext</c>.</summary>
    internal ulong Span;

    /// <summary>
    /// The step by which this flow's records come here since their spans were issued (this operator included), 0 where this operator issues them.
    /// Where branches join (Concat, Union) it names them all.
    /// </summary>
    internal abstract int Step { get; }
}
