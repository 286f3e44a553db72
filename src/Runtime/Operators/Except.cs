using Weft.Capture;
using Weft.Flows;

namespace Weft
{
    public static partial class Woven
    {
        /// <summary>The woven form of <c>Enumerable.Except(first, second)</c>: the first record of its value passes; the second sequence is no lineage.</summary>
        public static IEnumerable<TSource> Except<TLineage, TSource>(IEnumerable<TSource> first, IEnumerable<TSource> second, int site) where TLineage : struct, ILineage
            => Except<TLineage, TSource>(first, second, null, site);

        /// <summary>The woven form of <c>Enumerable.Except(first, second, comparer)</c>: the first record of its value passes; the second sequence is no lineage.</summary>
        public static IEnumerable<TSource> Except<TLineage, TSource>(IEnumerable<TSource> first, IEnumerable<TSource> second, IEqualityComparer<TSource>? comparer, int site)
            where TLineage : struct, ILineage
            => TLineage.IsRecording && first is not null && second is not null
                ? new Operators.ExceptFlow<TSource, TSource>(first.AsFlow(site), second, Itself<TSource>.Selector, comparer, site, WitnessSetting.KeepsAll)
                : Enumerable.Except(first!, second!, comparer);

        /// <summary>The woven form of <c>Enumerable.ExceptBy(first, second, keySelector)</c>: the first record of its key passes; the second sequence is no lineage.</summary>
        public static IEnumerable<TSource> ExceptBy<TLineage, TSource, TKey>(
            IEnumerable<TSource> first, IEnumerable<TKey> second, Func<TSource, TKey> keySelector, int site)
            where TLineage : struct, ILineage
            => ExceptBy<TLineage, TSource, TKey>(first, second, keySelector, null, site);

        /// <summary>The woven form of <c>Enumerable.ExceptBy(first, second, keySelector, comparer)</c>: the first record of its key passes; the second sequence is no lineage.</summary>
        public static IEnumerable<TSource> ExceptBy<TLineage, TSource, TKey>(
            IEnumerable<TSource> first, IEnumerable<TKey> second, Func<TSource, TKey> keySelector, IEqualityComparer<TKey>? comparer, int site)
            where TLineage : struct, ILineage
            => TLineage.IsRecording && first is not null && second is not null && keySelector is not null
                ? new Operators.ExceptFlow<TSource, TKey>(first.AsFlow(site), second, keySelector, comparer, site, WitnessSetting.KeepsAll)
                : Enumerable.ExceptBy(first!, second!, keySelector!, comparer);
    }
}

namespace Weft.Operators
{
    /// <summary>Except and ExceptBy: the keys to leave out are read at the first MoveNext, by .NET's own set, so that nothing is recorded of them.</summary>
    internal sealed class ExceptFlow<T, TKey>(
        Flow<T> source, IEnumerable<TKey> excepted, Func<T, TKey> keySelector, IEqualityComparer<TKey>? comparer, int site, bool keepsAll)
        : MethodPassFlow<T, T>(source, site)
    {
        private HashSet<TKey>? _left;         // keys that no record may have any more
        private WitnessSet<TKey>? _witnesses; // in its place, where all are kept

        internal override int Step => keepsAll ? 0 : base.Step; // then spans are issued here

        protected override Flow<T> Clone() => new ExceptFlow<T, TKey>(Source, excepted, keySelector, comparer, Site, keepsAll);

        protected override bool Next()
        {
            if (State == Started) ReadExcepted();
            if (Open() is not { } records) return false;
            while (records.MoveNext())
            {
                ulong span = records.Span;
                TKey key = keySelector(records.Value);
                if (_witnesses is { } witnesses ? !witnesses.Add(key, records.Span, out span) : !_left!.Add(key)) continue;
                Value = records.Value;
                Span = span;
                return true;
            }
            return false;
        }

        public override void Dispose()
        {
            _left = null;
            base.Dispose();
            _witnesses?.Complete(Site, SourceStep);
            _witnesses = null;
        }

        private void ReadExcepted()
        {
            if (!keepsAll)
            {
                _left = new HashSet<TKey>(excepted, comparer);
                return;
            }
            _witnesses = new WitnessSet<TKey>(comparer);
            foreach (TKey key in excepted) _witnesses.Exclude(key);
        }
    }
}
