using System.ComponentModel;
using System.Runtime.CompilerServices;
using Weft.Capture;
using Weft.Flows;
using Weft.Flows.Iterators;

namespace Weft;

/// <summary>
/// What one enumeration of a C# iterator reads and yields: the iterator says which records it is at when it yields, and whoever enumerates it finds the span
/// of the yielded record here. Part of the contract with woven code.
/// </summary>
// Design: the iterator has an entry in _loops for each of its loops, and adds the records that it is at to those read, in front of each yield.
// One record read is handed on; of more the yielded one is derived; none makes a root. A loop that began before anybody followed the iterator has
// no spans, and what it yields then is incomplete.
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class Yields
{
    private ReadLoop?[] _loops = [];
    private LoopRecord _first;        // the records read since the last yield, from the outermost loop in
    private LoopRecord _second;
    private List<LoopRecord>? _others;
    private int _read;
    private bool _isUnsure;           // whether a record was read whose span is not known
    private Ways _ways;
    private SiteRoots _roots;
    private (int Site, int Outer, int Inner, int Step) _interned; // the pair derived last

    internal Yields()
    {
    }

    /// <summary>The span of the record yielded last; 0 before the first.</summary>
    internal ulong Span { get; private set; }

    /// <summary>The step by which the yielded records come that keep their spans.</summary>
    internal int Step => _ways.Step;

    /// <summary>What an enumerator yields, when it is an iterator's; else null. Must be asked before its first record.</summary>
    internal static Yields? Follow(object enumerator) => enumerator is IYieldsRecords iterator ? iterator.Yields ??= new Yields() : null;

    /// <summary>The loop with a number, which starts anew at a site.</summary>
    internal ReadLoop Start(int loop, int site)
    {
        if (loop >= _loops.Length) Array.Resize(ref _loops, loop + 1);
        ReadLoop started = _loops[loop] ??= new ReadLoop();
        started.Restart(site);
        return started;
    }

    /// <summary>The loop with a number; null when it was not followed from its beginning.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)] // one a record
    internal ReadLoop? Find(int loop) => (uint)loop < (uint)_loops.Length ? _loops[loop] : null;

    /// <summary>Adds a record to those that the next yield follows from.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)] // most yields follow from one record
    internal void Read(LoopRecord record)
    {
        if (_read != 0 || record.Span == 0)
        {
            ReadFurther(record);
            return;
        }
        _first = record;
        _read = 1;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void ReadFurther(LoopRecord record)
    {
        if (record.Span == 0)
        {
            _isUnsure = true;
            return;
        }
        if (_read > 0 && _first.Span == record.Span || _read > 1 && _second.Span == record.Span) return;
        if (_read == 0) _first = record;
        else if (_read == 1) _second = record;
        else if (!AddOther(record)) return;
        _read++;
    }

    /// <summary>Says that the iterator yields at a site.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)] // as above
    internal void Yield(int site)
    {
        if (_read == 1 && !_isUnsure)
        {
            _ways.Pass(site, _first.Step);
            Span = _first.Span;
            _read = 0;
            return;
        }
        YieldOther(site);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void YieldOther(int site)
    {
        if (_isUnsure) Doubt(site);
        switch (_read)
        {
            case 0:
                Span = _roots.Next(site);
                break;
            case 1:
                _ways.Pass(site, _first.Step);
                Span = _first.Span;
                break;
            case 2:
                int step = StepOfPair(site);
                Span = ThreadBuffer.For(step).DerivePair(step, _first.Span, _second.Span);
                break;
            default:
                Span = DeriveFromAll(site);
                break;
        }
        Forget();
    }

    /// <summary>Forgets the records read.</summary>
    internal void Forget()
    {
        _read = 0;
        _isUnsure = false;
        _others?.Clear();
    }

    /// <summary>
    /// Says that the iterator yields a value that may follow from other records than those it is at: from those that the value holds, when it is a
    /// collection with spans of its own; else the answer is incomplete.
    /// </summary>
    internal void YieldKept(object? value, int site)
    {
        if (value is not (null or string or Flow) && Attachments.Find(value) is { } known and not CutAttachment && known.IsUnchanged(value) && known.Column is { Count: > 0 } column)
        {
            int step = Steps.Intern(site, column.Step);
            Span = ThreadBuffer.For(step).DeriveFanIn(step, column);
            Forget();
            return;
        }
        Read(new LoopRecord(Recorder.RootRange(Sources.Kept(site), 0, 1), 0));
        Yield(site);
    }

    /// <summary>Says that no more records come.</summary>
    internal void End()
    {
        foreach (ReadLoop? loop in _loops) loop?.End();
        _roots.End();
    }

    // A root whose lineage is cut, among the records read, says so of the record yielded.
    private void Doubt(int site)
    {
        _isUnsure = false;
        Read(new LoopRecord(Recorder.RootRange(Sources.Cut(site, site), 0, 1), 0));
    }

    private bool AddOther(LoopRecord record)
    {
        _others ??= [];
        if (_others.Exists(other => other.Span == record.Span)) return false;
        _others.Add(record);
        return true;
    }

    private int StepOfPair(int site)
    {
        if (_interned.Site == site && _interned.Outer == _first.Step && _interned.Inner == _second.Step && _interned.Step != 0) return _interned.Step;
        _interned = (site, _first.Step, _second.Step, Steps.Intern(site, _first.Step, _second.Step));
        return _interned.Step;
    }

    private ulong DeriveFromAll(int site)
    {
        ColumnBuilder spans = ColumnBuilder.Rent();
        spans.Add(_first.Span);
        spans.Add(_second.Span);
        int step = Steps.Intern(site, _first.Step, _second.Step);
        foreach (LoopRecord record in _others!)
        {
            spans.Add(record.Span);
            step = Steps.Intern(site, step, record.Step);
        }
        return ThreadBuffer.For(step).DeriveFanIn(step, spans.Finish(step));
    }
}
