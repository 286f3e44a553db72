using Weft.Capture;
using Weft.Flows;

namespace Weft
{
    public static partial class Woven
    {
        /// <summary>The woven form of <c>Enumerable.ToDictionary(pairs)</c>: the dictionary keeps the spans of its records, by position of insertion.</summary>
        public static Dictionary<TKey, TValue> ToDictionary<TLineage, TKey, TValue>(IEnumerable<KeyValuePair<TKey, TValue>> source, int site)
            where TLineage : struct, ILineage where TKey : notnull
            => TLineage.IsRecording && source is not null ? Operators.Materialise.Dictionary(source.AsFlow(site), static pair => pair.Key, static pair => pair.Value, null, site) : Enumerable.ToDictionary(source!);

        /// <summary>The woven form of <c>Enumerable.ToDictionary(tuples)</c>: the dictionary keeps the spans of its records, by position of insertion.</summary>
        public static Dictionary<TKey, TValue> ToDictionary<TLineage, TKey, TValue>(IEnumerable<(TKey Key, TValue Value)> source, int site)
            where TLineage : struct, ILineage where TKey : notnull
            => TLineage.IsRecording && source is not null ? Operators.Materialise.Dictionary(source.AsFlow(site), static pair => pair.Key, static pair => pair.Value, null, site) : Enumerable.ToDictionary(source!);

        /// <summary>The woven form of <c>Enumerable.ToDictionary(source, keySelector)</c>: the dictionary keeps the spans of its records, by position of insertion.</summary>
        public static Dictionary<TKey, TSource> ToDictionary<TLineage, TSource, TKey>(IEnumerable<TSource> source, Func<TSource, TKey> keySelector, int site)
            where TLineage : struct, ILineage where TKey : notnull
            => TLineage.IsRecording && source is not null && keySelector is not null ? Operators.Materialise.Dictionary(source.AsFlow(site), keySelector, Itself<TSource>.Selector, null, site) : Enumerable.ToDictionary(source!, keySelector!);

        /// <summary>The woven form of <c>Enumerable.ToDictionary(source, keySelector, elementSelector)</c>: the dictionary keeps the spans of its records, by position of insertion.</summary>
        public static Dictionary<TKey, TElement> ToDictionary<TLineage, TSource, TKey, TElement>(
            IEnumerable<TSource> source, Func<TSource, TKey> keySelector, Func<TSource, TElement> elementSelector, int site)
            where TLineage : struct, ILineage where TKey : notnull
            => TLineage.IsRecording && source is not null && keySelector is not null && elementSelector is not null ? Operators.Materialise.Dictionary(source.AsFlow(site), keySelector, elementSelector, null, site) : Enumerable.ToDictionary(source!, keySelector!, elementSelector!);

        /// <summary>The woven form of <c>Enumerable.ToDictionary(pairs, comparer)</c>: the dictionary keeps the spans of its records, by position of insertion.</summary>
        public static Dictionary<TKey, TValue> ToDictionary<TLineage, TKey, TValue>(IEnumerable<KeyValuePair<TKey, TValue>> source, IEqualityComparer<TKey>? comparer, int site)
            where TLineage : struct, ILineage where TKey : notnull
            => TLineage.IsRecording && source is not null ? Operators.Materialise.Dictionary(source.AsFlow(site), static pair => pair.Key, static pair => pair.Value, comparer, site) : Enumerable.ToDictionary(source!, comparer);

        /// <summary>The woven form of <c>Enumerable.ToDictionary(tuples, comparer)</c>: the dictionary keeps the spans of its records, by position of insertion.</summary>
        public static Dictionary<TKey, TValue> ToDictionary<TLineage, TKey, TValue>(IEnumerable<(TKey Key, TValue Value)> source, IEqualityComparer<TKey>? comparer, int site)
            where TLineage : struct, ILineage where TKey : notnull
            => TLineage.IsRecording && source is not null ? Operators.Materialise.Dictionary(source.AsFlow(site), static pair => pair.Key, static pair => pair.Value, comparer, site) : Enumerable.ToDictionary(source!, comparer);

        /// <summary>The woven form of <c>Enumerable.ToDictionary(source, keySelector, comparer)</c>: the dictionary keeps the spans of its records, by position of insertion.</summary>
        public static Dictionary<TKey, TSource> ToDictionary<TLineage, TSource, TKey>(IEnumerable<TSource> source, Func<TSource, TKey> keySelector, IEqualityComparer<TKey>? comparer, int site)
            where TLineage : struct, ILineage where TKey : notnull
            => TLineage.IsRecording && source is not null && keySelector is not null ? Operators.Materialise.Dictionary(source.AsFlow(site), keySelector, Itself<TSource>.Selector, comparer, site) : Enumerable.ToDictionary(source!, keySelector!, comparer);

        /// <summary>The woven form of <c>Enumerable.ToDictionary(source, keySelector, elementSelector, comparer)</c>: the dictionary keeps the spans of its records, by position of insertion.</summary>
        public static Dictionary<TKey, TElement> ToDictionary<TLineage, TSource, TKey, TElement>(
            IEnumerable<TSource> source, Func<TSource, TKey> keySelector, Func<TSource, TElement> elementSelector, IEqualityComparer<TKey>? comparer, int site)
            where TLineage : struct, ILineage where TKey : notnull
            => TLineage.IsRecording && source is not null && keySelector is not null && elementSelector is not null ? Operators.Materialise.Dictionary(source.AsFlow(site), keySelector, elementSelector, comparer, site) : Enumerable.ToDictionary(source!, keySelector!, elementSelector!, comparer);
    }
}

namespace Weft.Operators
{
    internal static partial class Materialise
    {
        internal static Dictionary<TKey, TElement> Dictionary<TSource, TKey, TElement>(
            Flow<TSource> source, Func<TSource, TKey> keySelector, Func<TSource, TElement> elementSelector, IEqualityComparer<TKey>? comparer, int site)
            where TKey : notnull
        {
            if (source.Entering is { } collection)
            {
                // Every record is there, in order, so that LINQ can read it in its own way.
                Dictionary<TKey, TElement> whole = ReferenceEquals(elementSelector, Itself<TSource>.Selector)
                    ? (Dictionary<TKey, TElement>)(object)collection.ToDictionary(keySelector, comparer)
                    : collection.ToDictionary(keySelector, elementSelector, comparer);
                SpanColumn all = Entered(collection, whole.Count, typeof(TSource), site);
                DictionaryAttachment<TKey, TElement>.Attach(whole, all);
                return Keep(whole, all, site);
            }
            int known = source.GetCount(onlyIfCheap: true);
            var dictionary = new Dictionary<TKey, TElement>(Math.Max(known, 0), comparer);
            ColumnBuilder spans = ColumnBuilder.Rent();
            int step = known == 0 ? source.Step : Fill(dictionary, source, keySelector, elementSelector, spans);
            SpanColumn column = spans.Finish(Steps.Intern(site, step));
            DictionaryAttachment<TKey, TElement>.Attach(dictionary, column);
            return Keep(dictionary, column, site);
        }

        private static int Fill<TSource, TKey, TElement>(
            Dictionary<TKey, TElement> dictionary, Flow<TSource> source, Func<TSource, TKey> keySelector, Func<TSource, TElement> elementSelector, ColumnBuilder spans)
            where TKey : notnull
        {
            using Flow<TSource> records = source.Start();
            while (records.MoveNext())
            {
                TSource record = records.Value;
                dictionary.Add(keySelector(record), elementSelector(record));
                spans.Add(records.Span);
            }
            return records.Step;
        }
    }
}
