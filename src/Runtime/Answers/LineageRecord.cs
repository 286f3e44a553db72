using Weft.Answers;

namespace Weft;

/// <summary>One record of a collection, to be asked about.</summary>
public readonly struct LineageRecord
{
    private readonly string? _label;
    private readonly string? _reason;   // why there is nothing to ask
    private readonly int _step;

    internal LineageRecord(string label, SpanId span, int step)
    {
        _label = label;
        Span = span;
        _step = step;
    }

    internal LineageRecord(string label, string reason)
    {
        _label = label;
        _reason = reason;
    }

    /// <summary>The record's span; <see cref="SpanId.None"/> when it has none.</summary>
    public SpanId Span { get; }

    /// <summary>Whether the record came through woven operators, so that <see cref="Why"/> has an answer.</summary>
    public bool IsTraced => !Span.IsNone;

    /// <summary>
    /// Why the record is there. Writes out what was recorded so far and reads it back: for questions, not for loops. When nothing was
    /// recorded, the answer says so at once.
    /// </summary>
    /// <param name="nodeLimit">Ancestors beyond which they are counted by site and source instead of listed.</param>
    public LineageGraph Why(int nodeLimit = LineageGraph.DefaultNodeLimit)
    {
        string label = _label ?? "record";
        return Span.IsNone
            ? GraphBuilder.Unanswered(label, _reason ?? $"{label} has no span: it did not come through a woven operator")
            : OwnRecording.Why(label, Span.Value, _step, nodeLimit);
    }

    /// <summary>What the record is called, and its span.</summary>
    public override string ToString() => $"{_label ?? "record"} {Span}";
}
