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

        new OperatorRow(Arrays, "AsReadOnly", Pass, Collection, "The view has the records of its array as they are when it is read.", profile: OperatorProfile.Identity),

        // In place
        new OperatorRow(Arrays, "Sort", Pass, Reordered, "The record itself.", profile: OperatorProfile.Reordering),
        new OperatorRow(Arrays, "Reverse", Pass, Reordered, "The record itself.", wovenName: "ReverseArray", profile: OperatorProfile.Reordering),
        new OperatorRow(Arrays, "Resize", Pass, InPlace, "The record itself; what is new at the end is a root of the call.", profile: OperatorProfile.Changing),
        new OperatorRow(Arrays, "Clone", Pass, Sequence, "The record itself, by index.", profile: OperatorProfile.Collecting),
        new OperatorRow(Arrays, "Copy", Control, InPlace, "Noticed as a change of the array written to; one that nobody traced stays a source.", isRedirected: false, profile: OperatorProfile.Noticed),
        new OperatorRow(Arrays, "Fill", Control, InPlace, "Noticed as a change.", isRedirected: false, profile: OperatorProfile.Noticed),
        new OperatorRow(Arrays, "Clear", Control, InPlace, "Noticed as a change.", isRedirected: false, profile: OperatorProfile.Noticed),

        // Control: what only looks at records
        new OperatorRow(Arrays, "ForEach", Pass, InPlace, "What a lambda that is written in the call adds to a list, the record that it is called with.", isRedirected: false, profile: OperatorProfile.Changing),
        new OperatorRow(Arrays, "Exists", Control, Scalar, "Nothing.", isRedirected: false, profile: OperatorProfile.Looking),
        new OperatorRow(Arrays, "TrueForAll", Control, Scalar, "Nothing.", isRedirected: false, profile: OperatorProfile.Looking),
        new OperatorRow(Arrays, "IndexOf", Control, Scalar, "Nothing.", isRedirected: false, profile: OperatorProfile.Looking),
        new OperatorRow(Arrays, "LastIndexOf", Control, Scalar, "Nothing.", isRedirected: false, profile: OperatorProfile.Looking),
        new OperatorRow(Arrays, "FindIndex", Control, Scalar, "Nothing.", isRedirected: false, profile: OperatorProfile.Looking),
        new OperatorRow(Arrays, "FindLastIndex", Control, Scalar, "Nothing.", isRedirected: false, profile: OperatorProfile.Looking),
        new OperatorRow(Arrays, "BinarySearch", Control, Scalar, "Nothing.", isRedirected: false, profile: OperatorProfile.Looking),
    };
}
