using Weft.Flows;

namespace Weft
{
    public static partial class Woven
    {
        /// <summary>The woven form of <c>Enumerable.AggregateBy</c> with a seed: a result follows from every record of its key.</summary>
        public static IEnumerable<KeyValuePair<TKey, TAccumulate>> AggregateBy<TLineage, TSource, TKey, TAccumulate>(
            IEnumerable<TSource> source, Func<TSource, TKey> keySelector, TAccumulate seed, Func<TAccumulate, TSource, TAccumulate> func, IEqualityComparer<TKey>? keyComparer, int site)
            where TLineage : struct, ILineage where TKey : notnull
        {
            if (!TLineage.IsRecording || source is null || keySelector is null || func is null)
                return Enumerable.AggregateBy(source!, keySelector!, seed, func!, keyComparer);
            if (source is TSource[] { Length: 0 }) return [];
            return new Operators.AggregateByFlow<TSource, TKey, TAccumulate>(source.AsFlow(site), keySelector, seed, null, func, keyComparer, site);
        }

        /// <summary>The woven form of <c>Enumerable.AggregateBy</c> with a seed for each key: a result follows from every record of its key.</summary>
        public static IEnumerable<KeyValuePair<TKey, TAccumulate>> AggregateBy<TLineage, TSource, TKey, TAccumulate>(
            IEnumerable<TSource> source, Func<TSource, TKey> keySelector, Func<TKey, TAccumulate> seedSelector, Func<TAccumulate, TSource, TAccumulate> func,
            IEqualityComparer<TKey>? keyComparer, int site)
            where TLineage : struct, ILineage where TKey : notnull
        {
            if (!TLineage.IsRecording || source is null || keySelector is null || seedSelector is null || func is null)
                return Enumerable.AggregateBy(source!, keySelector!, seedSelector!, func!, keyComparer);
            if (source is TSource[] { Length: 0 }) return [];
            return new Operators.AggregateByFlow<TSource, TKey, TAccumulate>(source.AsFlow(site), keySelector, default!, seedSelector, func, keyComparer, site);
        }
    }
}

namespace Weft.Operators
{
    /// <summary>AggregateBy, with one seed or one for each key.</summary>
    internal sealed class AggregateByFlow<TSource, TKey, TAccumulate>(
        Flow<TSource> source, Func<TSource, TKey> keySelector, TAccumulate seed, Func<TKey, TAccumulate>? seedSelector, Func<TAccumulate, TSource, TAccumulate> func,
        IEqualityComparer<TKey>? comparer, int site)
        : FoldByKeyFlow<TSource, TKey, TAccumulate>(source, keySelector, comparer, site)
        where TKey : notnull
    {
        protected override Flow<KeyValuePair<TKey, TAccumulate>> Clone()
            => new AggregateByFlow<TSource, TKey, TAccumulate>(Source, KeySelector, seed, seedSelector, func, Comparer, Site);

        protected override TAccumulate Seed(TKey key) => seedSelector is null ? seed : seedSelector(key);

        protected override TAccumulate Fold(TAccumulate value, TSource record) => func(value, record);
    }
}
