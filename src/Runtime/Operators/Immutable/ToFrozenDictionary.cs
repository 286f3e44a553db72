using System.Collections.Frozen;
using System.Runtime.InteropServices;
using Weft.Flows;
using Weft.Flows.Collections;

namespace Weft
{
    public static partial class Woven
    {
        /// <summary>The woven form of <c>ToFrozenDictionary(pairs, comparer)</c>: the record itself, by its key; of several with one key, the answer names them all.</summary>
        public static FrozenDictionary<TKey, TValue> ToFrozenDictionary<TLineage, TKey, TValue>(IEnumerable<KeyValuePair<TKey, TValue>> source, IEqualityComparer<TKey>? comparer, int site)
            where TLineage : struct, ILineage where TKey : notnull
            => TLineage.IsRecording && source is not null && Origin.MayCarry(source)
                ? Operators.Materialise.FrozenPairs(source, comparer, site)
                : source!.ToFrozenDictionary(comparer);

        /// <summary>The woven form of <c>ToFrozenDictionary(source, keySelector, comparer)</c>: the record itself, by its key.</summary>
        public static FrozenDictionary<TKey, TSource> ToFrozenDictionary<TLineage, TSource, TKey>(IEnumerable<TSource> source, Func<TSource, TKey> keySelector, IEqualityComparer<TKey>? comparer, int site)
            where TLineage : struct, ILineage where TKey : notnull
            => TLineage.IsRecording && source is not null && keySelector is not null && Origin.MayCarry(source)
                ? Operators.Materialise.ByKey<TSource, TKey, TSource, FrozenDictionary<TKey, TSource>>(
                    source, keySelector, (records, key) => records.ToFrozenDictionary(key, comparer), Operators.Materialise.Frozen, site)
                : source!.ToFrozenDictionary(keySelector!, comparer);

        /// <summary>The woven form of <c>ToFrozenDictionary(source, keySelector, elementSelector, comparer)</c>: the record itself, by its key.</summary>
        public static FrozenDictionary<TKey, TElement> ToFrozenDictionary<TLineage, TSource, TKey, TElement>(
            IEnumerable<TSource> source, Func<TSource, TKey> keySelector, Func<TSource, TElement> elementSelector, IEqualityComparer<TKey>? comparer, int site)
            where TLineage : struct, ILineage where TKey : notnull
            => TLineage.IsRecording && source is not null && keySelector is not null && elementSelector is not null && Origin.MayCarry(source)
                ? Operators.Materialise.ByKey<TSource, TKey, TElement, FrozenDictionary<TKey, TElement>>(
                    source, keySelector, (records, key) => records.ToFrozenDictionary(key, elementSelector, comparer), Operators.Materialise.Frozen, site)
                : source!.ToFrozenDictionary(keySelector!, elementSelector!, comparer);
    }
}

namespace Weft.Operators
{
    internal static partial class Materialise
    {
        // Of pairs with one key the first has given the key and the last the value: unless each key came once, any may have.
        internal static FrozenDictionary<TKey, TValue> FrozenPairs<TKey, TValue>(IEnumerable<KeyValuePair<TKey, TValue>> source, IEqualityComparer<TKey>? comparer, int site) where TKey : notnull
        {
            var spans = new SpansByRecord<TKey>();
            var handed = new Handed<KeyValuePair<TKey, TValue>>(source, site, read: (pair, span) => spans.Add(pair.Key, span));
            FrozenDictionary<TKey, TValue> made = handed.Records.ToFrozenDictionary(comparer);
            SpanColumn arrived = handed.Finish();
            SpanColumn? column = arrived.Count == made.Count && handed.ReadCollection() ? spans.ColumnOf(made.Keys, arrived.Step) : null;
            return Attached(made, source, column ?? AnyOf(arrived, made.Count), Frozen, site);
        }

        // Its keys and values stand in arrays of their own, which it gives to everybody who asks.
        internal static Attachment Frozen<TKey, TValue>(FrozenDictionary<TKey, TValue> dictionary, SpanColumn column) where TKey : notnull
        {
            var attachment = new FixedAttachment(column);
            if (ImmutableCollectionsMarshal.AsArray(dictionary.Keys) is { Length: > 0 } keys) Attachments.Set(keys, attachment);
            if (ImmutableCollectionsMarshal.AsArray(dictionary.Values) is { Length: > 0 } values) Attachments.Set(values, attachment);
            return attachment;
        }
    }
}
