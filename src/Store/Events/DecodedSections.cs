using Weft.Segments;

namespace Weft.Store.Events;

/// <summary>Sections of events that were decoded, the least recently used of them dropped when there are too many events.</summary>
internal sealed class DecodedSections
{
    private const int MostEvents = 1 << 18; // about 30 MB

    private readonly Dictionary<StoredEvents, LinkedListNode<(StoredEvents Key, RecordedEvent[] Events)>> _nodes = new(ReferenceEqualityComparer.Instance);
    private readonly LinkedList<(StoredEvents Key, RecordedEvent[] Events)> _byUse = new();
    private int _count;

    /// <summary>The events of a section, ascending by number.</summary>
    internal RecordedEvent[] Get(RunRecording recording, StoredEvents section)
    {
        if (_nodes.TryGetValue(section, out LinkedListNode<(StoredEvents Key, RecordedEvent[] Events)>? node))
        {
            _byUse.Remove(node);
            _byUse.AddFirst(node);
            return node.Value.Events;
        }
        RecordedEvent[] events = recording.Read(section);
        _nodes.Add(section, _byUse.AddFirst((section, events)));
        _count += events.Length;
        while (_count > MostEvents && _byUse.Last is { } last && last.Value.Key != section)
        {
            _count -= last.Value.Events.Length;
            _nodes.Remove(last.Value.Key);
            _byUse.RemoveLast();
        }
        return events;
    }
}
