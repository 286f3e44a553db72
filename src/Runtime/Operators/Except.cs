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
                ? new Operators.ExceptFlow<TSource, TSource>(first.AsFlow(site), second, Itself<TSource>.Selector, comparer, site)
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
                ? new Operators.ExceptFlow<TSource, TKey>(first.AsFlow(site), second, keySelector, comparer, site)
                : Enumerable.ExceptBy(first!, second!, keySelector!, comparer);
    }
}

namespace Weft.Operators
{
    /// <summary>Except and ExceptBy: the keys to leave out are read at the first MoveNext, by .NET's own set, so that nothing is recorded of them.</summary>
    internal sealed class ExceptFlow<T, TKey>(Flow<T> source, IEnumerable<TKey> excepted, Func<T, TKey> keySelector, IEqualityComparer<TKey>? comparer, int site)
        : MethodPassFlow<T, T>(source, site)
    {
        private HashSet<TKey>? _left; // keys that no record may have any more

        protected override Flow<T> Clone() => new ExceptFlow<T, TKey>(Source, excepted, keySelector, comparer, Site);

        protected override bool Next()
        {
            if (State == Started) _left = new HashSet<TKey>(excepted, comparer);
            if (Open() is not { } records) return false;
            while (records.MoveNext())
            {
                if (!_left!.Add(keySelector(records.Value))) continue;
                Value = records.Value;
                Span = records.Span;
                return true;
            }
            return false;
        }

        public override void Dispose()
        {
            _left = null;
            base.Dispose();
        }
    }
}
