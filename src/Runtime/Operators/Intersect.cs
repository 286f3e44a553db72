using Weft.Capture;
using Weft.Flows;

namespace Weft
{
    public static partial class Woven
    {
        /// <summary>The woven form of <c>Enumerable.Intersect(first, second)</c>: a result follows from its value's first record in either sequence.</summary>
        public static IEnumerable<TSource> Intersect<TLineage, TSource>(IEnumerable<TSource> first, IEnumerable<TSource> second, int site) where TLineage : struct, ILineage
            => Intersect<TLineage, TSource>(first, second, null, site);

        /// <summary>The woven form of <c>Enumerable.Intersect(first, second, comparer)</c>: a result follows from its value's first record in either sequence.</summary>
        public static IEnumerable<TSource> Intersect<TLineage, TSource>(IEnumerable<TSource> first, IEnumerable<TSource> second, IEqualityComparer<TSource>? comparer, int site)
            where TLineage : struct, ILineage
            => TLineage.IsRecording && first is not null && second is not null
                ? Operators.Intersection.Of(first.AsFlow(site), second.AsFlow(site, argument: 1), Itself<TSource>.Selector, comparer, site)
                : Enumerable.Intersect(first!, second!, comparer);

        /// <summary>The woven form of <c>Enumerable.IntersectBy(first, second, keySelector)</c>: a result follows from its key's first record in either sequence.</summary>
        public static IEnumerable<TSource> IntersectBy<TLineage, TSource, TKey>(
            IEnumerable<TSource> first, IEnumerable<TKey> second, Func<TSource, TKey> keySelector, int site)
            where TLineage : struct, ILineage
            => IntersectBy<TLineage, TSource, TKey>(first, second, keySelector, null, site);

        /// <summary>The woven form of <c>Enumerable.IntersectBy(first, second, keySelector, comparer)</c>: a result follows from its key's first record in either sequence.</summary>
        public static IEnumerable<TSource> IntersectBy<TLineage, TSource, TKey>(
            IEnumerable<TSource> first, IEnumerable<TKey> second, Func<TSource, TKey> keySelector, IEqualityComparer<TKey>? comparer, int site)
            where TLineage : struct, ILineage
            => TLineage.IsRecording && first is not null && second is not null && keySelector is not null
                ? Operators.Intersection.Of(first.AsFlow(site), second.AsFlow(site, argument: 1), keySelector, comparer, site)
                : Enumerable.IntersectBy(first!, second!, keySelector!, comparer);
    }
}

namespace Weft.Operators
{
    /// <summary>Chooses by which witnesses a result of Intersect is told.</summary>
    internal static class Intersection
    {
        internal static Flow<T> Of<T, TKey>(Flow<T> first, Flow<TKey> second, Func<T, TKey> keySelector, IEqualityComparer<TKey>? comparer, int site)
            => WitnessSetting.KeepsAll
                ? new IntersectAllFlow<T, TKey>(first, second, keySelector, comparer, site)
                : new IntersectFlow<T, TKey>(first, second, keySelector, comparer, site);
    }

    /// <summary>Intersect and IntersectBy: the second sequence is read at the first MoveNext, the first one streams.</summary>
    // A result needs its key in both sequences, and so follows from a record of each.
    internal sealed class IntersectFlow<T, TKey>(Flow<T> first, Flow<TKey> second, Func<T, TKey> keySelector, IEqualityComparer<TKey>? comparer, int site) : MethodFlow<T>
    {
        private KeysLeft<TKey>? _left; // the second sequence's keys that no record of the first one had yet, with their spans
        private Flow<T>? _records;
        private int _secondStep;
        private int _step;

        internal override int Step => 0; // spans are issued here

        protected override Flow<T> Clone() => new IntersectFlow<T, TKey>(first, second, keySelector, comparer, site);

        protected override bool Next()
        {
            if (State == Started)
            {
                State = Started + 1;
                ReadSecond();
                _records = first.Start();
            }
            if (_records is not { } records) return false;
            while (records.MoveNext())
            {
                if (!_left!.Remove(keySelector(records.Value), out ulong match)) continue;
                if (_step == 0) _step = Steps.Intern(site, records.Step, _secondStep);
                Value = records.Value;
                Span = ThreadBuffer.For(_step).DerivePair(_step, records.Span, match);
                return true;
            }
            return false;
        }

        public override void Dispose()
        {
            _records?.Dispose();
            _records = null;
            _left = null;
            base.Dispose();
        }

        private void ReadSecond()
        {
            _ = second.CountForConstructor; // as the set that LINQ makes of them asks
            using Flow<TKey> keys = second.Start();
            _left = KeysLeft<TKey>.Read(keys, second.Entering, comparer);
            _secondStep = keys.Step;
        }
    }
}
