using Weft.Flows;
using Weft.Queues;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <c>new Stack&lt;T&gt;(collection)</c>: the stack keeps the spans of its records, the last one first.</summary>
    public static Stack<T> NewStack<TLineage, T>(IEnumerable<T> collection, int site) where TLineage : struct, ILineage
        => TLineage.IsRecording && collection is not null && Origin.MayCarry(collection)
            ? Operators.Materialise.InReverse(collection, static records => new Stack<T>(records), HeldRecords<OnStack<T>, Stack<T>, T>.Made, site)
            : new Stack<T>(collection!);
}
