using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Weft.Capture;

/// <summary>Rows that one thread has recorded and the background writer has not yet taken.</summary>
// Design: a linked list of chunks of 64-bit words with one producer (the thread) and one consumer (the writer), without locks.
//  - Publishing is one store of the cursor. A chunk is identified by the cursor's address, so cursor and chunk cannot disagree.
//  - The consumer may take a partly filled chunk at any time, so a flush needs nothing from an idle or blocked thread.
//  - A header word (bit 63 set, kind, step or source) precedes rows of one kind; where rows make children, a word with the first child
//    follows it. Children are sequential, so rows hold parents only. The first word of a row is a span, index, count or head below 2^63.
//  - Span ids come in ranges from a process-wide counter: one interlocked operation per 65,536 spans.
//  - A thread has several such streams, each with spans of its own: steps that work in turn (a join that feeds a join) would else need a header
//    for each row, and the children of neither would be consecutive.
// Each fact is written by one thread: everything here by the producer; the consumer's place is in StreamConsumer.
internal sealed unsafe partial class ThreadBuffer
{
    private const ulong HeaderMark = 1ul << 63;
    private const int KindShift = 56;
    private const ulong SpanRange = 1 << 16;

    private const int StreamsPerThread = 8; // a power of two

    [ThreadStatic]
    private static ThreadBuffer? _current;

    [ThreadStatic]
    private static ThreadBuffer?[]? _streams; // by the low bits of a step

    private readonly RecordingSession _session;
    private readonly Thread _owner = Thread.CurrentThread;
    private nint _cursor;           // the next word; what lies before it is published
    private ulong* _limit;          // rows of the current header may start below it
    private ulong _header;          // 0 forces a new one
    private ulong _nextSpan;        // the next span of this thread's range
    private ulong _spanLimit;       // the end of this thread's range
    private Chunk _chunk;           // where the cursor stands: the tail of the stream, or the scrap
    private Chunk _tail;            // the last chunk of the stream
    private Chunk? _scrap;          // takes rows that have to be dropped

    internal ThreadBuffer(RecordingSession session)
    {
        _session = session;
        First = _tail = _chunk = session.Pool.Rent();
        _cursor = (nint)_chunk.Start;
        session.Register(this);
    }

    /// <summary>The calling thread's buffer for what is not made in turn with other things: roots, and spans without rows.</summary>
    internal static ThreadBuffer Current
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)] // one thread-static load in front of every derivation
        get => _current ?? CreateCurrent();
    }

    /// <summary>The calling thread's buffer for the children that a step makes one at a time, in turn with other steps.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)] // as Current
    internal static ThreadBuffer For(int step) => _streams is { } streams && streams[step & (StreamsPerThread - 1)] is { } stream ? stream : CreateStream(step);

    /// <summary>The chunk that the stream starts with; for the consumer.</summary>
    internal Chunk First { get; }

    /// <summary>The published end of the stream; for the consumer.</summary>
    internal nint Cursor => Volatile.Read(ref _cursor);

    /// <summary>Whether the thread still runs. When not, what was published is all there will be.</summary>
    internal bool IsOwnerAlive => _owner.IsAlive;

    /// <summary>The managed id of the thread; for the recording.</summary>
    internal int OwnerId => _owner.ManagedThreadId;

    /// <summary>What stands in the scrap, when the cursor is there; for the writer, once nothing follows.</summary>
    internal ReadOnlySpan<ulong> ScrapContent()
    {
        nint cursor = Cursor;
        return Volatile.Read(ref _scrap) is { } scrap && scrap.Contains(cursor) ? scrap.Content(0, scrap.IndexOf(cursor)) : [];
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static ThreadBuffer CreateCurrent() => _current = new ThreadBuffer(Recorder.Session);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static ThreadBuffer CreateStream(int step)
    {
        ThreadBuffer?[] streams = _streams ??= new ThreadBuffer?[StreamsPerThread];
        ref ThreadBuffer? stream = ref streams[step & (StreamsPerThread - 1)];
        return stream ??= new ThreadBuffer(Recorder.Session);
    }

    private static ulong Header(RowKind kind, int operation) => HeaderMark | (ulong)kind << KindShift | (uint)operation;

    /// <summary>The kind that a header word gives to the rows behind it.</summary>
    internal static RowKind KindOf(ulong header) => (RowKind)(header >> KindShift & 0x7F);

    /// <summary>The step or source that a header word names.</summary>
    internal static int OperationOf(ulong header) => (int)(uint)header;

    /// <summary>Whether a word of the stream is a header rather than the first word of a row.</summary>
    internal static bool IsHeader(ulong word) => (word & HeaderMark) != 0;

    /// <summary>Whether rows of a kind make sequential children, so that their header is followed by the first child.</summary>
    internal static bool MakesChildren(RowKind kind) => kind is >= RowKind.Pair and <= RowKind.Link;

    /// <summary>Whether the header of rows of a kind is followed by a word: the first child, or the execution unit.</summary>
    internal static bool HasWordBehindHeader(RowKind kind) => kind >= RowKind.Pair;

    [MethodImpl(MethodImplOptions.AggressiveInlining)] // the only publishing store; a plain store on x64
    private void Publish(ulong* end) => Volatile.Write(ref _cursor, (nint)end);

    // Makes room for one row and puts the header before it, if the last one does not do; nothing is published yet.
    private ulong* Begin(ulong header, int rowWords)
    {
        ulong* at = (ulong*)_cursor;
        if (_header == header && at + rowWords <= _chunk.End) return at;

        if (at + rowWords + 2 > _chunk.End)
        {
            Exchange();
            at = (ulong*)_cursor;
        }
        *at++ = header;
        if (MakesChildren(KindOf(header))) *at++ = _nextSpan;
        _header = header;
        _limit = _chunk.End - (rowWords - 1);
        return at;
    }

    // Afterwards the thread's range holds at least `count` spans.
    private void EnsureSpans(ulong count)
    {
        if (count <= _spanLimit - _nextSpan) return;
        ulong size = Math.Max(count, SpanRange);
        ulong first = _session.ReserveSpans(size);
        if (first != _spanLimit)
        {
            _nextSpan = first;
            _header = 0;
        }
        _spanLimit = first + size;
    }

    // Spans that are not the sequential children of the current header.
    private ulong TakeSpans(ulong count)
    {
        EnsureSpans(count);
        ulong first = _nextSpan;
        _nextSpan = first + count;
        _header = 0;
        return first;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Exchange()
    {
        int filled = _chunk.IndexOf(_cursor);
        bool leavesScrap = _chunk == _scrap;
        if (leavesScrap)
        {
            // The consumer has not seen the scrap: what it says is lost, except which spans it would have defined.
            _session.ReportLost(_chunk.Content(0, filled));
        }
        else
        {
            _chunk.Filled = filled;
        }

        Chunk next;
        if (_session.TryTakeRoom(filledChunks: leavesScrap ? 0 : 1))
        {
            next = _session.Pool.Rent();
            Volatile.Write(ref _tail.Next, next);
            _tail = next;
        }
        else
        {
            next = _scrap ??= new Chunk();
        }
        _chunk = next;
        _header = 0;
        Publish(next.Start);
        Debug.Assert(next.Contains(_cursor));
    }
}
