using Weft.Capture;
using Weft.Flows;

namespace Weft
{
    public static partial class Woven
    {
        /// <summary>The woven form of <c>Enumerable.LeftJoin</c>: a result follows from the outer record, and from the inner one if there is one.</summary>
        public static IEnumerable<TResult> LeftJoin<TLineage, TOuter, TInner, TKey, TResult>(
            IEnumerable<TOuter> outer, IEnumerable<TInner> inner, Func<TOuter, TKey> outerKeySelector, Func<TInner, TKey> innerKeySelector,
            Func<TOuter, TInner?, TResult> resultSelector, int site)
            where TLineage : struct, ILineage
            => LeftJoin<TLineage, TOuter, TInner, TKey, TResult>(outer, inner, outerKeySelector, innerKeySelector, resultSelector, null, site);

        /// <summary>The woven form of <c>Enumerable.LeftJoin</c> with a comparer: a result follows from the outer record, and from the inner one if there is one.</summary>
        public static IEnumerable<TResult> LeftJoin<TLineage, TOuter, TInner, TKey, TResult>(
            IEnumerable<TOuter> outer, IEnumerable<TInner> inner, Func<TOuter, TKey> outerKeySelector, Func<TInner, TKey> innerKeySelector,
            Func<TOuter, TInner?, TResult> resultSelector, IEqualityComparer<TKey>? comparer, int site)
            where TLineage : struct, ILineage
        {
            if (!TLineage.IsRecording || outer is null || inner is null || outerKeySelector is null || innerKeySelector is null || resultSelector is null)
                return Enumerable.LeftJoin(outer!, inner!, outerKeySelector!, innerKeySelector!, resultSelector!, comparer);
            if (outer is TOuter[] { Length: 0 }) return [];
            return new Operators.LeftJoinFlow<TOuter, TInner, TKey, TResult>(
                outer.AsFlow(site), inner.AsFlow(site, argument: 1), outerKeySelector, innerKeySelector, resultSelector, comparer, site);
        }
    }
}

namespace Weft.Operators
{
    /// <summary>LeftJoin: the outer sequence streams, the inner one is grouped.</summary>
    internal sealed class LeftJoinFlow<TOuter, TInner, TKey, T>(
        Flow<TOuter> outer, Flow<TInner> inner, Func<TOuter, TKey> outerKeySelector, Func<TInner, TKey> innerKeySelector,
        Func<TOuter, TInner?, T> resultSelector, IEqualityComparer<TKey>? comparer, int site)
        : OuterJoinFlow<TOuter, TInner, TKey, T>(outer, inner, outerKeySelector, innerKeySelector, comparer, site)
    {
        protected override Flow<T> Clone() => new LeftJoinFlow<TOuter, TInner, TKey, T>(Streamed, Grouped, StreamedKeySelector, GroupedKeySelector, resultSelector, Comparer, Site);

        protected override T ResultOf(TOuter record, TInner? match) => resultSelector(record, match);

        protected override int StepOf(int streamedStep, int groupedStep) => Steps.Intern(Site, streamedStep, groupedStep);

        protected override ulong Derive(int step, ulong record, ulong match) => ThreadBuffer.For(step).DerivePair(step, record, match);
    }
}
