using Verify = Weft.Analyzers.Tests.WeftVerify<Weft.Analyzers.WeftAnalyzer, Weft.Analyzers.Lineage.SpanInEqualityFix>;

namespace Weft.Analyzers.Tests.Lineage;

/// <summary>Proves that WEFT305 is reported for record types that compare spans, and that the fix compares the other members.</summary>
public sealed class SpanInEqualityTests
{
    [Fact]
    public Task Fix_WritesTheEqualityOfTheOtherMembers() => Verify.FixAsync("""
        using System;
        using System.Collections.Generic;
        using Weft;

        record Order(int Id, string? Name, SpanId {|WEFT305:Span|});

        sealed record Line
        {
            public int Number { get; init; }
            public SpanId {|WEFT305:Span|} { get; init; }
        }

        readonly record struct Point<T>(T X, int Y, SpanId {|WEFT305:Span|});

        record Traced<T>(T Value, SpanId Span);
        record Message(int Id, TraceContext Trace);
        record Own(int Id, SpanId Span) { public virtual bool Equals(Own? other) => other?.Id == Id; public override int GetHashCode() => Id; }
        """, """
        using System;
        using System.Collections.Generic;
        using Weft;

        record Order(int Id, string? Name, SpanId Span)
        {
            public virtual bool Equals(Order? other) => other is not null && EqualityContract == other.EqualityContract && EqualityComparer<int>.Default.Equals(Id, other.Id) && EqualityComparer<string?>.Default.Equals(Name, other.Name);
            public override int GetHashCode() => HashCode.Combine(Id, Name);
        }

        sealed record Line
        {
            public int Number { get; init; }
            public SpanId Span { get; init; }
            public bool Equals(Line? other) => other is not null && EqualityComparer<int>.Default.Equals(Number, other.Number);
            public override int GetHashCode() => HashCode.Combine(Number);
        }

        readonly record struct Point<T>(T X, int Y, SpanId Span)
        {
            public bool Equals(Point<T> other) => EqualityComparer<T>.Default.Equals(X, other.X) && EqualityComparer<int>.Default.Equals(Y, other.Y);
            public override int GetHashCode() => HashCode.Combine(X, Y);
        }

        record Traced<T>(T Value, SpanId Span);
        record Message(int Id, TraceContext Trace);
        record Own(int Id, SpanId Span) { public virtual bool Equals(Own? other) => other?.Id == Id; public override int GetHashCode() => Id; }
        """);
}
