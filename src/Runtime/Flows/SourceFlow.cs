using Weft.Capture;

namespace Weft.Flows;

/// <summary>A sequence without spans that enters a woven operator: its records become roots, or keep the spans of the collection that they stand in.</summary>
internal sealed class SourceFlow<T>(IEnumerable<T> source, int site) : Flow<T>
{
    // Spans are reserved in runs that grow, so that a short sequence wastes few and a long one writes few rows.
    private const int FirstReserve = 16;
    private const int GreatestReserve = 1 << 16;

    private IEnumerator<T>? _enumerator;
    private SpanReader _spans;  // of an attached collection
    private bool _attached;
    private int _index;         // of the next record, when attached
    private int _source;        // of the roots, else
    private ulong _next;        // next root span
    private int _left;          // root spans left of the reserve
    private int _reserve;       // size of the reserve
    private long _reserved;     // records before the reserve

    internal override int Step => _attached ? _spans.Step : Origin.PeekStep(source);

    protected override Flow<T> Clone() => new SourceFlow<T>(source, site);

    public override bool MoveNext()
    {
        if (State == Started + 1)
        {
            if (_enumerator!.MoveNext())
            {
                Value = _enumerator.Current;
                Span = _attached ? _spans.At(_index++) : NextRoot();
                return true;
            }
            Dispose();
            return false;
        }
        if (State != Started) return false;
        _enumerator = source.GetEnumerator();
        State = Started + 1;
        Open();
        return MoveNext();
    }

    public override void Dispose()
    {
        if (_enumerator is not null)
        {
            _enumerator.Dispose();
            _enumerator = null;
            if (_reserve > 0) Recorder.RootEnd(_next - (uint)(_reserve - _left), _reserve - _left);
            _reserve = 0;
        }
        base.Dispose();
    }

    private void Open()
    {
        if (Origin.HasColumn(source))
        {
            // Only collections with a known count are attached to.
            source.TryGetNonEnumeratedCount(out int count);
            _spans = Origin.Open(source, count, typeof(T), site);
            _attached = true;
            return;
        }
        _source = Origin.SourceOf(source, typeof(T), site);
    }

    private ulong NextRoot()
    {
        if (_left == 0) Reserve();
        _left--;
        return _next++;
    }

    private void Reserve()
    {
        _reserved += _reserve;
        _reserve = _reserve == 0 ? FirstReserve : Math.Min(_reserve * 2, GreatestReserve);
        _next = Recorder.RootOpen(_source, _reserved, _reserve);
        _left = _reserve;
    }
}
