using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Weft.Flows;

/// <summary>Collects records of unknown number in pooled segments, for one exact allocation at the end.</summary>
internal sealed class ValueBuffer<T> : IDisposable
{
    private const int FirstLength = 64;
    private const int GreatestLength = 1 << 20;

    private readonly List<ArraySegment<T>> _full = [];
    private T[] _segment = ArrayPool<T>.Shared.Rent(FirstLength);
    private int _count;      // records in _segment
    private int _fullCount;  // records in _full
    private bool _isWritten; // by a writer that knows better how many records are in _segment

    /// <summary>Number of records so far.</summary>
    internal int Count => _fullCount + _count;

    [MethodImpl(MethodImplOptions.AggressiveInlining)] // one store a record in the loop of every materialising operator
    internal void Add(T value)
    {
        T[] segment = _segment;
        int count = _count;
        if ((uint)count < (uint)segment.Length)
        {
            segment[count] = value;
            _count = count + 1;
            return;
        }
        AddToNextSegment(value);
    }

    /// <summary>A writer that adds records one at a time; until it is closed nothing else may be added.</summary>
    internal ValueWriter Open()
    {
        _isWritten = true;
        return new ValueWriter(this);
    }

    internal void AddRange(ReadOnlySpan<T> values)
    {
        while (!values.IsEmpty)
        {
            if (_count == _segment.Length) NextSegment(Math.Min(values.Length, GreatestLength));
            int taken = Math.Min(values.Length, _segment.Length - _count);
            values[..taken].CopyTo(_segment.AsSpan(_count));
            _count += taken;
            values = values[taken..];
        }
    }

    /// <summary>Adds a collection of <paramref name="count"/> records by its own copying.</summary>
    internal void AddCollection(ICollection<T> values, int count)
    {
        if (_segment.Length - _count < count) NextSegment(count);
        values.CopyTo(_segment, _count);
        _count += count;
    }

    internal T[] ToArray()
    {
        if (Count == 0) return [];
        T[] array = GC.AllocateUninitializedArray<T>(Count);
        CopyTo(array);
        return array;
    }

    internal List<T> ToList()
    {
        var list = new List<T>(Count);
        CollectionsMarshal.SetCount(list, Count);
        CopyTo(CollectionsMarshal.AsSpan(list));
        return list;
    }

    public void Dispose()
    {
        Return(_segment, _isWritten ? _segment.Length : _count);
        foreach (ArraySegment<T> segment in _full) Return(segment.Array!, segment.Count);
        _full.Clear();
        _segment = [];
        _count = 0;
    }

    private static void Return(T[] segment, int used)
    {
        if (segment.Length == 0) return;
        if (RuntimeHelpers.IsReferenceOrContainsReferences<T>()) segment.AsSpan(0, used).Clear();
        ArrayPool<T>.Shared.Return(segment);
    }

    /// <summary>Copies all records.</summary>
    internal void CopyTo(Span<T> destination)
    {
        foreach (ArraySegment<T> segment in _full)
        {
            segment.AsSpan().CopyTo(destination);
            destination = destination[segment.Count..];
        }
        _segment.AsSpan(0, _count).CopyTo(destination);
    }

    private ref T Next => ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_segment), _count);

    private ref T End => ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_segment), _segment.Length);

    // How many records are in the segment of which a writer used all before an item.
    private int CountBefore(ref T next) => (int)(Unsafe.ByteOffset(ref MemoryMarshal.GetArrayDataReference(_segment), ref next) / Unsafe.SizeOf<T>());

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void AddToNextSegment(T value)
    {
        NextSegment(1);
        _segment[_count++] = value;
    }

    // What may throw comes first: a segment that is both full and current would go back to the pool twice.
    private void NextSegment(int least)
    {
        int fullCount = checked(_fullCount + _count);
        T[] next = ArrayPool<T>.Shared.Rent(Math.Max(least, Math.Min(_segment.Length * 2, GreatestLength)));
        _full.Add(new ArraySegment<T>(_segment, 0, _count));
        _fullCount = fullCount;
        _segment = next;
        _count = 0;
    }

    /// <summary>Adds records one at a time, where a reference to the next free item stands.</summary>
    // The segment is exactly a T[], so that the test of each store into an array of references is not needed.
    internal ref struct ValueCursor(ref T next) : ICursor<T>
    {
        internal ref T Next = ref next;

        [MethodImpl(MethodImplOptions.AggressiveInlining)] // one store a record in the loop of every materialising operator
        public void Add(T value)
        {
            Next = value;
            Next = ref Unsafe.Add(ref Next, 1);
        }
    }

    /// <summary>Adds records through a cursor.</summary>
    internal ref struct ValueWriter : ISink<T, ValueCursor>
    {
        private readonly ValueBuffer<T> _buffer;
        private ValueCursor _cursor;
        private ref T _end; // of the segment

        internal ValueWriter(ValueBuffer<T> buffer)
        {
            _buffer = buffer;
            _cursor = new ValueCursor(ref buffer.Next);
            _end = ref buffer.End;
        }

        [UnscopedRef]
        public ref ValueCursor Cursor => ref _cursor;

        public void Reserve(int count)
        {
            if (Unsafe.ByteOffset(ref _cursor.Next, ref _end) >= (nint)count * Unsafe.SizeOf<T>()) return;
            Close();
            _buffer.NextSegment(count);
            _buffer._isWritten = true;
            _cursor = new ValueCursor(ref _buffer.Next);
            _end = ref _buffer.End;
        }

        internal readonly void Close()
        {
            _buffer._count = _buffer.CountBefore(ref _cursor.Next);
            _buffer._isWritten = false;
        }
    }
}
