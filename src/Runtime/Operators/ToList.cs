using Weft.Capture;
using Weft.Flows;

namespace Weft
{
    public static partial class Woven
    {
        /// <summary>The woven form of <see cref="Enumerable.ToList{TSource}"/>: the list keeps the spans of its records, by index.</summary>
        public static List<TSource> ToList<TLineage, TSource>(IEnumerable<TSource> source, int site) where TLineage : struct, ILineage
            => TLineage.IsRecording && source is not null ? Operators.Materialise.List(source, site) : Enumerable.ToList(source!);
    }
}

namespace Weft.Operators
{
    internal static partial class Materialise
    {
        internal static List<T> List<T>(IEnumerable<T> source, int site)
        {
            List<T> list;
            SpanColumn column;
            if (source is Flow or not ICollection<T>)
            {
                ColumnBuilder spans = ColumnBuilder.Rent();
                list = source.AsFlow(site).ToList(spans, out int step);
                column = spans.Finish(Steps.Intern(site, step));
            }
            else
            {
                list = Enumerable.ToList(source);
                column = Entered(source, list.Count, typeof(T), site);
            }
            ListAttachment<T>.Attach(list, column);
            return Keep(list, column, site);
        }
    }
}
