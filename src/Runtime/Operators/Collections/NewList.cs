using Weft.Flows;
using Weft.Flows.Collections;

namespace Weft
{
    public static partial class Woven
    {
        /// <summary>The woven form of <c>new List&lt;T&gt;(collection)</c>: the list keeps the spans of its records, by index.</summary>
        public static List<T> NewList<TLineage, T>(IEnumerable<T> collection, int site) where TLineage : struct, ILineage
            => TLineage.IsRecording && collection is not null && Origin.MayCarry(collection) ? Operators.Materialise.NewList(collection, site) : new List<T>(collection!);
    }
}

namespace Weft.Operators
{
    internal static partial class Materialise
    {
        internal static List<T> NewList<T>(IEnumerable<T> collection, int site)
        {
            var handed = new Handed<T>(collection, site);
            var list = new List<T>(handed.Records);
            SpanColumn column = handed.Finish();
            ListAttachment<T>.Attach(list, column);
            return Keep(list, column, site);
        }
    }
}
