using Weft.Capture;

namespace Weft.Flows.Loops;

/// <summary>The column of a list that loop bodies add to: it grows with each addition that is followed, and any other change of the list ends its worth.</summary>
// Design: additions need no lock, because who adds to one list on several threads has one of his own. Who reads a list while another thread
// adds to it breaks the list's rules; he may get spans of another moment here, but no exception.
internal sealed class GrowingListAttachment<T> : Attachment
{
    // The most ways that are told apart; an answer tells fewer.
    private const int MostWays = 64;

    private ColumnBuilder _spans = new();
    private int _version;        // the list's, after the last addition
    private SpanColumn? _column; // of the first _column.Count items
    private int _step;           // the ways of all items, chained by their second input
    private int _ways;           // ways in the chain in front of the one that the list came with
    private (int Site, int Input) _last; // the way told last
    private bool _isRetired;

    internal GrowingListAttachment(List<T> list, SpanColumn before)
    {
        _version = ListAttachment<T>.Version(list);
        _step = before.Step;
        _spans.AddColumn(before, 0, before.Count);
    }

    internal override SpanColumn Column
    {
        get
        {
            SpanColumn? column = _column;
            return column is not null && column.Count == _spans.Count ? column : _column = _spans.Snapshot(_step);
        }
    }

    internal override bool IsUnchanged(object collection)
        => !_isRetired && collection is List<T> list && ListAttachment<T>.Version(list) == _version && list.Count == _spans.Count;

    /// <summary>Says that another attachment has taken the place of this one.</summary>
    internal void Retire() => _isRetired = true;

    /// <summary>Says that the list is empty, and everything forgotten.</summary>
    internal void Restart()
    {
        _spans = new ColumnBuilder();
        _column = null;
        _last = default;
        _step = _ways = 0;
    }

    /// <summary>Says that the list has one more item than before, and nothing else was changed.</summary>
    internal void Added(List<T> list, LoopRecord record, int site)
    {
        if (!record.IsDerived && _last != (site, record.Step)) Pass(site, record.Step);
        _spans.Add(record.Span);
        _version = ListAttachment<T>.Version(list);
    }

    // The way of a record that keeps its span is told once.
    private void Pass(int site, int input)
    {
        _last = (site, input);
        int number = SiteRegistry.NumberOf(site);
        int step = _step;
        for (int i = 0; i < _ways && step != 0; i++)
        {
            Step way = Steps.Get(step);
            if (way.Site == number && way.Input == input) return;
            step = way.Second;
        }
        if (_ways == MostWays) return;
        _step = Steps.Intern(site, input, _step);
        _ways++;
    }
}
