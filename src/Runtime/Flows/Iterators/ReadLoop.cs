using System.Runtime.CompilerServices;
using Weft.Flows.Async;
using Weft.Flows.Loops;

namespace Weft.Flows.Iterators;

/// <summary>One loop of an iterator: which records it reads, and the one that it is at.</summary>
internal sealed class ReadLoop
{
    private int _site;
    private Flow? _flow;         // of a sequence: its enumerator, when that has the span
    private AsyncRecords? _async; // or of an asynchronous sequence
    private Yields? _yields;     // or what its enumerator, an iterator, yields
    private object? _collection; // of an array or list: the collection that _spans is of
    private SpanReader _spans;   // the spans of a collection
    private int _known;          // number of records that _spans knows
    private int _index;          // of a sequence: where it is in _spans
    private GrowingRoots _roots; // of a sequence without spans
    private ulong _root;         // where it is in _roots
    private bool _counts;        // of a sequence: whether what it reads is counted
    private int _step;           // by which the records came; meaningful where it is one for all

    /// <summary>Forgets what was read before: the loop starts anew.</summary>
    internal void Restart(int site)
    {
        End();
        _site = site;
        _flow = null;
        _async = null;
        _yields = null;
        _collection = null;
        _spans = default;
        _index = -1;
        _counts = false;
        _root = 0;
        _step = -1;
    }

    /// <summary>Says what an enumerator reads that has not moved yet.</summary>
    /// <param name="source">What it enumerates; itself where that is not known.</param>
    /// <param name="records">The enumerator.</param>
    /// <param name="type">The type of the records.</param>
    /// <param name="isCollection">Whether the source is a collection, which is read as such however it makes its enumerator.</param>
    internal void Enter(object source, object records, Type type, bool isCollection)
    {
        if ((_flow = records as Flow) is not null) return;
        if (!isCollection && !IsCut(source) && (_yields = Yields.Follow(records)) is not null) return;
        _counts = true;
        if (source is System.Collections.IEnumerable sequence && Origin.HasColumn(source))
        {
            _known = Origin.CountOf(sequence);
            _spans = Origin.Open(source, _known, type, _site);
            return;
        }
        _roots = new GrowingRoots(Origin.SourceOf(source, type, _site));
    }

    /// <summary>Says which asynchronous flow is read.</summary>
    internal void Enter(AsyncRecords records) => _async = records;

    /// <summary>Says that the enumerator has moved on, or come to its end.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)] // one a record
    internal void Moved(bool moved)
    {
        if (_counts) Count(moved);
    }

    private void Count(bool moved)
    {
        if (_spans.IsOpen) _index++;
        else if (moved) _root = _roots.Next();
        else _roots.End();
    }

    /// <summary>The record that the loop is at, by its enumerator.</summary>
    internal LoopRecord Current()
    {
        if (_flow is { } flow)
        {
            if (_step < 0) _step = flow.Step;
            return new LoopRecord(flow.Span, _step);
        }
        if (_async is { } records) return new LoopRecord(records.Span, records.Step);
        if (_yields is { } yields) return new LoopRecord(yields.Span, yields.Step);
        return _spans.IsOpen ? At(_index) : new LoopRecord(_root, 0);
    }

    /// <summary>The record that a loop over a list is at.</summary>
    internal LoopRecord Current<T>(ref List<T>.Enumerator records)
        => ListEnumerator<T>.List(ref records) is { } list ? At(list, list.Count, ListEnumerator<T>.Index(ref records), typeof(T)) : default;

    /// <summary>The record that a loop over an array is at.</summary>
    internal LoopRecord Current<T>(T[] array, int index) => At(array, array.Length, index, typeof(T));

    /// <summary>Says that no more records are read.</summary>
    internal void End()
    {
        _roots.End();
        _roots = default;
    }

    private static bool IsCut(object source) => Attachments.Find(source) is CutAttachment;

    private LoopRecord At(object collection, int count, int index, Type type)
    {
        if (!ReferenceEquals(collection, _collection))
        {
            _collection = collection;
            _known = count;
            _spans = Origin.Open(collection, count, type, _site);
        }
        return At(index);
    }

    private LoopRecord At(int index) => new((uint)index < (uint)_known ? _spans.At(index) : Origin.Newcomer(_site), _spans.Step);
}
