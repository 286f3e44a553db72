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

    /// <summary>The spans of all records of a flow that can be read by index, as LINQ's own part of a list can; null of any other.</summary>
    internal virtual SpanColumn? IndexedColumn => null;
}
