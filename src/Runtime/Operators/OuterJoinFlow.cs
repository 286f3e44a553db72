using Weft.Flows;
using Weft.Flows.Grouping;

namespace Weft.Operators;

/// <summary>What LeftJoin and RightJoin share: one sequence streams, and each of its records comes with every match in the other, or alone.</summary>
/// <param name="streamed">The sequence of which every record comes.</param>
/// <param name="grouped">The other one, grouped when the first record has come.</param>
/// <param name="streamedKeySelector">The key of a record that streams.</param>
/// <param name="groupedKeySelector">The key of a record of the other sequence.</param>
/// <param name="comparer">Compares keys, or null for the default.</param>
/// <param name="site">The operator's site.</param>
// The groups are LINQ's own, and nobody else sees them: so each element has its span beside it, as an offset.
internal abstract class OuterJoinFlow<TStreamed, TGrouped, TKey, T>(
    Flow<TStreamed> streamed, Flow<TGrouped> grouped, Func<TStreamed, TKey> streamedKeySelector, Func<TGrouped, TKey> groupedKeySelector, IEqualityComparer<TKey>? comparer, int site)
    : MethodFlow<T>
{
    private Flow<TStreamed>? _records;
    private Lookup<TKey, OffsetRecord<TGrouped>>? _lookup;
    private SpanOffsets? _spans;                     // of its elements
    private int _step;
    private OffsetRecord<TGrouped>[] _matches = []; // of the current record
    private int _matchCount;
    private int _next;                              // the next match

    internal override int Step => 0; // spans are issued here

    /// <summary>The sequence that streams.</summary>
    protected Flow<TStreamed> Streamed { get; } = streamed;

    /// <summary>The other one.</summary>
    protected Flow<TGrouped> Grouped { get; } = grouped;

    /// <summary>The key of a record that streams.</summary>
    protected Func<TStreamed, TKey> StreamedKeySelector { get; } = streamedKeySelector;

    /// <summary>The key of a record of the other sequence.</summary>
    protected Func<TGrouped, TKey> GroupedKeySelector { get; } = groupedKeySelector;

    /// <summary>Compares keys, or null for the default.</summary>
    protected IEqualityComparer<TKey>? Comparer { get; } = comparer;

    /// <summary>The operator's site.</summary>
    protected int Site { get; } = site;

    /// <summary>The result of a record and its match; the default where it has none.</summary>
    protected abstract T ResultOf(TStreamed record, TGrouped? match);

    /// <summary>The step of results of records that came by these.</summary>
    protected abstract int StepOf(int streamedStep, int groupedStep);

    /// <summary>A span that follows from a record and its match; 0 where it has none.</summary>
    protected abstract ulong Derive(int step, ulong record, ulong match);

    protected sealed override bool Next()
    {
        if (State == Started)
        {
            State = Started + 1;
            _records = Streamed.Start();
        }
        if (_records is not { } records) return false;
        if (_next < _matchCount)
        {
            GiveMatch(records);
            return true;
        }
        if (_lookup is null ? !MoveToFirst(records) : !records.MoveNext()) return false;
        if (FindMatches(records.Value)) GiveMatch(records);
        else Give(records, default, 0);
        return true;
    }

    public override void Dispose()
    {
        _records?.Dispose();
        _records = null;
        _lookup = null;
        _spans = null;
        _matches = [];
        base.Dispose();
    }

    private void GiveMatch(Flow<TStreamed> records)
    {
        OffsetRecord<TGrouped> match = _matches[_next++];
        Give(records, match.Value, _spans!.SpanAt(match.Offset));
    }

    private void Give(Flow<TStreamed> records, TGrouped? match, ulong span)
    {
        Value = ResultOf(records.Value, match);
        Span = Derive(_step, records.Span, span);
    }

    // LINQ groups the other sequence when this one has moved to its first record, which it reads afterwards.
    private bool MoveToFirst(Flow<TStreamed> records)
    {
        if (!records.Advance()) return false;
        Group(records);
        records.ReadValue();
        return true;
    }

    private void Group(Flow<TStreamed> outer)
    {
        _lookup = LookupInternals<TKey, OffsetRecord<TGrouped>>.Create(Comparer);
        var spans = new SpanOffsets();
        _spans = spans;
        using Flow<TGrouped> records = Grouped.Start();
        while (records.MoveNext())
        {
            if (GroupedKeySelector(records.Value) is not { } key) continue;
            object group = LookupInternals<TKey, OffsetRecord<TGrouped>>.GetGrouping(_lookup, key, create: true)!;
            LookupInternals<TKey, OffsetRecord<TGrouped>>.Add(group, new(records.Value, spans.OffsetOf(records.Span)));
        }
        _step = StepOf(outer.Step, records.Step);
    }

    private bool FindMatches(TStreamed record)
    {
        _next = 0;
        _matchCount = 0;
        object? group = LookupInternals<TKey, OffsetRecord<TGrouped>>.GetGrouping(_lookup!, StreamedKeySelector(record), create: false);
        if (group is null) return false;
        _matches = LookupInternals<TKey, OffsetRecord<TGrouped>>.Elements(group);
        _matchCount = LookupInternals<TKey, OffsetRecord<TGrouped>>.Count(group);
        return true;
    }
}
