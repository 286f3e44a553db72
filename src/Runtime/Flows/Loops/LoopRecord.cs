using System.ComponentModel;
using System.Runtime.CompilerServices;
using Weft.Capture;
using Weft.Events;

namespace Weft;

/// <summary>The record that a loop is at, as what an item added in its body follows from. Part of the contract with woven code.</summary>
// Two registers: a third word, and every pass of a loop over untraced records would write to memory.
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct LoopRecord
{
    private const int Derived = -1;
    private const int Spent = -2;

    internal LoopRecord(ulong span, int step) => (Span, Step) = (span, step);

    /// <summary>The record's span; 0 when it carries none.</summary>
    internal ulong Span { get; }

    /// <summary>The step by which the record came to its loop; meaningless when it was derived.</summary>
    internal int Step { get; }

    /// <summary>Whether nothing is to be said of an item: the loop or call gives records that nobody traced.</summary>
    internal bool IsNone => (Span | (uint)Step) == 0;

    /// <summary>Whether the call took nothing out, or nothing that anybody traced, after it had taken out a record with a span; or waits for one.</summary>
    internal bool IsSpent => Span == 0 && Step != 0;

    /// <summary>The read that a call waits for, by its number; 0 when there is none.</summary>
    internal int Awaited => Span == 0 && Step > 0 ? Step : 0;

    /// <summary>What a call is at that waits for a read, by its number, which is above 0.</summary>
    internal static LoopRecord Awaiting(int read) => new(0, read);

    /// <summary>What a call is at that took nothing out, or nothing that anybody traced.</summary>
    internal static LoopRecord Nothing(LoopRecord before) => before.IsNone ? default : new LoopRecord(0, Spent);

    /// <summary>This record, or <see cref="Nothing"/> where it is none.</summary>
    internal LoopRecord OrNothing(LoopRecord before) => IsNone ? Nothing(before) : this;

    /// <summary>The span of an item of its own that is put in at <paramref name="site"/>: it follows from this record, or is a root of the call.</summary>
    // So a way never grows with what is put in again and again.
    internal ulong PutInAt(int site)
    {
        if (Span == 0) return Recorder.RootRange(Sources.Value(site), 0, 1);
        if (IsDerived) return Span;
        int step = Steps.Intern(site, Step);
        return ThreadBuffer.For(step).DerivePair(step, Span, 0);
    }

    /// <summary>Whether the span was issued for an item that follows from the records of several loops.</summary>
    internal bool IsDerived => Step == Derived;

    /// <summary>This record as one that an execution unit handles, or a message carries.</summary>
    internal CurrentRecord AsCurrent => new(Span, IsDerived ? 0 : Step);

    /// <summary>What an item follows from that is added at <paramref name="site"/>, where both records carry spans.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)] // keeps loops over untraced records short
    internal static LoopRecord Derive(LoopRecord inner, LoopRecord outer, int site)
    {
        if (inner.Span == outer.Span && inner.Step == outer.Step) return inner; // one record, by two ways to it
        int step = Steps.Intern(site, outer.IsDerived ? 0 : outer.Step, inner.IsDerived ? 0 : inner.Step); // what was derived came by no step
        return new LoopRecord(ThreadBuffer.For(step).DerivePair(step, outer.Span, inner.Span), Derived);
    }
}
