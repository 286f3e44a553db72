using Weft.Capture;
using Weft.Flows;

namespace Weft
{
    public static partial class Woven
    {
        /// <summary>The woven form of <see cref="Enumerable.ToHashSet{TSource}(IEnumerable{TSource})"/>: the first record of its value keeps its span.</summary>
        public static HashSet<TSource> ToHashSet<TLineage, TSource>(IEnumerable<TSource> source, int site) where TLineage : struct, ILineage
            => ToHashSet<TLineage, TSource>(source, null, site);

        /// <summary>The woven form of <see cref="Enumerable.ToHashSet{TSource}(IEnumerable{TSource}, IEqualityComparer{TSource})"/>: the first record of its value keeps its span.</summary>
        public static HashSet<TSource> ToHashSet<TLineage, TSource>(IEnumerable<TSource> source, IEqualityComparer<TSource>? comparer, int site)
            where TLineage : struct, ILineage
            => TLineage.IsRecording && source is not null ? Operators.Materialise.Set(source.AsFlow(site), comparer, site) : Enumerable.ToHashSet(source!, comparer);
    }
}

namespace Weft.Operators
{
    internal static partial class Materialise
    {
        // As .NET's own constructor, a set that takes a collection's size gives room back when there were many duplicates.
        private const int LeastRatioToTrim = 3;

        internal static HashSet<T> Set<T>(Flow<T> source, IEqualityComparer<T>? comparer, int site)
        {
            ColumnBuilder spans = ColumnBuilder.Rent();
            int step = 0;
            bool keepsAll = WitnessSetting.KeepsAll && !IsCopied(source, comparer);
            HashSet<T> set = keepsAll ? AllWitnesses(source, comparer, spans, site) : FirstWitnesses(source, comparer, spans, out step);
            SpanColumn column = spans.Finish(keepsAll ? 0 : Steps.Intern(site, step));
            if (set.Count > 0 && set.Capacity / set.Count > LeastRatioToTrim) set.TrimExcess();
            Attachments.Set(set, new SetAttachment<T>(set, column));
            return Keep(set, column, site);
        }

        /// <summary>The first record of each value, with their spans, made as .NET's constructor of a set does; <paramref name="step"/> is that by which the records came.</summary>
        internal static HashSet<T> FirstWitnesses<T>(Flow<T> source, IEqualityComparer<T>? comparer, ColumnBuilder spans, out int step)
        {
            if (IsCopied(source, comparer))
            {
                source.CountTraced(spans, cheaply: false, out step);
                return new HashSet<T>(source.Entering!, comparer);
            }
            var set = new HashSet<T>(Math.Max(source.CountForConstructor, 0), comparer);
            step = AddFirstWitnesses(source, set, spans);
            return set;
        }

        /// <summary>Whether what enters is a set with the same comparer, which .NET copies without a call of the comparer.</summary>
        internal static bool IsCopied<T>(Flow<T> source, IEqualityComparer<T>? comparer)
            => source.Entering is HashSet<T> other && other.Comparer.Equals(comparer ?? EqualityComparer<T>.Default);

        // The set itself does not tell which record a duplicate is one of, so that a second one is asked.
        private static HashSet<T> AllWitnesses<T>(Flow<T> source, IEqualityComparer<T>? comparer, ColumnBuilder spans, int site)
        {
            var set = new HashSet<T>(Math.Max(source.CountForConstructor, 0), comparer);
            var witnesses = new WitnessSet<T>(comparer);
            using Flow<T> records = source.Start();
            while (records.MoveNext())
            {
                set.Add(records.Value);
                if (witnesses.Add(records.Value, records.Span, out ulong span)) spans.Add(span);
            }
            witnesses.Complete(site, records.Step);
            return set;
        }

        /// <summary>Adds all records of a flow to a set, and the spans of those that were not in it; returns the step by which the records came.</summary>
        internal static int AddFirstWitnesses<T>(Flow<T> source, HashSet<T> set, ColumnBuilder spans)
        {
            using Flow<T> records = source.Start();
            while (records.MoveNext())
            {
                if (set.Add(records.Value)) spans.Add(records.Span);
            }
            return records.Step;
        }
    }
}
