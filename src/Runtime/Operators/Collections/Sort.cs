using System.Runtime.InteropServices;
using Weft.Capture;
using Weft.Flows;
using Weft.Flows.Collections;

namespace Weft
{
    public static partial class Woven
    {
        /// <summary>The woven form of <see cref="List{T}.Sort()"/>: records keep their spans.</summary>
        public static void Sort<TLineage, T>(List<T> list, int site) where TLineage : struct, ILineage
        {
            if (TLineage.IsRecording && list is not null && TracedList<T>.TryFind(list, out TracedList<T> traced)) Operators.InPlace.Sort(list, traced, 0, list.Count, null, site);
            else list!.Sort();
        }

        /// <summary>The woven form of <see cref="List{T}.Sort(IComparer{T})"/>: records keep their spans.</summary>
        public static void Sort<TLineage, T>(List<T> list, IComparer<T>? comparer, int site) where TLineage : struct, ILineage
        {
            if (TLineage.IsRecording && list is not null && TracedList<T>.TryFind(list, out TracedList<T> traced)) Operators.InPlace.Sort(list, traced, 0, list.Count, comparer, site);
            else list!.Sort(comparer);
        }

        /// <summary>The woven form of <see cref="List{T}.Sort(Comparison{T})"/>: records keep their spans.</summary>
        public static void Sort<TLineage, T>(List<T> list, Comparison<T> comparison, int site) where TLineage : struct, ILineage
        {
            if (TLineage.IsRecording && list is not null && comparison is not null && TracedList<T>.TryFind(list, out TracedList<T> traced))
                Operators.InPlace.Sort(list, traced, 0, list.Count, Comparer<T>.Create(comparison), site);
            else
                list!.Sort(comparison!);
        }

        /// <summary>The woven form of <see cref="List{T}.Sort(int, int, IComparer{T})"/>: records keep their spans.</summary>
        public static void Sort<TLineage, T>(List<T> list, int index, int count, IComparer<T>? comparer, int site) where TLineage : struct, ILineage
        {
            bool isRange = list is not null && index >= 0 && count >= 0 && count <= list.Count - index;
            if (TLineage.IsRecording && isRange && TracedList<T>.TryFind(list!, out TracedList<T> traced)) Operators.InPlace.Sort(list!, traced, index, count, comparer, site);
            else list!.Sort(index, count, comparer);
        }
    }
}

namespace Weft.Operators
{
    internal static partial class InPlace
    {
        // .NET sorts keys with their items as it sorts items alone: same comparisons, same moves. So the spans go along. A comparer that throws leaves both
        // as far as they are.
        internal static void Sort<T>(List<T> list, TracedList<T> traced, int index, int count, IComparer<T>? comparer, int site)
        {
            ulong[] spans = traced.Column.ToSpans();
            int version = ListAttachment<T>.Version(list);
            bool isSorted = false;
            try
            {
                MemoryExtensions.Sort(CollectionsMarshal.AsSpan(list).Slice(index, count), spans.AsSpan(index, count), comparer);
                isSorted = true;
            }
            finally
            {
                bool isSame = ListAttachment<T>.Version(list) == version; // what the comparer does to the list shows
                if (isSorted) ListAttachment<T>.CountChange(list);
                if (isSame)
                {
                    SpanColumn column = new ReadOnlySpan<ulong>(spans).ToColumn(Steps.Intern(site, traced.Column.Step));
                    traced.Becomes(column);
                    if (isSorted) Materialise.Keep(list, column, site);
                }
            }
        }
    }
}
