using Weft.Capture;
using Weft.Flows;

namespace Weft
{
    public static partial class Woven
    {
        /// <summary>The woven form of <see cref="List{T}.GetRange"/>: the new list keeps the spans of its records, by index.</summary>
        public static List<T> GetRange<TLineage, T>(List<T> list, int index, int count, int site) where TLineage : struct, ILineage
        {
            List<T> range = list.GetRange(index, count);
            return TLineage.IsRecording ? Operators.Materialise.Range(range, list, index, site) : range;
        }

        /// <summary>The woven form of <see cref="List{T}.Slice"/>: the new list keeps the spans of its records, by index.</summary>
        public static List<T> Slice<TLineage, T>(List<T> list, int start, int length, int site) where TLineage : struct, ILineage
        {
            List<T> range = list.Slice(start, length);
            return TLineage.IsRecording ? Operators.Materialise.Range(range, list, start, site) : range;
        }
    }
}

namespace Weft.Operators
{
    internal static partial class Materialise
    {
        internal static List<T> Range<T>(List<T> range, List<T> list, int start, int site)
        {
            SpanColumn column = PartOf(list, list.Count, start, range.Count, typeof(T), site);
            ListAttachment<T>.Attach(range, column);
            return Keep(range, column, site);
        }

        /// <summary>The column of what is made of a part of a collection at <paramref name="site"/>.</summary>
        internal static SpanColumn PartOf(object collection, int count, int start, int partCount, Type elementType, int site)
        {
            SpanReader spans = Origin.OpenPart(collection, count, start, partCount, elementType, site);
            int step = Steps.Intern(site, spans.Step);
            if (spans.TryGetRange(out ulong first)) return new RangeColumn(first + (uint)start, partCount, step);
            ColumnBuilder column = ColumnBuilder.Rent();
            for (int i = 0; i < partCount; i++) column.Add(spans.At(start + i));
            return column.Finish(step);
        }
    }
}
