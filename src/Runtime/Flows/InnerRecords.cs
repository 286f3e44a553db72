using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using Weft.Capture;
using Weft.Flows.Grouping;

namespace Weft.Flows;

/// <summary>The inner records of one outer record in SelectMany, each with the span of the result that follows from both.</summary>
// Design: the inner sequence is most often a collection. When its spans are consecutive (or it has none: then it gets consecutive roots), one row
// says it all: children first, first + 1, ... follow from the outer record and from inner first, first + 1, ... Only a flow, or a collection with
// scattered spans, costs a row a record.
internal struct InnerRecords<T>
{
    private T[]? _array;
    private List<T>? _list;
    private List<T>.Enumerator _listRecords;
    private IEnumerator<T>? _others;  // of another collection that carries spans
    private Flow<T>? _flow;           // of anything else
    private int _next;                // index of the next record of a collection

    private bool _isRange;            // whether the children of this inner collection are consecutive
    private ulong _firstChild;        // then the first of them
    private SpanReader _spans;        // else the spans of the inner records
    private ulong _outer;
    private GroupFinder<T>? _groups;  // of the lookup that the last inner group belonged to

    private bool _entered;            // whether the two below are known
    private int _site;
    private int _outerStep;
    private int _innerStep;
    private int _flowStep;            // of the flow under way; 0 when not known yet
    private int _step;                // interned from the steps above; 0 when not known yet

    /// <summary>The current inner record.</summary>
    internal T Current { get; private set; }

    /// <summary>Starts on the inner records of the outer flow's current record.</summary>
    internal void Open<TOuter>(IEnumerable<T> inner, Flow<TOuter> outer, int site)
    {
        SetOuter(outer, site);
        Open(inner);
    }

    /// <summary>Starts on the inner records of an outer record, which came by a step.</summary>
    internal void Open(IEnumerable<T> inner, ulong outerSpan, int outerStep, int site)
    {
        _entered = true;
        _site = site;
        _outerStep = outerStep;
        _outer = outerSpan;
        Open(inner);
    }

    private void Open(IEnumerable<T> inner)
    {
        int site = _site;
        _next = 0;
        if (inner is T[] array && TryDerive(array, array.Length))
        {
            _array = array;
        }
        else if (inner is List<T> list && TryDerive(list, list.Count))
        {
            _list = list;
            _listRecords = list.GetEnumerator();
        }
        else if (inner is ICollection<T> collection and not T[] and not List<T> && Origin.HasColumn(collection) && TryDerive(collection, collection.Count))
        {
            _others = collection.GetEnumerator();
        }
        else
        {
            _flow = inner.AsFlow(site, Entering.Inner).Start();
            _flowStep = 0;
        }
    }

    /// <summary>Moves on; <paramref name="span"/> is the span of the result.</summary>
    internal bool MoveNext(out ulong span)
    {
        if (_array is { } array)
        {
            if ((uint)_next < (uint)array.Length)
            {
                Current = array[_next];
                span = Child(_next++);
                return true;
            }
        }
        else if (_list is not null)
        {
            if (_listRecords.MoveNext())
            {
                Current = _listRecords.Current;
                span = Child(_next++);
                return true;
            }
        }
        else if (_flow is { } flow)
        {
            if (flow.MoveNext())
            {
                Current = flow.Value;
                if (_flowStep == 0) _flowStep = StepFor(flow.Step);
                span = ThreadBuffer.For(_flowStep).DerivePair(_flowStep, _outer, flow.Span);
                return true;
            }
        }
        else if (_others is { } others)
        {
            if (others.MoveNext())
            {
                Current = others.Current;
                span = Child(_next++);
                return true;
            }
        }
        span = 0;
        return false;
    }

    /// <summary>Adds all inner records of the outer flow's current record; <paramref name="buffer"/> is that of the calling thread.</summary>
    internal void Drain<TOuter>(IEnumerable<T> inner, Flow<TOuter> outer, int site, ValueBuffer<T> values, ColumnBuilder spans, ThreadBuffer buffer)
    {
        SetOuter(outer, site);
        if (TryFindGroup(inner, out int ordinal, out ReadOnlySpan<T> members))
        {
            GroupSpans groups = _groups.Spans;
            values.AddRange(members);
            spans.AddRange(buffer.DeriveFanOut(StepFor(groups.Step), _outer, groups.FirstOf(ordinal), members.Length), members.Length);
            return;
        }
        if (inner is ICollection<T> collection)
        {
            int count = collection.Count;
            if (TryDerive(inner, count))
            {
                if (inner is T[] array) values.AddRange(new ArrayItems<T>(array).AsSpan());
                else if (inner is List<T> list) values.AddRange(CollectionsMarshal.AsSpan(list));
                else values.AddCollection(collection, count);

                if (_isRange) spans.AddRange(_firstChild, count);
                else
                {
                    for (int i = 0; i < count; i++) spans.Add(Child(i));
                }
                return;
            }
        }
        Open(inner, outer, site);
        while (MoveNext(out ulong span))
        {
            values.Add(Current);
            spans.Add(span);
        }
        Dispose();
    }

    /// <summary>Ends the inner enumeration, as its enumerator would be disposed of.</summary>
    internal void Dispose()
    {
        _array = null;
        if (_list is not null)
        {
            _list = null;
            _listRecords.Dispose();
            _listRecords = default;
        }
        if (_flow is { } flow)
        {
            _flow = null;
            flow.Dispose();
        }
        if (_others is { } others)
        {
            _others = null;
            others.Dispose();
        }
        Current = default!;
    }

    // A lookup that one inner sequence was a group of is likely to be that of the next.
    [MemberNotNullWhen(true, nameof(_groups))]
    private bool TryFindGroup(object? inner, out int ordinal, out ReadOnlySpan<T> members)
    {
        ordinal = -1;
        members = default;
        if (inner is null) return false;
        if (_groups is not null && (ordinal = _groups.Find(inner, out members)) >= 0) return true;
        if (inner is T[] or List<T> || GroupRegistry.Recent is not GroupFinder<T> recent || recent == _groups) return false;
        ordinal = recent.Find(inner, out members);
        if (ordinal < 0) return false;
        _groups = recent;
        return true;
    }

    private void SetOuter<TOuter>(Flow<TOuter> outer, int site)
    {
        if (!_entered)
        {
            _entered = true;
            _site = site;
            _outerStep = outer.Step;
        }
        _outer = outer.Span;
    }

    // Says which spans the children of a collection follow from; false when its lineage was cut, which a flow over it knows to tell.
    private bool TryDerive(object collection, int count)
    {
        SpanColumn? column = Origin.ColumnOf(collection, count, _site, out bool isCut);
        if (isCut) return false;
        _isRange = true;
        if (count == 0)
        {
            _firstChild = 0;
            return true;
        }
        int step = StepFor(column?.Step ?? 0);
        ThreadBuffer buffer = ThreadBuffer.For(step);
        if (column is null) _firstChild = buffer.DeriveFanOutRoots(step, _outer, count);
        else if (column.TryGetRange(0, count, out ulong first)) _firstChild = buffer.DeriveFanOut(step, _outer, first, count);
        else
        {
            _isRange = false;
            _spans = SpanReader.Over(column);
        }
        return true;
    }

    private ulong Child(int index) => _isRange ? _firstChild + (uint)index : ThreadBuffer.For(_step).DerivePair(_step, _outer, _spans.At(index));

    private int StepFor(int innerStep)
    {
        if (_step == 0 || innerStep != _innerStep)
        {
            _innerStep = innerStep;
            _step = Steps.Intern(_site, _outerStep, innerStep);
        }
        return _step;
    }
}
