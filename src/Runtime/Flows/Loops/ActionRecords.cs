namespace Weft.Flows.Loops;

/// <summary>Which record a <c>ForEach</c> on this thread is at, for the lambda that it calls: the innermost one.</summary>
internal struct CurrentAction
{
    [ThreadStatic]
    private static CurrentAction _current;

    /// <summary>The record itself; none where nobody traced the collection.</summary>
    internal LoopRecord Record;

    /// <summary>The record of the loops around the call of <c>ForEach</c>.</summary>
    internal LoopRecord Outer;

    /// <summary>What this thread is at.</summary>
    internal static ref CurrentAction OfThread => ref _current;

    internal readonly bool IsNone => Record.Span == 0 && Outer.Span == 0;
}

/// <summary>The action of a program in the place of which <see cref="Run"/> puts its own: it says which record it is at.</summary>
/// <param name="records">The collection's spans; null where nobody traced it.</param>
/// <param name="action">The program's.</param>
/// <param name="outer">The record of the loops around the call.</param>
/// <param name="site">The call's site.</param>
internal sealed class ActionRecords<T>(SpanColumn? records, Action<T> action, LoopRecord outer, int site)
{
    private readonly int _count = records?.Count ?? 0;
    private readonly List<T>? _target = action.Target as List<T>; // of xs.ForEach(list.Add)
    private SpanReader _spans = SpanReader.Over(records ?? new RangeColumn(0, 0, 0));
    private int _next;

    /// <summary>Has .NET call the action with each record of a collection.</summary>
    internal void Run<TCollection>(TCollection collection, Action<TCollection, Action<T>> forEach)
    {
        CurrentAction before = CurrentAction.OfThread;
        try
        {
            forEach(collection, Call);
        }
        finally
        {
            CurrentAction.OfThread = before;
        }
    }

    private void Call(T item)
    {
        LoopRecord record = records is null ? default : new LoopRecord(_next < _count ? _spans.At(_next) : Origin.Newcomer(site), records.Step);
        _next++;
        if (_target is not null)
        {
            AddTo(_target, item, Woven.Within<Recording>(record, outer, site));
            return;
        }
        ref CurrentAction current = ref CurrentAction.OfThread;
        current.Record = record;
        current.Outer = outer;
        action(item);
    }

    /// <summary>Whether there is nothing to say: no record of this call, and none of another that the lambda could take for its own.</summary>
    internal static bool AreNone(SpanColumn? records, LoopRecord outer) => records is null && outer.Span == 0 && CurrentAction.OfThread.IsNone;

    private void AddTo(List<T> list, T item, LoopRecord record)
    {
        GrowingListAttachment<T>? spans = record.Span == 0 ? null : LoopTargets.Of(list, site);
        action(item);
        spans?.Added(list, record, site);
    }
}
