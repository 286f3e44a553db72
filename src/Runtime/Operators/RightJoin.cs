using Weft.Capture;
using Weft.Flows;

namespace Weft
{
    public static partial class Woven
    {
        /// <summary>The woven form of <c>Enumerable.RightJoin</c>: a result follows from the inner record, and from the outer one if there is one.</summary>
        public static IEnumerable<TResult> RightJoin<TLineage, TOuter, TInner, TKey, TResult>(
            IEnumerable<TOuter> outer, IEnumerable<TInner> inner, Func<TOuter, TKey> outerKeySelector, Func<TInner, TKey> innerKeySelector,
            Func<TOuter?, TInner, TResult> resultSelector, int site)
            where TLineage : struct, ILineage
            => RightJoin<TLineage, TOuter, TInner, TKey, TResult>(outer, inner, outerKeySelector, innerKeySelector, resultSelector, null, site);

        /// <summary>The woven form of <c>Enumerable.RightJoin</c> with a comparer: a result follows from the inner record, and from the outer one if there is one.</summary>
        public static IEnumerable<TResult> RightJoin<TLineage, TOuter, TInner, TKey, TResult>(
            IEnumerable<TOuter> outer, IEnumerable<TInner> inner, Func<TOuter, TKey> outerKeySelector, Func<TInner, TKey> innerKeySelector,
            Func<TOuter?, TInner, TResult> resultSelector, IEqualityComparer<TKey>? comparer, int site)
            where TLineage : struct, ILineage
        {
            if (!TLineage.IsRecording || outer is null || inner is null || outerKeySelector is null || innerKeySelector is null || resultSelector is null)
                return Enumerable.RightJoin(outer!, inner!, outerKeySelector!, innerKeySelector!, resultSelector!, comparer);
            if (inner is TInner[] { Length: 0 }) return [];
            return new Operators.RightJoinFlow<TOuter, TInner, TKey, TResult>(
                outer.AsFlow(site), inner.AsFlow(site, argument: 1), outerKeySelector, innerKeySelector, resultSelector, comparer, site);
        }
    }
}

namespace Weft.Operators
{
    /// <summary>RightJoin: the inner sequence streams, the outer one is grouped.</summary>
    internal sealed class RightJoinFlow<TOuter, TInner, TKey, T>(
        Flow<TOuter> outer, Flow<TInner> inner, Func<TOuter, TKey> outerKeySelector, Func<TInner, TKey> innerKeySelector,
        Func<TOuter?, TInner, T> resultSelector, IEqualityComparer<TKey>? comparer, int site)
        : OuterJoinFlow<TInner, TOuter, TKey, T>(inner, outer, innerKeySelector, outerKeySelector, comparer, site)
    {
        protected override Flow<T> Clone() => new RightJoinFlow<TOuter, TInner, TKey, T>(Grouped, Streamed, GroupedKeySelector, StreamedKeySelector, resultSelector, Comparer, Site);

        protected override T ResultOf(TInner record, TOuter? match) => resultSelector(match, record);

        protected override int StepOf(int streamedStep, int groupedStep) => Steps.Intern(Site, groupedStep, streamedStep);

        // The outer record first, as in every join.
        protected override ulong Derive(int step, ulong record, ulong match) => ThreadBuffer.For(step).DerivePair(step, match, record);
    }
}
