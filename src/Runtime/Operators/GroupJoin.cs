using Weft.Capture;
using Weft.Flows;
using Weft.Flows.Grouping;

namespace Weft
{
    public static partial class Woven
    {
        /// <summary>The woven form of <c>Enumerable.GroupJoin</c>: a result follows from the outer record and every inner record of its key.</summary>
        public static IEnumerable<TResult> GroupJoin<TLineage, TOuter, TInner, TKey, TResult>(
            IEnumerable<TOuter> outer, IEnumerable<TInner> inner, Func<TOuter, TKey> outerKeySelector, Func<TInner, TKey> innerKeySelector,
            Func<TOuter, IEnumerable<TInner>, TResult> resultSelector, int site)
            where TLineage : struct, ILineage
        {
            if (!TLineage.IsRecording || outer is null || inner is null || outerKeySelector is null || innerKeySelector is null || resultSelector is null)
                return Enumerable.GroupJoin(outer!, inner!, outerKeySelector!, innerKeySelector!, resultSelector!);
            if (outer is TOuter[] { Length: 0 }) return [];
            return new Operators.GroupJoinFlow<TOuter, TInner, TKey, TResult>(
                outer.AsFlow(site), inner.AsFlow(site, argument: 1), outerKeySelector, innerKeySelector, resultSelector, null, site);
        }

        /// <summary>The woven form of <c>Enumerable.GroupJoin</c>: a result follows from the outer record and every inner record of its key.</summary>
        public static IEnumerable<TResult> GroupJoin<TLineage, TOuter, TInner, TKey, TResult>(
            IEnumerable<TOuter> outer, IEnumerable<TInner> inner, Func<TOuter, TKey> outerKeySelector, Func<TInner, TKey> innerKeySelector,
            Func<TOuter, IEnumerable<TInner>, TResult> resultSelector, IEqualityComparer<TKey>? comparer, int site)
            where TLineage : struct, ILineage
        {
            if (!TLineage.IsRecording || outer is null || inner is null || outerKeySelector is null || innerKeySelector is null || resultSelector is null)
                return Enumerable.GroupJoin(outer!, inner!, outerKeySelector!, innerKeySelector!, resultSelector!, comparer);
            if (outer is TOuter[] { Length: 0 }) return [];
            return new Operators.GroupJoinFlow<TOuter, TInner, TKey, TResult>(
                outer.AsFlow(site), inner.AsFlow(site, argument: 1), outerKeySelector, innerKeySelector, resultSelector, comparer, site);
        }
    }
}

namespace Weft.Operators
{
    /// <summary>GroupJoin: the inner sequence is grouped at the first MoveNext, the outer one streams.</summary>
    internal sealed class GroupJoinFlow<TOuter, TInner, TKey, T>(
        Flow<TOuter> outer, Flow<TInner> inner, Func<TOuter, TKey> outerKeySelector, Func<TInner, TKey> innerKeySelector,
        Func<TOuter, IEnumerable<TInner>, T> resultSelector, IEqualityComparer<TKey>? comparer, int site)
        : MethodFlow<T>
    {
        private Flow<TOuter>? _records;
        private SpannedLookup<TKey, TInner>? _lookup;
        private int _step;

        internal override int Step => 0; // spans are issued here

        protected override Flow<T> Clone() => new GroupJoinFlow<TOuter, TInner, TKey, T>(outer, inner, outerKeySelector, innerKeySelector, resultSelector, comparer, site);

        protected override bool Next()
        {
            if (State == Started)
            {
                State = Started + 1;
                _records = outer.Start();
            }
            if (_records is not { } records) return false;
            if (_lookup is null ? !MoveToFirst(records) : !records.MoveNext()) return false;
            SpannedLookup<TKey, TInner> lookup = _lookup!;
            object? group = LookupInternals<TKey, TInner>.GetGrouping(lookup.Lookup, outerKeySelector(records.Value), create: false);
            Value = resultSelector(records.Value, group is null ? [] : (IEnumerable<TInner>)group);
            Span = Derive(lookup.Finder!, records.Span, group);
            return true;
        }

        public override void Dispose()
        {
            _records?.Dispose();
            _records = null;
            _lookup = null;
            base.Dispose();
        }

        // LINQ reads the inner sequence when the outer one has moved to its first record, which it reads afterwards.
        private bool MoveToFirst(Flow<TOuter> records)
        {
            if (!records.Advance()) return false;
            GroupInner();
            records.ReadValue();
            return true;
        }

        private void GroupInner()
        {
            _lookup = SpannedLookup<TKey, TInner>.Create(inner, innerKeySelector, Itself<TInner>.Selector, comparer, skipNullKeys: true, site, leastGroups: 0);
            _lookup.Register();
            _step = Steps.Intern(site, _records!.Step, _lookup.Spans.InputStep);
        }

        private ulong Derive(GroupFinder<TKey, TInner> finder, ulong outerSpan, object? group)
        {
            if (group is null) return ThreadBuffer.For(_step).DerivePair(_step, outerSpan, 0);
            int ordinal = finder.OrdinalOfGroup(group);
            return ThreadBuffer.For(_step).DeriveFanIn(_step, outerSpan, finder.Spans.FirstOf(ordinal), finder.Spans.CountOf(ordinal));
        }
    }
}
