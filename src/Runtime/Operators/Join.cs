using Weft.Capture;
using Weft.Flows;
using Weft.Flows.Grouping;

namespace Weft
{
    public static partial class Woven
    {
        /// <summary>The woven form of <c>Enumerable.Join</c>: a result follows from the outer and the inner record.</summary>
        public static IEnumerable<TResult> Join<TLineage, TOuter, TInner, TKey, TResult>(
            IEnumerable<TOuter> outer, IEnumerable<TInner> inner, Func<TOuter, TKey> outerKeySelector, Func<TInner, TKey> innerKeySelector,
            Func<TOuter, TInner, TResult> resultSelector, int site)
            where TLineage : struct, ILineage
        {
            if (!TLineage.IsRecording || outer is null || inner is null || outerKeySelector is null || innerKeySelector is null || resultSelector is null)
                return Enumerable.Join(outer!, inner!, outerKeySelector!, innerKeySelector!, resultSelector!);
            if (outer is TOuter[] { Length: 0 }) return [];
            return new Operators.JoinFlow<TOuter, TInner, TKey, TResult>(
                outer.AsFlow(site), inner.AsFlow(site, argument: 1), outerKeySelector, innerKeySelector, resultSelector, null, site);
        }

        /// <summary>The woven form of <c>Enumerable.Join</c>: a result follows from the outer and the inner record.</summary>
        public static IEnumerable<TResult> Join<TLineage, TOuter, TInner, TKey, TResult>(
            IEnumerable<TOuter> outer, IEnumerable<TInner> inner, Func<TOuter, TKey> outerKeySelector, Func<TInner, TKey> innerKeySelector,
            Func<TOuter, TInner, TResult> resultSelector, IEqualityComparer<TKey>? comparer, int site)
            where TLineage : struct, ILineage
        {
            if (!TLineage.IsRecording || outer is null || inner is null || outerKeySelector is null || innerKeySelector is null || resultSelector is null)
                return Enumerable.Join(outer!, inner!, outerKeySelector!, innerKeySelector!, resultSelector!, comparer);
            if (outer is TOuter[] { Length: 0 }) return [];
            return new Operators.JoinFlow<TOuter, TInner, TKey, TResult>(
                outer.AsFlow(site), inner.AsFlow(site, argument: 1), outerKeySelector, innerKeySelector, resultSelector, comparer, site);
        }
    }
}

namespace Weft.Operators
{
    /// <summary>Join: the inner sequence is grouped at the first MoveNext, the outer one streams.</summary>
    // The groups are LINQ's own, and nobody else sees them: so each element has its span beside it, as an offset.
    internal sealed class JoinFlow<TOuter, TInner, TKey, T>(
        Flow<TOuter> outer, Flow<TInner> inner, Func<TOuter, TKey> outerKeySelector, Func<TInner, TKey> innerKeySelector,
        Func<TOuter, TInner, T> resultSelector, IEqualityComparer<TKey>? comparer, int site)
        : MethodFlow<T>
    {
        private Flow<TOuter>? _records;
        private Lookup<TKey, OffsetRecord<TInner>>? _lookup;
        private SpanOffsets? _spans;                   // of its elements
        private int _step;
        private OffsetRecord<TInner>[] _matches = []; // of the current outer record
        private int _matchCount;
        private int _next;                            // the next match

        internal override int Step => 0; // spans are issued here

        protected override Flow<T> Clone() => new JoinFlow<TOuter, TInner, TKey, T>(outer, inner, outerKeySelector, innerKeySelector, resultSelector, comparer, site);

        protected override bool Next()
        {
            if (State == Started) Open();
            if (_records is not { } records) return false;
            while (_next == _matchCount)
            {
                if (_lookup is null ? !MoveToFirst(records) : !records.MoveNext()) return false;
                FindMatches(records.Value);
            }
            OffsetRecord<TInner> match = _matches[_next++];
            Value = resultSelector(records.Value, match.Value);
            Span = ThreadBuffer.For(_step).DerivePair(_step, records.Span, _spans!.SpanAt(match.Offset));
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

        private void Open()
        {
            State = Started + 1;
            _records = outer.Start();
        }

        // LINQ reads the inner sequence when the outer one has moved to its first record, ends there when nothing can match, and only then reads the record.
        private bool MoveToFirst(Flow<TOuter> records)
        {
            if (!records.Advance() || !GroupInner()) return false;
            records.ReadValue();
            return true;
        }

        private bool GroupInner()
        {
            Lookup<TKey, OffsetRecord<TInner>> lookup = LookupInternals<TKey, OffsetRecord<TInner>>.Create(comparer);
            var spans = new SpanOffsets();
            using (Flow<TInner> records = inner.Start())
            {
                while (records.MoveNext())
                {
                    if (innerKeySelector(records.Value) is not { } key) continue;
                    object group = LookupInternals<TKey, OffsetRecord<TInner>>.GetGrouping(lookup, key, create: true)!;
                    LookupInternals<TKey, OffsetRecord<TInner>>.Add(group, new(records.Value, spans.OffsetOf(records.Span)));
                }
                _step = Steps.Intern(site, _records!.Step, records.Step);
            }
            _lookup = lookup;
            _spans = spans;
            return lookup.Count > 0;
        }

        private void FindMatches(TOuter record)
        {
            _next = 0;
            _matchCount = 0;
            object? group = LookupInternals<TKey, OffsetRecord<TInner>>.GetGrouping(_lookup!, outerKeySelector(record), create: false);
            if (group is null) return;
            _matches = LookupInternals<TKey, OffsetRecord<TInner>>.Elements(group);
            _matchCount = LookupInternals<TKey, OffsetRecord<TInner>>.Count(group);
        }
    }
}
