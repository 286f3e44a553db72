using static Weft.Catalog.LineageRule;
using static Weft.Catalog.OperatorResult;

namespace Weft.Catalog;

/// <summary>What gives the memory of collections away.</summary>
internal static class CollectionOperators
{
    private const string Marshal = "System.Runtime.InteropServices.CollectionsMarshal";

    public static readonly OperatorRow[] Rows =
    {
        new OperatorRow(Marshal, "AsSpan", Control, InPlace, "The list keeps its records; what is written through the span is noticed as a change."),
    };
}
