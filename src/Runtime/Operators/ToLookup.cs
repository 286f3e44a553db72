using Weft.Flows;
using Weft.Flows.Grouping;

namespace Weft
{
    public static partial class Woven
    {
        /// <summary>The woven form of <c>Enumerable.ToLookup</c>: every member keeps its span; a group follows from its members.</summary>
        public static ILookup<TKey, TSource> ToLookup<TLineage, TSource, TKey>(
            IEnumerable<TSource> source, Func<TSource, TKey> keySelector, int site)
            where TLineage : struct, ILineage
        {
            if (!TLineage.IsRecording || source is null || keySelector is null || source is TSource[] { Length: 0 })
                return Enumerable.ToLookup(source!, keySelector!);
            return Operators.Materialise.Lookup(source.AsFlow(site), keySelector, Itself<TSource>.Selector, null, site);
        }

        /// <summary>The woven form of <c>Enumerable.ToLookup</c>: every member keeps its span; a group follows from its members.</summary>
        public static ILookup<TKey, TSource> ToLookup<TLineage, TSource, TKey>(
            IEnumerable<TSource> source, Func<TSource, TKey> keySelector, IEqualityComparer<TKey>? comparer, int site)
            where TLineage : struct, ILineage
        {
            if (!TLineage.IsRecording || source is null || keySelector is null || source is TSource[] { Length: 0 })
                return Enumerable.ToLookup(source!, keySelector!, comparer);
            return Operators.Materialise.Lookup(source.AsFlow(site), keySelector, Itself<TSource>.Selector, comparer, site);
        }

        /// <summary>The woven form of <c>Enumerable.ToLookup</c>: every member keeps its span; a group follows from its members.</summary>
        public static ILookup<TKey, TElement> ToLookup<TLineage, TSource, TKey, TElement>(
            IEnumerable<TSource> source, Func<TSource, TKey> keySelector, Func<TSource, TElement> elementSelector, int site)
            where TLineage : struct, ILineage
        {
            if (!TLineage.IsRecording || source is null || keySelector is null || elementSelector is null || source is TSource[] { Length: 0 })
                return Enumerable.ToLookup(source!, keySelector!, elementSelector!);
            return Operators.Materialise.Lookup(source.AsFlow(site), keySelector, elementSelector, null, site);
        }

        /// <summary>The woven form of <c>Enumerable.ToLookup</c>: every member keeps its span; a group follows from its members.</summary>
        public static ILookup<TKey, TElement> ToLookup<TLineage, TSource, TKey, TElement>(
            IEnumerable<TSource> source, Func<TSource, TKey> keySelector, Func<TSource, TElement> elementSelector, IEqualityComparer<TKey>? comparer, int site)
            where TLineage : struct, ILineage
        {
            if (!TLineage.IsRecording || source is null || keySelector is null || elementSelector is null || source is TSource[] { Length: 0 })
                return Enumerable.ToLookup(source!, keySelector!, elementSelector!, comparer);
            return Operators.Materialise.Lookup(source.AsFlow(site), keySelector, elementSelector, comparer, site);
        }
    }
}

namespace Weft.Operators
{
    internal static partial class Materialise
    {
        internal static ILookup<TKey, TElement> Lookup<TSource, TKey, TElement>(
            Flow<TSource> source, Func<TSource, TKey> keySelector, Func<TSource, TElement> elementSelector, IEqualityComparer<TKey>? comparer, int site)
        {
            SpannedLookup<TKey, TElement> lookup = SpannedLookup<TKey, TElement>.Create(source, keySelector, elementSelector, comparer, skipNullKeys: false, site, GroupRegistry.LeastGroups);
            lookup.Register();
            var groups = new LookupAttachment(lookup.Spans);
            Attachments.Set(lookup.Lookup, groups);
            return IsOutput(site) ? Keep(lookup.Lookup, groups.Column, site) : lookup.Lookup;
        }
    }
}
