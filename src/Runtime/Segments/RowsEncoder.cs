using Weft.Capture;

namespace Weft.Segments;

/// <summary>Turns the rows of one thread into Rows blocks: the thread's id, then sections to the end of the payload.</summary>
internal sealed class RowsEncoder(int threadId, Action<BlockKind, PayloadWriter> writeBlock) : IRowSink
{
    private const int BlockBytes = 256 << 10;
    private const int KeptSections = 64;

    private readonly PayloadWriter _payload = new();
    private readonly PayloadWriter _scratch = new();
    private readonly Dictionary<ulong, RowSection> _sections = [];
    private RowSection? _last;
    private ulong _lastHeader;

    /// <summary>Rows taken so far.</summary>
    internal long RowCount { get; private set; }

    public void Take(ref RowReader rows)
    {
        while (rows.MoveNext())
        {
            RowSection section = rows.Header == _lastHeader ? _last! : Find(rows.Header);
            if (!section.TryAdd(ref rows))
            {
                Close(section);
                section.TryAdd(ref rows);
            }
            RowCount++;
        }
    }

    /// <summary>Writes whatever was taken.</summary>
    internal void Flush()
    {
        foreach (RowSection section in _sections.Values)
            if (!section.IsEmpty) Close(section);
        EndBlock();
        if (_sections.Count <= KeptSections) return;
        _sections.Clear();
        _last = null;
        _lastHeader = 0;
    }

    private RowSection Find(ulong header)
    {
        if (!_sections.TryGetValue(header, out RowSection? section))
            _sections.Add(header, section = new RowSection(ThreadBuffer.KindOf(header), ThreadBuffer.OperationOf(header)));
        _last = section;
        _lastHeader = header;
        return section;
    }

    private void Close(RowSection section)
    {
        if (_payload.Length == 0) _payload.Varint(threadId);
        section.Write(_payload, _scratch);
        if (_payload.Length >= BlockBytes) EndBlock();
    }

    private void EndBlock()
    {
        if (_payload.Length == 0) return;
        writeBlock(BlockKind.Rows, _payload);
        _payload.Clear();
    }
}
