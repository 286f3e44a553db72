using System.Runtime.CompilerServices;

namespace Weft.Flows;

/// <summary>Reads a collection's spans by ascending index.</summary>
internal struct SpanReader
{
    private readonly ulong _first;         // span of index 0, when the spans are consecutive
    private readonly SpanColumn? _column; // else
    private readonly ulong[]? _decoded;    // the spans of block _block of _column
    private int _block;

    private SpanReader(ulong first, SpanColumn? column, int step)
    {
        _first = first;
        _column = column;
        _decoded = column is null ? null : new ulong[Math.Min(column.Count, BlockColumn.BlockLength)];
        _block = -1;
        Step = step;
        IsOpen = true;
    }

    /// <summary>Whether this reads a collection at all, as a default value does not.</summary>
    internal bool IsOpen { get; }

    /// <summary>The step by which the records came into the collection.</summary>
    internal int Step { get; }

    /// <summary>Whether the spans are consecutive; then <paramref name="first"/> is that of index 0.</summary>
    internal readonly bool TryGetRange(out ulong first)
    {
        first = _first;
        return _column is null;
    }

    internal static SpanReader Range(ulong first, int step = 0) => new(first, null, step);

    internal static SpanReader Over(SpanColumn column) => column is RangeColumn range
        ? new(range.First, null, column.Step)
        : new(0, column, column.Step);

    /// <summary>The span of the record at <paramref name="index"/>. Cheapest in ascending order.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)] // an addition a record for consecutive spans
    internal ulong At(int index) => _column is null ? _first + (uint)index : Decoded(index);

    private ulong Decoded(int index)
    {
        int block = index / BlockColumn.BlockLength;
        if (block != _block)
        {
            _column!.DecodeBlock(block, _decoded);
            _block = block;
        }
        return _decoded![index % BlockColumn.BlockLength];
    }
}
