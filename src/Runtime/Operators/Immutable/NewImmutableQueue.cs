using System.Collections.Immutable;
using Weft.Flows;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <c>ImmutableQueue.CreateRange(items)</c>: the record itself, in order.</summary>
    public static ImmutableQueue<T> NewImmutableQueue<TLineage, T>(IEnumerable<T> items, int site) where TLineage : struct, ILineage
        => TLineage.IsRecording && items is not null && Origin.MayCarry(items) ? Operators.Materialise.InOrder(items, static records => ImmutableQueue.CreateRange(records), Operators.Materialise.Fixed, site) : ImmutableQueue.CreateRange(items!);
}
