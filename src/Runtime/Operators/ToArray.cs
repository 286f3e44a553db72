using Weft.Capture;
using Weft.Flows;

namespace Weft
{
    public static partial class Woven
    {
        /// <summary>The woven form of <see cref="Enumerable.ToArray{TSource}"/>: the array keeps the spans of its records, by index.</summary>
        public static TSource[] ToArray<TLineage, TSource>(IEnumerable<TSource> source, int site) where TLineage : struct, ILineage
            => TLineage.IsRecording && source is not null ? Operators.Materialise.Array(source, site) : Enumerable.ToArray(source!);

        /// <summary>The woven form of <see cref="List{T}.ToArray"/>: the array keeps the spans of its records, by index.</summary>
        public static T[] ToArray<TLineage, T>(List<T> list, int site) where TLineage : struct, ILineage
            => TLineage.IsRecording && list is not null ? Operators.Materialise.Array(list, site) : list!.ToArray();
    }
}

namespace Weft.Operators
{
    internal static partial class Materialise
    {
        internal static T[] Array<T>(IEnumerable<T> source, int site)
        {
            T[] array;
            SpanColumn column;
            if (source is Flow or not ICollection<T>)
            {
                ColumnBuilder spans = ColumnBuilder.Rent();
                array = source.AsFlow(site).ToArray(spans, out int step);
                column = spans.Finish(Steps.Intern(site, step));
            }
            else
            {
                array = Enumerable.ToArray(source);
                column = Entered(source, array.Length, typeof(T), site);
            }
            ArrayAttachment<T>.Attach(array, column);
            return Keep(array, column, site);
        }
    }
}
