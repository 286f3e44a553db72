using Weft.Flows;
using Weft.Queues;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <c>new Queue&lt;T&gt;(collection)</c>: the queue keeps the spans of its records.</summary>
    public static Queue<T> NewQueue<TLineage, T>(IEnumerable<T> collection, int site) where TLineage : struct, ILineage
        => TLineage.IsRecording && collection is not null && Origin.MayCarry(collection)
            ? Operators.Materialise.InOrder(collection, static records => new Queue<T>(records), HeldRecords<InQueue<T>, Queue<T>, T>.Made, site)
            : new Queue<T>(collection!);
}
