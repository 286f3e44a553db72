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
            else Operators.InPlace.AddRange(list, collection, site);
        }
    }
}

namespace Weft.Operators
{
    internal static partial class InPlace
    {
        internal static void AddRange<T>(List<T> list, IEnumerable<T> collection, int site)
        {
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
                if (list.Count - count == added.Count && ListAttachment<T>.Version(list) - version == changes) spans.Added(list, added, site);
            }
        }
    }
}
