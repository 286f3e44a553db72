using Weft.Flows;
using Weft.Flows.Collections;

namespace Weft
{
    public static partial class Woven
    {
        /// <summary>The woven form of <see cref="List{T}.InsertRange"/>: the list keeps the spans of its records, and those put in bring theirs.</summary>
        public static void InsertRange<TLineage, T>(List<T> list, int index, IEnumerable<T> collection, int site) where TLineage : struct, ILineage
        {
            if (!TLineage.IsRecording || list is null || collection is null || (uint)index > (uint)list.Count || (Attachments.Find(list) is null && !Origin.MayCarry(collection)))
                list!.InsertRange(index, collection!);
            else
                Operators.InPlace.InsertRange(list, index, collection, site);
        }
    }
}

namespace Weft.Operators
{
    internal static partial class InPlace
    {
        internal static void InsertRange<T>(List<T> list, int index, IEnumerable<T> collection, int site)
        {
            if (Attachments.Find(list) is null) ListAttachment<T>.Attach(list, Origin.ColumnOrRoots(list, list.Count, typeof(T), site));
            if (!TracedList<T>.TryFind(list, out TracedList<T> traced))
            {
                list.InsertRange(index, collection);
                return;
            }
            var handed = new Handed<T>(collection, site, argument: 1);
            list.InsertRange(index, handed.Records);
            SpanColumn added = handed.Arrived();
            SpanColumn before = traced.Column;
            if (list.Count != before.Count + added.Count) return; // changed by what runs in a lambda, too
            var ways = new Ways(before.Step);
            if (added.Count > 0) ways.Pass(site, added.Step);
            traced.Becomes(before.Insert(index, added, ways.Step));
        }
    }
}
