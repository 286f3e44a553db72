using Weft.Flows;

namespace Weft.Operators;

/// <summary>The records between two places of which one counts from the end: TakeLast, SkipLast, Take with such a range.</summary>
/// <param name="source">The records.</param>
/// <param name="start">The place of the first record.</param>
/// <param name="end">The place behind the last record.</param>
/// <param name="site">The operator's site.</param>
internal sealed class TakeFromEndFlow<T>(Flow<T> source, Index start, Index end, int site) : MethodFlow<T>
{
    private Flow<T>? _records;  // read to its end, or under way
    private Queue<Chosen<T>>? _waiting;
    private int _ready;         // records of _waiting that come, when the source was read to its end; else -1
    private int _step;

    internal override int Step => Capture.Steps.Intern(site, _records?.Step ?? (_step != 0 ? _step : source.Step));

    protected override Flow<T> Clone() => new TakeFromEndFlow<T>(source, start, end, site);

    protected override bool Next()
    {
        if (State == Started)
        {
            State = Started + 1;
            if (!Open()) return false;
        }
        if (State != Started + 1) return false;
        if (_waiting is null) return _records!.MoveNext() && Give(_records.Choose());
        if (_ready >= 0) return _ready-- > 0 && Give(_waiting.Dequeue());

        // Behind the start, as many records wait as are left out at the end.
        while (_records!.MoveNext())
        {
            _waiting.Enqueue(_records.Choose());
            if (_waiting.Count > end.Value) return Give(_waiting.Dequeue());
        }
        return false;
    }

    public override void Dispose()
    {
        Close();
        _waiting = null;
        base.Dispose();
    }

    // Reads what has to be read before the first record comes; false when there is none.
    private bool Open()
    {
        int count = source.GetCount(onlyIfCheap: true);
        if (count >= 0) return OpenPart(Math.Max(0, start.GetOffset(count)), Math.Min(count, end.GetOffset(count)));

        _records = source.Start();
        _waiting = new Queue<Chosen<T>>();
        if (start.IsFromEnd) return ReadToEnd(_records, _waiting);
        _ready = -1;
        for (int skipped = 0; skipped < start.Value; skipped++)
        {
            if (!_records.Advance()) return false;
        }
        return true;
    }

    private bool OpenPart(int first, int behind)
    {
        if (first >= behind) return false;
        // The operator's own step is added here; that of the part is not told.
        Flow<T>? part = source.Take(behind, 0);
        if (part is not null && first > 0) part = part.Skip(first, 0);
        _records = part?.Start();
        return part is not null;
    }

    private bool ReadToEnd(Flow<T> records, Queue<Chosen<T>> waiting)
    {
        int count = 0;
        while (records.MoveNext())
        {
            if (waiting.Count == start.Value) waiting.Dequeue();
            waiting.Enqueue(records.Choose());
            count = checked(count + 1);
        }
        Close();
        _ready = Math.Max(0, Math.Min(count, end.GetOffset(count)) - Math.Max(0, start.GetOffset(count)));
        return true;
    }

    private bool Give(Chosen<T> record)
    {
        Value = record.Value;
        Span = record.Span;
        return true;
    }

    private void Close()
    {
        if (_records is not { } records) return;
        _records = null;
        records.Dispose();
        _step = records.Step;
    }
}
