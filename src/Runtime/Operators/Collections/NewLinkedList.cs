using Weft.Flows;
using Weft.Flows.Collections;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <c>new LinkedList&lt;T&gt;(collection)</c>: the list keeps the spans of its records.</summary>
    public static LinkedList<T> NewLinkedList<TLineage, T>(IEnumerable<T> collection, int site) where TLineage : struct, ILineage
        => TLineage.IsRecording && collection is not null && Origin.MayCarry(collection)
            ? Operators.Materialise.InOrder(collection, static records => new LinkedList<T>(records), static (made, column) => new VersionedAttachment<LinkedList<T>>(made, column, Versions<T>.Of), site)
            : new LinkedList<T>(collection!);
}
