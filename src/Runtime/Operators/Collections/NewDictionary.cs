using Weft.Flows;
using Weft.Flows.Collections;

namespace Weft
{
    public static partial class Woven
    {
        /// <summary>The woven form of <c>new Dictionary&lt;TKey, TValue&gt;(dictionary)</c>: the dictionary keeps the spans of its records, by position of insertion.</summary>
        public static Dictionary<TKey, TValue> NewDictionary<TLineage, TKey, TValue>(IDictionary<TKey, TValue> dictionary, int site) where TLineage : struct, ILineage where TKey : notnull
            => NewDictionary<TLineage, TKey, TValue>(dictionary, null, site);

        /// <summary>The woven form of <c>new Dictionary&lt;TKey, TValue&gt;(dictionary, comparer)</c>: the dictionary keeps the spans of its records, by position of insertion.</summary>
        public static Dictionary<TKey, TValue> NewDictionary<TLineage, TKey, TValue>(IDictionary<TKey, TValue> dictionary, IEqualityComparer<TKey>? comparer, int site) where TLineage : struct, ILineage where TKey : notnull
            => TLineage.IsRecording && dictionary is not null && Origin.MayCarry(dictionary) ? Operators.Materialise.NewDictionary(dictionary, comparer, site) : new Dictionary<TKey, TValue>(dictionary!, comparer);

        /// <summary>The woven form of <c>new Dictionary&lt;TKey, TValue&gt;(collection)</c>: the dictionary keeps the spans of its records, by position of insertion.</summary>
        public static Dictionary<TKey, TValue> NewDictionary<TLineage, TKey, TValue>(IEnumerable<KeyValuePair<TKey, TValue>> collection, int site) where TLineage : struct, ILineage where TKey : notnull
            => NewDictionary<TLineage, TKey, TValue>(collection, null, site);

        /// <summary>The woven form of <c>new Dictionary&lt;TKey, TValue&gt;(collection, comparer)</c>: the dictionary keeps the spans of its records, by position of insertion.</summary>
        public static Dictionary<TKey, TValue> NewDictionary<TLineage, TKey, TValue>(IEnumerable<KeyValuePair<TKey, TValue>> collection, IEqualityComparer<TKey>? comparer, int site) where TLineage : struct, ILineage where TKey : notnull
            => TLineage.IsRecording && collection is not null && Origin.MayCarry(collection) ? Operators.Materialise.NewDictionary(collection, comparer, site) : new Dictionary<TKey, TValue>(collection!, comparer);
    }
}

namespace Weft.Operators
{
    internal static partial class Materialise
    {
        internal static Dictionary<TKey, TValue> NewDictionary<TKey, TValue>(IEnumerable<KeyValuePair<TKey, TValue>> pairs, IEqualityComparer<TKey>? comparer, int site) where TKey : notnull
        {
            var handed = new Handed<KeyValuePair<TKey, TValue>>(pairs, site);
            IEnumerable<KeyValuePair<TKey, TValue>> records = handed.Records;
            // Another dictionary is copied, or its pairs added; either way in its order.
            Dictionary<TKey, TValue> dictionary = records is IDictionary<TKey, TValue> other ? new(other, comparer) : new(records, comparer);
            SpanColumn column = handed.Finish();
            DictionaryAttachment<TKey, TValue>.Attach(dictionary, column);
            return Keep(dictionary, column, site);
        }
    }
}
