using static Weft.Catalog.LineageRule;
using static Weft.Catalog.OperatorResult;

namespace Weft.Catalog;

/// <summary>What collections do with their own records.</summary>
internal static class CollectionOperators
{
    private const string Marshal = "System.Runtime.InteropServices.CollectionsMarshal";

    private const string List = "System.Collections.Generic.List`1";

    public static readonly OperatorRow[] Rows =
    {
        new OperatorRow(List, "AddRange", Control, InPlace, "The list's lineage ends here, where the records added may have any: its answers say incomplete."),
        new OperatorRow(List, "ToArray", Pass, Collection, "The record itself, by index."),
        new OperatorRow(Marshal, "AsSpan", Control, InPlace, "The list keeps its records; what is written through the span is noticed as a change."),
    };
}
