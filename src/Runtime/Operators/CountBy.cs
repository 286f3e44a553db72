using Weft.Flows;

namespace Weft
{
    public static partial class Woven
    {
        /// <summary>The woven form of <c>Enumerable.CountBy</c>: a result follows from every record of its key.</summary>
        public static IEnumerable<KeyValuePair<TKey, int>> CountBy<TLineage, TSource, TKey>(
            IEnumerable<TSource> source, Func<TSource, TKey> keySelector, IEqualityComparer<TKey>? keyComparer, int site)
            where TLineage : struct, ILineage where TKey : notnull
        {
            if (!TLineage.IsRecording || source is null || keySelector is null) return Enumerable.CountBy(source!, keySelector!, keyComparer);
            return source is TSource[] { Length: 0 } ? [] : new Operators.CountByFlow<TSource, TKey>(source.AsFlow(site), keySelector, keyComparer, site);
        }
    }
}

namespace Weft.Operators
{
    /// <summary>CountBy.</summary>
    internal sealed class CountByFlow<TSource, TKey>(Flow<TSource> source, Func<TSource, TKey> keySelector, IEqualityComparer<TKey>? comparer, int site)
        : FoldByKeyFlow<TSource, TKey, int>(source, keySelector, comparer, site)
        where TKey : notnull
    {
        protected override Flow<KeyValuePair<TKey, int>> Clone() => new CountByFlow<TSource, TKey>(Source, KeySelector, Comparer, Site);

        protected override int Seed(TKey key) => 0;

        protected override int Fold(int value, TSource record) => checked(value + 1);
    }
}
