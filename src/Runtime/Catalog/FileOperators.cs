using static Weft.Catalog.LineageRule;
using static Weft.Catalog.OperatorResult;

namespace Weft.Catalog;

/// <summary>The sources that read files.</summary>
internal static class FileOperators
{
    private const string Files = "System.IO.File";

    public static readonly OperatorRow[] Rows =
    {
        new OperatorRow(Files, "ReadLines", Root, Sequence, "Each line is a root: file and line.", profile: OperatorProfile.Reading),
        new OperatorRow(Files, "ReadAllLines", Root, Collection, "Each line is a root: file and line.", profile: OperatorProfile.Reading),
        new OperatorRow(Files, "ReadAllLinesAsync", Root, Collection, "Each line is a root: file and line.", profile: OperatorProfile.Reading),
        new OperatorRow(Files, "ReadLinesAsync", Root, Sequence, "Each line is a root: file and line.", profile: OperatorProfile.Reading),
    };
}
