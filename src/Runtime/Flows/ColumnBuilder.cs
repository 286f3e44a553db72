using System.Buffers;
using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Weft.Flows;

/// <summary>Collects the spans of a collection while it is being materialised.</summary>
// Design: a filter or a join yields one span per record, and for a trivial lambda the bytes written per record are the cost. So:
//  - as long as the spans are consecutive, only a counter moves (sources, SelectMany, anything after a renumbering);
//  - else spans go to a scratch block of 128 that stays in the first-level cache, and a full block is encoded at once (two bits a
//    record for a filter that keeps half, four bytes for a sorted million).
// One builder is cached per thread; a nested use gets a new one.
internal sealed class ColumnBuilder
{
    private const int BlockLength = BlockColumn.BlockLength;

    private const int LeastMaskCount = 8 * BlockLength;
    private const int LeastMaskDensity = 4; // bits set a word of 64

    [ThreadStatic]
    private static ColumnBuilder? _cached;

    private ulong[] _scratch = [];  // BlockLength spans once _blocked
    private int _scratched;        // spans in _scratch; meaningful once _blocked
    private bool _blocked;         // false while every span followed on the one before
    private ulong _first;          // first span of the consecutive prefix
    private ulong _next;           // the span that would continue it
    private SpanBlocks _blocks = new();

    // All that was added is what a filter left of consecutive spans; then nothing else is in use, and _first and _next are NoSpan.
    private ulong[]? _mask;        // rented
    private ulong _maskFirst;
    private int _maskCount;
    private int _maskWords;

    /// <summary>A builder for the calling thread; give it back with <see cref="Finish"/> or <see cref="Abandon"/>.</summary>
    internal static ColumnBuilder Rent()
    {
        ColumnBuilder builder = _cached ?? new ColumnBuilder();
        _cached = null;
        return builder;
    }

    /// <summary>Number of spans so far.</summary>
    internal int Count => _blocked ? _blocks.Count * BlockLength + _scratched : _mask is not null ? _maskCount : (int)(_next - _first);

    [MethodImpl(MethodImplOptions.AggressiveInlining)] // one store a record in the loop of every materialising operator
    internal void Add(ulong span)
    {
        if (!_blocked)
        {
            if (span == _next)
            {
                _next++;
                return;
            }
            Diverge(span);
            return;
        }
        int scratched = _scratched;
        _scratch[scratched] = span;
        _scratched = scratched + 1;
        if (scratched == BlockLength - 1) EncodeScratch();
    }

    /// <summary>A writer that adds spans one at a time; until it is closed nothing else may be added.</summary>
    internal SpanWriter Open() => new(this);

    /// <summary>Adds the spans first, first + 1, ... (count of them).</summary>
    internal void AddRange(ulong first, int count)
    {
        if (count == 0) return;
        if (_mask is not null) SpillMask();
        if (!_blocked)
        {
            if (first == _next || _next == _first)
            {
                if (_next == _first) _first = first;
                _next = first + (uint)count;
                return;
            }
            Spill();
        }
        while (count > 0)
        {
            if (_scratched == 0 && count >= BlockLength)
            {
                _blocks.AddRange(first);
                first += BlockLength;
                count -= BlockLength;
                continue;
            }
            int taken = Math.Min(count, BlockLength - _scratched);
            for (int i = 0; i < taken; i++) _scratch[_scratched + i] = first++;
            _scratched += taken;
            count -= taken;
            if (_scratched == BlockLength) EncodeScratch();
        }
    }

    /// <summary>Adds what a filter left of the spans first, first + 1, ...: those whose bit is set.</summary>
    /// <param name="first">The span of the first bit.</param>
    /// <param name="mask">The bits; rented, and the builder's from now on.</param>
    /// <param name="words">Words of <paramref name="mask"/> in use.</param>
    /// <param name="count">Number of bits that are set.</param>
    internal void AddMask(ulong first, ulong[] mask, int words, int count)
    {
        bool isEmpty = Count == 0;
        if (_mask is not null) SpillMask();
        _mask = mask;
        _maskFirst = first;
        _maskCount = count;
        _maskWords = words;
        // A bit a candidate is dearer than a block where few are left, and a column of a few blocks is as good.
        if (isEmpty && count >= LeastMaskCount && count >= words * LeastMaskDensity) _first = _next = NoSpan;
        else SpillMask();
    }

    /// <summary>Adds <paramref name="count"/> spans of a column from <paramref name="start"/> on.</summary>
    internal void AddColumn(SpanColumn column, int start, int count)
    {
        if (column.TryGetRange(start, count, out ulong first))
        {
            AddRange(first, count);
            return;
        }
        if (column is MaskColumn mask && count == mask.Count)
        {
            if (_mask is not null) SpillMask();
            AddSetBits(mask.First, mask.Words);
            return;
        }
        Span<ulong> spans = stackalloc ulong[BlockLength];
        while (count > 0)
        {
            Span<ulong> part = spans[..Math.Min(count, BlockLength)];
            column.CopyTo(start, part);
            foreach (ulong span in part) Add(span);
            start += part.Length;
            count -= part.Length;
        }
    }

    /// <summary>The column of everything added; the builder goes back to its thread.</summary>
    internal SpanColumn Finish(int step)
    {
        SpanColumn column = Build(step);
        Abandon();
        return column;
    }

    /// <summary>The column of everything added so far, by a builder that goes on; changes nothing here.</summary>
    internal SpanColumn Snapshot(int step) => _mask is not null ? BuildMask(step) : new ColumnBuilder
    {
        _scratch = [.. _scratch],
        _scratched = _scratched,
        _blocked = _blocked,
        _first = _first,
        _next = _next,
        _blocks = _blocks.Clone(),
    }.Build(step);

