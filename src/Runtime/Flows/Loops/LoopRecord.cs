using System.ComponentModel;

namespace Weft;

/// <summary>The record that a loop is at, and that of the loop around it: what an item added in its body follows from. Part of the contract with woven code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct LoopRecord
{
    internal LoopRecord(ulong span, int step) => (Span, Step) = (span, step);

    private LoopRecord(LoopRecord inner, LoopRecord outer) => (Span, Step, OuterSpan, OuterStep) = (inner.Span, inner.Step, outer.Span, outer.Step);

    /// <summary>The span of the innermost record that carries one; 0 when none does.</summary>
    internal ulong Span { get; }

    /// <summary>The span of the next one that carries one, further out; 0 when none does.</summary>
    internal ulong OuterSpan { get; }

    /// <summary>The step by which the record came to its loop.</summary>
    internal int Step { get; }

    /// <summary>The step by which the outer record came to its loop.</summary>
    internal int OuterStep { get; }

    /// <summary>The innermost two records that carry spans, of this one and one further out.</summary>
    internal LoopRecord Within(LoopRecord outer) => outer.Span == 0 || OuterSpan != 0 ? this : Span == 0 ? outer : new(this, outer);
}
