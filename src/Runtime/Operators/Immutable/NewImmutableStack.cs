using System.Collections.Immutable;
using Weft.Flows;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <c>ImmutableStack.CreateRange(items)</c>: the record itself, the last one first.</summary>
    public static ImmutableStack<T> NewImmutableStack<TLineage, T>(IEnumerable<T> items, int site) where TLineage : struct, ILineage
        => TLineage.IsRecording && items is not null && Origin.MayCarry(items) ? Operators.Materialise.InReverse(items, static records => ImmutableStack.CreateRange(records), Operators.Materialise.Fixed, site) : ImmutableStack.CreateRange(items!);
}
