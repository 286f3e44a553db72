namespace Weft.Flows;

/// <summary>Compares keys as another comparer does, and remembers the span that came with the key last found equal.</summary>
internal sealed class SpanOfEqual<TKey>(IEqualityComparer<TKey> keys) : IEqualityComparer<Chosen<TKey>>
{
    /// <summary>The span of the key last found equal.</summary>
    internal ulong Matched { get; private set; }

    // A set compares what it holds with what it is asked for, in this order.
    public bool Equals(Chosen<TKey> held, Chosen<TKey> asked)
    {
        if (!keys.Equals(held.Value, asked.Value)) return false;
        Matched = held.Span;
        return true;
    }

    public int GetHashCode(Chosen<TKey> key) => key.Value is null ? 0 : keys.GetHashCode(key.Value);
}
