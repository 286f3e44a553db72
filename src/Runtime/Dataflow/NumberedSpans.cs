using System.Runtime.CompilerServices;

namespace Weft.Dataflow;

/// <summary>Spans of messages by their number, which ascends: one thread at a time puts, under a lock of the block's, and any thread takes.</summary>
// Design: without a lock of its own, since each message passes several of these. What a taker asks for was put before the block told it the number. A cell says which number it
// is of, so that one that was used again is never taken for another; cells stand in pieces, which stay where they are when there have to be more of them. A piece is used again
// when none of its numbers is waited for. A number that was never put (of a message that code which is not woven sent) is a hole, like one that was taken.
internal sealed class NumberedSpans
{
    private const int PieceLength = 32; // a power of two

    private Cell[]?[] _ring = new Cell[]?[2];   // pieces by their number; a power of two of them
    private long _forgotten;                    // no lower number is asked for
    private long[] _pieces = new long[2];       // the putter's: which piece of the numbers stands in each place of the ring
    private long _oldest;                       // the putter's: no older piece is in the ring

    /// <summary>Says which span the message with a number has.</summary>
    internal void Put(long number, ulong span)
    {
        if (number < Volatile.Read(ref _forgotten)) return;
        long piece = number / PieceLength;
        Cell[]? cells = _ring[At(piece)];
        if (cells is null || _pieces[At(piece)] != piece) cells = MakeRoom(piece);
        ref Cell cell = ref cells[number & (PieceLength - 1)];
        Volatile.Write(ref cell.Key, 0); // nobody reads the new span by the old number
        Volatile.Write(ref cell.Span, span);
        Volatile.Write(ref cell.Key, KeyOf(number));
    }

    /// <summary>The span of a message; 0 when nothing is known of it.</summary>
    internal ulong Find(long number)
    {
        ref Cell cell = ref CellOf(number);
        if (Unsafe.IsNullRef(ref cell) || Volatile.Read(ref cell.Key) != KeyOf(number)) return 0;
        ulong span = Volatile.Read(ref cell.Span);
        return Volatile.Read(ref cell.Key) == KeyOf(number) ? span : 0;
    }

    /// <summary>As <see cref="Find"/>; nobody asks for it again.</summary>
    internal ulong Take(long number)
    {
        ulong span = Find(number);
        if (span != 0) Volatile.Write(ref CellOf(number).Key, 0);
        return span;
    }

    /// <summary>Nobody asks for a number below <paramref name="number"/> again.</summary>
    internal void Forget(long number)
    {
        if (number > Volatile.Read(ref _forgotten)) Volatile.Write(ref _forgotten, number);
    }

    // Never 0, which is none.
    private static long KeyOf(long number) => number + 1;

    private int At(long piece) => (int)piece & (_ring.Length - 1);

    private ref Cell CellOf(long number)
    {
        Cell[]?[] ring = Volatile.Read(ref _ring);
        Cell[]? cells = ring[(int)(number / PieceLength) & (ring.Length - 1)];
        if (cells is null || number < Volatile.Read(ref _forgotten)) return ref Unsafe.NullRef<Cell>();
        return ref cells[number & (PieceLength - 1)];
    }

    private Cell[] MakeRoom(long piece)
    {
        Cell[] cells = TakeOldest(piece) ?? new Cell[PieceLength];
        while (_ring[At(piece)] is { } other)
        {
            if (IsWaitedFor(other)) Grow();
            else break;
        }
        _pieces[At(piece)] = piece;
        _oldest = Math.Min(_oldest, piece);
        Volatile.Write(ref _ring[At(piece)], cells);
        return cells;
    }

    // So that what is used stays small when much has waited once.
    private Cell[]? TakeOldest(long before)
    {
        _oldest = Math.Max(_oldest, before - _ring.Length);
        for (; _oldest < before; _oldest++)
        {
            ref Cell[]? place = ref _ring[At(_oldest)];
            if (place is not { } cells || _pieces[At(_oldest)] != _oldest) continue;
            if (IsWaitedFor(cells)) return null;
            place = null;
            _oldest++;
            return cells;
        }
        return null;
    }

    private bool IsWaitedFor(Cell[] cells)
    {
        long forgotten = Volatile.Read(ref _forgotten);
        foreach (ref Cell cell in cells.AsSpan())
            if (Volatile.Read(ref cell.Key) is not 0 and long key && key >= KeyOf(forgotten)) return true;
        return false;
    }

    private void Grow()
    {
        Cell[]?[] ring = _ring;
        long[] pieces = _pieces;
        var larger = new Cell[]?[2 * ring.Length];
        var numbers = new long[larger.Length];
        for (int i = 0; i < ring.Length; i++)
        {
            int at = (int)pieces[i] & (larger.Length - 1);
            if (ring[i] is null) continue;
            larger[at] = ring[i];
            numbers[at] = pieces[i];
        }
        _pieces = numbers;
        Volatile.Write(ref _ring, larger);
    }

    private struct Cell
    {
        internal long Key;
        internal ulong Span;
    }
}
