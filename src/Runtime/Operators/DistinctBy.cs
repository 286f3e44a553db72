using Weft.Capture;
using Weft.Flows;

namespace Weft
{
    public static partial class Woven
    {
        /// <summary>The woven form of <c>Enumerable.DistinctBy(source, keySelector)</c>: the first record of its key passes.</summary>
        public static IEnumerable<TSource> DistinctBy<TLineage, TSource, TKey>(IEnumerable<TSource> source, Func<TSource, TKey> keySelector, int site)
            where TLineage : struct, ILineage
            => DistinctBy<TLineage, TSource, TKey>(source, keySelector, null, site);

        /// <summary>The woven form of <c>Enumerable.DistinctBy(source, keySelector, comparer)</c>: the first record of its key passes.</summary>
        public static IEnumerable<TSource> DistinctBy<TLineage, TSource, TKey>(
            IEnumerable<TSource> source, Func<TSource, TKey> keySelector, IEqualityComparer<TKey>? comparer, int site)
            where TLineage : struct, ILineage
        {
            if (!TLineage.IsRecording || source is null || keySelector is null) return Enumerable.DistinctBy(source!, keySelector!, comparer);
            return source is TSource[] { Length: 0 } ? [] : new Operators.DistinctByFlow<TSource, TKey>(source.AsFlow(site), keySelector, comparer, site, WitnessSetting.KeepsAll);
        }
    }
}

namespace Weft.Operators
{
    /// <summary>DistinctBy.</summary>
    internal sealed class DistinctByFlow<T, TKey>(Flow<T> source, Func<T, TKey> keySelector, IEqualityComparer<TKey>? comparer, int site, bool keepsAll)
        : MethodPassFlow<T, T>(source, site)
    {
        private const int LeastCapacity = 7;

        private HashSet<TKey>? _seen;
        private WitnessSet<TKey>? _witnesses; // in its place, where all are kept

        internal override int Step => keepsAll ? 0 : base.Step; // then spans are issued here

        protected override Flow<T> Clone() => new DistinctByFlow<T, TKey>(Source, keySelector, comparer, Site, keepsAll);

        protected override bool Next()
        {
            if (Open() is not { } records) return false;
            while (records.MoveNext())
            {
                if (!IsFirst(records, out ulong span)) continue;
                Value = records.Value;
                Span = span;
                return true;
            }
            return false;
        }

        public override void Dispose()
        {
            _seen = null;
            base.Dispose();
            _witnesses?.Complete(Site, SourceStep);
            _witnesses = null;
        }

        private bool IsFirst(Flow<T> records, out ulong span)
        {
            if (keepsAll)
            {
                _witnesses ??= new WitnessSet<TKey>(comparer);
                return _witnesses.Add(keySelector(records.Value), records.Span, out span);
            }
            _seen ??= new HashSet<TKey>(LeastCapacity, comparer);
            span = records.Span;
            return _seen.Add(keySelector(records.Value));
        }
    }
}
