using Weft.Capture;
using Weft.Flows;
using Weft.Flows.Collections;

namespace Weft
{
    public static partial class Woven
    {
        /// <summary>The woven form of <see cref="List{T}.Reverse()"/>: records keep their spans.</summary>
        public static void Reverse<TLineage, T>(List<T> list, int site) where TLineage : struct, ILineage
        {
            if (TLineage.IsRecording && list is not null && TracedList<T>.TryFind(list, out TracedList<T> traced)) Operators.InPlace.Reverse(list, traced, 0, list.Count, site);
            else list!.Reverse();
        }

        /// <summary>The woven form of <see cref="List{T}.Reverse(int, int)"/>: records keep their spans.</summary>
        public static void Reverse<TLineage, T>(List<T> list, int index, int count, int site) where TLineage : struct, ILineage
        {
            if (TLineage.IsRecording && list is not null && TracedList<T>.TryFind(list, out TracedList<T> traced)) Operators.InPlace.Reverse(list, traced, index, count, site);
            else list!.Reverse(index, count);
        }
    }
}

namespace Weft.Operators
{
    /// <summary>The operators that work on a collection in place.</summary>
    internal static partial class InPlace
    {
        internal static void Reverse<T>(List<T> list, TracedList<T> traced, int index, int count, int site)
        {
            list.Reverse(index, count);
            ulong[] spans = traced.Column.ToSpans();
            spans.AsSpan(index, count).Reverse();
            SpanColumn column = new ReadOnlySpan<ulong>(spans).ToColumn(Steps.Intern(site, traced.Column.Step));
            traced.Becomes(column);
            Materialise.Keep(list, column, site);
        }
    }
}
