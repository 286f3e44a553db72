using Weft.Flows;
using Weft.Flows.Collections;
using Weft.Flows.Loops;

namespace Weft
{
    public static partial class Woven
    {
        /// <summary>The woven form of <see cref="List{T}.AddRange"/>: the list keeps the spans of its records, and those added bring theirs.</summary>
        public static void AddRange<TLineage, T>(List<T> list, IEnumerable<T> collection, int site) where TLineage : struct, ILineage
        {
            // Where nobody traced either, the list is a source like any other.
            if (!TLineage.IsRecording || list is null || collection is null || (Attachments.Find(list) is null && !Origin.MayCarry(collection))) list!.AddRange(collection!);
            else Operators.InPlace.AddRange(list, collection, default, site);
        }

        /// <summary>As <see cref="AddRange{TLineage, T}(List{T}, IEnumerable{T}, int)"/>, of a sequence that is made of a record: what is added follows from that, too.</summary>
        /// <param name="list">The list.</param>
        /// <param name="collection">What is added.</param>
        /// <param name="record">The record.</param>
        /// <param name="site">The call's site.</param>
        public static void AddRange<TLineage, T>(List<T> list, IEnumerable<T> collection, LoopRecord record, int site) where TLineage : struct, ILineage
        {
            if (!TLineage.IsRecording || record.Span == 0 || list is null || collection is null) AddRange<TLineage, T>(list!, collection!, site);
            else Operators.InPlace.AddRange(list, collection, record, site);
        }
    }
}

namespace Weft.Operators
{
    internal static partial class InPlace
    {
        internal static void AddRange<T>(List<T> list, IEnumerable<T> collection, LoopRecord record, int site)
        {
            bool areTraced = record.Span == 0 || (collection is not string && Origin.MayCarry(collection));
            GrowingListAttachment<T>? spans = LoopTargets.Of(list, site);
            if (spans is null)
            {
                list.AddRange(collection); // its lineage is cut, and stays so
                return;
            }
            var handed = new Handed<T>(collection, site);
            IEnumerable<T> records = handed.Records;
            bool isStreamed = handed.IsStreamed;
            int version = ListAttachment<T>.Version(list), count = list.Count;
            try
            {
                list.AddRange(records);
            }
            finally
            {
                // A flow is added one by one, and may break off; a collection is copied at once. Any other change, by what runs in a lambda, shows.
                SpanColumn added = handed.Arrived();
                int changes = isStreamed ? added.Count : Math.Min(added.Count, 1);
                if (list.Count - count == added.Count && ListAttachment<T>.Version(list) - version == changes) Add(spans, list, added, areTraced, record, site);
            }
        }

        // Of a sequence that nobody traced the items are images of the record; those of others follow from both, as the results of SelectMany do.
        private static void Add<T>(GrowingListAttachment<T> spans, List<T> list, SpanColumn added, bool areTraced, LoopRecord record, int site)
        {
            if (record.Span == 0)
            {
                spans.Added(list, added, site);
                return;
            }
            for (int i = 0; i < added.Count; i++) spans.Added(list, areTraced ? LoopRecord.Derive(new LoopRecord(added[i], added.Step), record, site) : record, site);
        }
    }
}
