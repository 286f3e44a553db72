using static Weft.Catalog.LineageRule;
using static Weft.Catalog.OperatorResult;

namespace Weft.Catalog;

/// <summary>What the methods of <c>Array</c> do with the records of arrays.</summary>
internal static class ArrayOperators
{
    private const string Arrays = "System.Array";

    public static readonly OperatorRow[] Rows =
    {
        // One record in, one record out
        new OperatorRow(Arrays, "FindAll", Pass, Collection, "The record itself, by index.", profile: OperatorProfile.Collecting),
        new OperatorRow(Arrays, "ConvertAll", Pass, Collection, "The image of one record has that record's span.", profile: OperatorProfile.Collecting),
        new OperatorRow(Arrays, "Find", Witness, Scalar, "The record chosen; a default has no lineage.", profile: OperatorProfile.Choosing),
        new OperatorRow(Arrays, "FindLast", Witness, Scalar, "The record chosen; a default has no lineage.", profile: OperatorProfile.Choosing),
    };
}
