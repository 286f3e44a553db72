namespace Weft.Capture;

/// <summary>The writer's place in one thread's stream.</summary>
internal sealed class StreamConsumer(ThreadBuffer buffer)
{
    private Chunk _chunk = buffer.First;
    private int _position;          // words of _chunk that were taken
    private bool _isAccounted;      // whether _chunk, once left by the producer, was reported as taken
    private ulong _header;          // the header in force at _position
    private ulong _nextChild;

    /// <summary>The stream's producer.</summary>
    internal ThreadBuffer Buffer { get; } = buffer;

    /// <summary>Hands what is published to the target; returns the bytes of the chunks that were finished.</summary>
    internal long Take(ChunkPool pool, IRecordingTarget target)
    {
        long finished = 0;
        while (true)
        {
            // The cursor comes first: it was published after everything that is read below.
            nint cursor = Buffer.Cursor;
            if (_chunk.Contains(cursor))
            {
                Pass(_chunk.IndexOf(cursor), target);
                return finished;
            }

            Pass(_chunk.Filled, target);
            if (!_isAccounted) finished += Chunk.Bytes;
            _isAccounted = true;
            if (Volatile.Read(ref _chunk.Next) is not { } next) return finished; // the producer drops for now
            pool.Return(_chunk);
            _chunk = next;
            _position = 0;
            _header = 0;
            _isAccounted = false;
        }
    }

    /// <summary>What the producer has written to its scrap and nobody will take.</summary>
    internal ReadOnlySpan<ulong> Lost => _chunk.Contains(Buffer.Cursor) ? [] : Buffer.ScrapContent();

    /// <summary>Gives back the chunk of a producer that is gone.</summary>
    internal void Release(ChunkPool pool) => pool.Return(_chunk);

    private void Pass(int end, IRecordingTarget target)
    {
        if (end == _position) return;
        var rows = new RowReader(_chunk.Content(_position, end), _header, _nextChild);
        target.Take(Buffer.OwnerId, ref rows);
        _header = rows.Header;
        _nextChild = rows.NextChild;
        _position = end;
    }
}