    /// <summary>One of the spans added so far, where it is one of the last or all are consecutive.</summary>
    internal bool TryGetLate(int index, out ulong span)
    {
        span = _first + (uint)index;
        if (!_blocked) return _mask is null;
        index -= _blocks.Count * BlockLength;
        if (index < 0) return false;
        span = _scratch[index];
        return true;
    }

    /// <summary>Whether everything added so far is consecutive, and from which span on.</summary>
    internal bool TryGetRange(out ulong first)
    {
        first = _first;
        return !_blocked && _mask is null;
    }

    /// <summary>Everything added, when that is no range, as the blocks of a column and their data; valid until the builder is used again. Nothing can be added behind.</summary>
    internal ReadOnlySpan<SpanBlock> EncodeBlocks(out ReadOnlySpan<ulong> data)
    {
        if (_mask is not null)
        {
            SpillMask();
            if (!_blocked) Spill();
        }
        Debug.Assert(_blocked);
        if (_scratched > 0) EncodeScratch();
        data = _blocks.Data;
        return _blocks.Heads;
    }

    /// <summary>Gives the builder back without a column.</summary>
    internal void Abandon()
    {
        _scratched = 0;
        _blocked = false;
        _first = _next = 0;
        _blocks.Clear();
        if (_mask is not null) ReturnMask();
        _cached = this;
    }

    // What a writer holds: the scratch block once it is used, and the span that would continue a consecutive prefix, which none does once there is none.
    private const ulong NoSpan = ulong.MaxValue;

    private (ulong[] Scratch, int Scratched, ulong Next) State => _blocked ? (_scratch, _scratched, NoSpan) : ([], 0, _next);

    private void Restore(int scratched, ulong next)
    {
        if (_blocked) _scratched = scratched;
        else _next = next;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Add(int scratched, ulong next, ulong span)
    {
        Restore(scratched, next);
        if (_blocked && _scratched == BlockLength) EncodeScratch();
        Add(span);
    }

    /// <summary>Adds spans one at a time, from locals: a loop keeps its fields in registers, which it cannot with those of an object.</summary>
    internal struct SpanWriter
    {
        private readonly ColumnBuilder _builder;
        private ulong[] _scratch;
        private int _scratched;
        private ulong _next;

        internal SpanWriter(ColumnBuilder builder)
        {
            _builder = builder;
            (_scratch, _scratched, _next) = builder.State;
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)] // one store a record in the loop of every materialising operator
        internal void Add(ulong span)
        {
            int scratched = _scratched;
            ulong[] scratch = _scratch;
            if (span == _next) _next = span + 1;
            else if ((uint)scratched < (uint)scratch.Length)
            {
                scratch[scratched] = span;
                _scratched = scratched + 1;
            }
            else
            {
                ColumnBuilder builder = _builder;
                builder.Add(scratched, _next, span);
                (_scratch, _scratched, _next) = builder.State;
            }
        }

        internal readonly void Close() => _builder.Restore(_scratched, _next);
    }

    private SpanColumn Build(int step)
    {
        if (_mask is not null) return BuildMask(step);
        if (!_blocked) return new RangeColumn(_first, (int)(_next - _first), step);
        if (_blocks.Count == 0 && WordColumn.Of(_scratch.AsSpan(0, _scratched), step) is { } few) return few;
        int count = Count;
        ReadOnlySpan<SpanBlock> blocks = EncodeBlocks(out ReadOnlySpan<ulong> data);
        return new BlockColumn(Copy(blocks), Copy(data), count, step);
    }

    private MaskColumn BuildMask(int step) => new(_maskFirst, Copy<ulong>(_mask.AsSpan(0, _maskWords)), _maskCount, step);

    private void ReturnMask()
    {
        ArrayPool<ulong>.Shared.Return(_mask!);
        _mask = null;
    }

    // Adds the spans of the mask one by one; AddMask may have left _first and _next as they were.
    private void SpillMask()
    {
        ulong[] mask = _mask!;
        _mask = null;
        if (_next == NoSpan) _first = _next = 0;
        AddSetBits(_maskFirst, mask.AsSpan(0, _maskWords));
        ArrayPool<ulong>.Shared.Return(mask);
    }

    // Block by block where a block begins; one by one what is before and behind.
    private void AddSetBits(ulong first, ReadOnlySpan<ulong> mask)
    {
        var candidates = new BitmapReader(mask);
        while (!candidates.IsAtEnd)
        {
            if (_blocked && _scratched == 0 && _blocks.TryAdd(first, ref candidates)) continue;
            Add(first + (uint)candidates.Read());
        }
    }

    // Without the zeros that ToArray would write first.
    private static T[] Copy<T>(ReadOnlySpan<T> items) where T : unmanaged
    {
        T[] copy = GC.AllocateUninitializedArray<T>(items.Length);
        items.CopyTo(copy);
        return copy;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Diverge(ulong span)
    {
        if (_mask is not null)
        {
            SpillMask();
            Add(span);
            return;
        }
        if (_next == _first)
        {
            _first = span;
            _next = span + 1;
            return;
        }
        Spill();
        Add(span);
    }

    // Turns the consecutive prefix into blocks.
    private void Spill()
    {
        Debug.Assert(!_blocked);
        ulong first = _first;
        int count = (int)(_next - _first);
        _blocked = true;
        if (_scratch.Length == 0) _scratch = new ulong[BlockLength];
        AddRange(first, count);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void EncodeScratch()
    {
        _blocks.Add(_scratch.AsSpan(0, _scratched));
        _scratched = 0;
    }
}
