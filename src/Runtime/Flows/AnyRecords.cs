using System.Collections;
using Weft.Capture;
using Weft.Flows.Parallel;

namespace Weft.Flows;

/// <summary>The records of a sequence of unknown type: those of a flow or of a traced collection with their spans, others as roots.</summary>
internal struct AnyRecords(IEnumerable source, int site)
{
    private readonly IEnumerable _source = source is ParallelQuery query && ParallelFlows.Find(query) is { } flow ? (IEnumerable)flow.Read() : source;
    private IEnumerator? _enumerator;
    private Flow? _flow;         // the enumerator, when it is one
    private Yields? _yields;     // of an iterator
    private SpanReader _spans;   // of a traced collection
    private int _known;          // number of records that _spans knows
    private int _index;          // of the next record of a traced collection
    private GrowingRoots _roots; // else
    private Flow? _finished;     // a flow that has ended

    /// <summary>The step by which the records come.</summary>
    internal readonly int Step => (_flow ?? _finished ?? _source as Flow)?.Step ?? _yields?.Step ?? (_spans.IsOpen ? _spans.Step : Origin.PeekStep(_source));

    /// <summary>The record moved to.</summary>
    internal readonly object? Current => _enumerator!.Current;

    /// <summary>Starts an enumeration.</summary>
    internal void Start()
    {
        _enumerator = _source.GetEnumerator();
        _flow = _enumerator as Flow;
        if (_flow is not null) return;
        if (_source is not ICollection && Attachments.Find(_source) is null) _yields = Yields.Follow(_enumerator);
        if (_yields is not null) _roots = new GrowingRoots(Sources.Cut(site, site)); // of an iterator that says nothing: the weaver left it alone
        else if (!Origin.HasColumn(_source)) _roots = new GrowingRoots(Origin.SourceOf(_source, typeof(object), site));
        else
        {
            _known = Origin.CountOf(_source);
            _spans = Origin.Open(_source, _known, typeof(object), site);
        }
    }

    /// <summary>Moves on.</summary>
    internal readonly bool MoveNext() => _enumerator!.MoveNext();

    /// <summary>The span of the record moved to; to be asked for each record, once.</summary>
    internal ulong NextSpan()
        => _flow is not null ? _flow.Span : _yields is { Span: not 0 and var span } ? span : !_spans.IsOpen ? _roots.Next() : _index < _known ? _spans.At(_index++) : Origin.Newcomer(site);

    /// <summary>Ends the enumeration.</summary>
    internal void End()
    {
        if (_enumerator is not { } enumerator) return;
        _enumerator = null;
        (enumerator as IDisposable)?.Dispose();
        _finished = _flow;
        _flow = null;
        _roots.End();
        _yields?.End();
    }
}
