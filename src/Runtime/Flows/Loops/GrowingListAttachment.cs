namespace Weft.Flows.Loops;

/// <summary>The column of a list that loop bodies add to: it grows with each addition that is followed, and any other change of the list ends its worth.</summary>
// Design: additions need no lock, because who adds to one list on several threads has one of his own. Who reads a list while another thread
// adds to it breaks the list's rules; he may get spans of another moment here, but no exception.
internal sealed class GrowingListAttachment<T> : Attachment
{
    private ColumnBuilder _spans = new();
    private int _version;        // the list's, after the last addition
    private SpanColumn? _column; // of the first _column.Count items
    private Ways _ways;          // of all items
    private bool _isRetired;

    internal GrowingListAttachment(List<T> list, SpanColumn before)
    {
        _version = ListAttachment<T>.Version(list);
        _ways = new Ways(before.Step);
        _spans.AddColumn(before, 0, before.Count);
    }

    internal override SpanColumn Column
    {
        get
        {
            SpanColumn? column = _column;
            return column is not null && column.Count == _spans.Count ? column : _column = _spans.Snapshot(_ways.Step);
        }
    }

    internal override bool IsUnchanged(object collection)
        => !_isRetired && collection is List<T> list && ListAttachment<T>.Version(list) == _version && list.Count == _spans.Count;

    // A loop may read back what it has just added (`list[^1]`): a column each time would cost the square of the list's length.
    internal override LoopRecord RecordAt(int index)
    {
        if ((uint)index >= (uint)_spans.Count) return default;
        if (!_spans.TryGetLate(index, out ulong span)) span = index < _column?.Count ? _column[index] : Column[index];
        return new LoopRecord(span, _ways.Step);
    }

    /// <summary>Says that another attachment has taken the place of this one.</summary>
    internal void Retire() => _isRetired = true;

    /// <summary>Says that the list is empty, and everything forgotten.</summary>
    internal void Restart()
    {
        _spans = new ColumnBuilder();
        _column = null;
        _ways = default;
    }

    /// <summary>Says that the list has one more item than before, and nothing else was changed.</summary>
    internal void Added(List<T> list, LoopRecord record, int site)
    {
        if (!record.IsDerived) _ways.Pass(site, record.Step);
        _spans.Add(record.Span);
        _version = ListAttachment<T>.Version(list);
    }

    /// <summary>Says that the list has the records of a column behind those of before, and nothing else was changed.</summary>
    internal void Added(List<T> list, SpanColumn column, int site)
    {
        if (column.Count > 0) _ways.Pass(site, column.Step);
        _spans.AddColumn(column, 0, column.Count);
        _version = ListAttachment<T>.Version(list);
    }
}
