using System.Diagnostics;
using Weft.Capture;

namespace Weft.Segments;

/// <summary>Turns the rows of one thread at a time into Rows blocks: the thread's id, then sections to the end of the payload.</summary>
internal sealed class RowsEncoder(Action<BlockKind, PayloadWriter> writeBlock)
{
    private const int BlockBytes = 256 << 10;
    private const int KeptSections = 64;
    private const int RecentSections = 16; // a power of two

    private readonly PayloadWriter _payload = new();
    private readonly PayloadWriter _scratch = new();
    private int _threadId;
    private readonly Dictionary<ulong, RowSection> _sections = [];
    private readonly (ulong Header, RowSection Section)[] _recent = new (ulong, RowSection)[RecentSections]; // by hash; in front of _sections

    /// <summary>Takes all rows of a piece of a thread's stream; <see cref="Flush"/> comes before those of another thread.</summary>
    internal void Take(int threadId, ref RowReader rows)
    {
        Debug.Assert(threadId == _threadId || _payload.Length == 0);
        _threadId = threadId;
        while (rows.MoveNext())
        {
            ref (ulong Header, RowSection Section) recent = ref _recent[(int)(rows.Header ^ rows.Header >> 56) & (RecentSections - 1)];
            if (recent.Header != rows.Header) recent = (rows.Header, Find(rows.Header));
            RowSection section = recent.Section;
            for (int taken = 0; taken < rows.RowCount;)
            {
                int count = section.Take(ref rows, taken);
                if (count == 0) Close(section);
                taken += count;
            }
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
        Array.Clear(_recent);
    }

    private RowSection Find(ulong header)
    {
        if (!_sections.TryGetValue(header, out RowSection? section))
            _sections.Add(header, section = new RowSection(ThreadBuffer.KindOf(header), ThreadBuffer.OperationOf(header)));
        return section;
    }

    private void Close(RowSection section)
    {
        if (_payload.Length == 0) _payload.Varint(_threadId);
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
