using Weft.Flows;

namespace Weft
{
    public static partial class Woven
    {
        /// <summary>The woven form of <see cref="Enumerable.Take{TSource}(IEnumerable{TSource}, int)"/>: records pass with their spans.</summary>
        public static IEnumerable<TSource> Take<TLineage, TSource>(IEnumerable<TSource> source, int count, int site) where TLineage : struct, ILineage
        {
            if (!TLineage.IsRecording || source is null) return Enumerable.Take(source!, count);
            return count <= 0 || source is TSource[] { Length: 0 } ? [] : Operators.Taking.Start(source, count, site) ?? (IEnumerable<TSource>)[];
        }

        /// <summary>The woven form of <see cref="Enumerable.Take{TSource}(IEnumerable{TSource}, Range)"/>: records pass with their spans.</summary>
        public static IEnumerable<TSource> Take<TLineage, TSource>(IEnumerable<TSource> source, Range range, int site) where TLineage : struct, ILineage
        {
            if (!TLineage.IsRecording || source is null) return Enumerable.Take(source!, range);
            if (source is TSource[] { Length: 0 }) return [];
            Index start = range.Start;
            Index end = range.End;
            if (start.IsFromEnd ? start.Value == 0 || (end.IsFromEnd && end.Value >= start.Value) : !end.IsFromEnd && start.Value >= end.Value) return [];
            if (start.IsFromEnd || end.IsFromEnd) return new Operators.TakeFromEndFlow<TSource>(source.AsFlow(site), start, end, site);
            return Operators.Taking.Part(source, start.Value, end.Value, site) ?? (IEnumerable<TSource>)[];
        }
    }
}

namespace Weft.Operators
{
    /// <summary>How the first records of a sequence, or a part of them, are taken.</summary>
    internal static class Taking
    {
        /// <summary>The first <paramref name="count"/> records (1 or more), or null when there can be none.</summary>
        internal static Flow<T>? Start<T>(IEnumerable<T> source, int count, int site) => source switch
        {
            Flow<T> flow => flow.Take(count, site),
            T[] array => new ItemsPart<ArrayItems<T>, T>(new(array), 0, count - 1, site, new FusedSites(site)),
            List<T> list => new ItemsPart<ListItems<T>, T>(new(list), 0, count - 1, site, new FusedSites(site)),
            IList<T> list => new ItemsPart<IndexedItems<T>, T>(new(list), 0, count - 1, site, new FusedSites(site)),
            _ => new SkipTakeFlow<T>(source.AsFlow(site), 0, count - 1, new FusedSites(site)),
        };

        /// <summary>The records from <paramref name="start"/> to before <paramref name="end"/>, or null when there can be none.</summary>
        internal static Flow<T>? Part<T>(IEnumerable<T> source, int start, int end, int site)
        {
            if (end == 0 || Start(source, end, site) is not { } taken) return null;
            return start == 0 ? taken : taken.Skip(start, 0);
        }
    }
}
