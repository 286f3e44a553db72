namespace Weft.Segments;

/// <summary>Decoded definitions, the least recently used of them dropped when they weigh too much.</summary>
internal sealed class DecodedCache
{
    private const long MostWeight = 8 << 20; // numbers: 64 MiB

    private readonly Dictionary<Definitions, LinkedListNode<(Definitions Key, object Value, int Weight)>> _nodes = new(ReferenceEqualityComparer.Instance);
    private readonly LinkedList<(Definitions Key, object Value, int Weight)> _byUse = new();
    private long _weight;

    /// <summary>The decoded form of an entry.</summary>
    internal T Get<T>(Definitions key, Func<Definitions, (T Value, int Weight)> decode) where T : class
    {
        if (_nodes.TryGetValue(key, out LinkedListNode<(Definitions, object Value, int)>? node))
        {
            _byUse.Remove(node);
            _byUse.AddFirst(node);
            return (T)node.Value.Value;
        }

        (T value, int weight) = decode(key);
        _nodes.Add(key, _byUse.AddFirst((key, value, weight)));
        _weight += weight;
        while (_weight > MostWeight && _byUse.Last is { } last && last.Value.Key != key)
        {
            _weight -= last.Value.Weight;
            _nodes.Remove(last.Value.Key);
            _byUse.RemoveLast();
        }
        return value;
    }
}
