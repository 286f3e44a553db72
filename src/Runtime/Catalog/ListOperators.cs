using static Weft.Catalog.LineageRule;
using static Weft.Catalog.OperatorResult;

namespace Weft.Catalog;

/// <summary>What lists do with their own records.</summary>
internal static class ListOperators
{
    private const string List = "System.Collections.Generic.List`1";

    public static readonly OperatorRow[] Rows =
    {
        new OperatorRow(List, OperatorRow.Constructor, Pass, Collection, "The record itself, by index; of a plain collection that nobody traced the list is a source like it.", wovenName: "NewList", profile: OperatorProfile.Collecting),

        // One record in, one record out
        new OperatorRow(List, "ToArray", Pass, Collection, "The record itself, by index.", profile: OperatorProfile.Collecting),
        new OperatorRow(List, "GetRange", Pass, Collection, "The record itself, by index.", profile: OperatorProfile.Collecting),
        new OperatorRow(List, "Slice", Pass, Collection, "The record itself, by index.", profile: OperatorProfile.Collecting),
        new OperatorRow(List, "FindAll", Pass, Collection, "The record itself, by index.", profile: OperatorProfile.Collecting),
        new OperatorRow(List, "ConvertAll", Pass, Collection, "The image of one record has that record's span.", profile: OperatorProfile.Collecting),
        new OperatorRow(List, "Find", Witness, Scalar, "The record chosen; a default has no lineage.", profile: OperatorProfile.Choosing),
        new OperatorRow(List, "FindLast", Witness, Scalar, "The record chosen; a default has no lineage.", profile: OperatorProfile.Choosing),

        new OperatorRow(List, "AsReadOnly", Pass, Collection, "The view has the records of its list as they are when it is read.", profile: OperatorProfile.Identity),

        // In place
        new OperatorRow(List, "Add", Pass, InPlace, "The record that the item is made of: that of the loop around the call, or one taken out; elsewhere it is noticed as a change.", isRedirected: false, profile: OperatorProfile.Changing, handOver: HandOver.Put),
        new OperatorRow(List, "AddRange", Pass, InPlace, "The record itself, behind those of before; in a loop, the record that the loop is at as well.", profile: OperatorProfile.Changing, handOver: HandOver.Put),
        new OperatorRow(List, "InsertRange", Pass, InPlace, "The record itself, between those of before.", profile: OperatorProfile.Changing),
        new OperatorRow(List, "RemoveAll", Pass, InPlace, "The records that stay, themselves.", profile: OperatorProfile.Changing),
        new OperatorRow(List, "Sort", Pass, Reordered, "The record itself.", profile: OperatorProfile.Reordering),
        new OperatorRow(List, "Reverse", Pass, Reordered, "The record itself.", profile: OperatorProfile.Reordering),
        new OperatorRow(List, "Insert", Control, InPlace, "Noticed as a change: answers about the list say incomplete from then on.", isRedirected: false, profile: OperatorProfile.Noticed),
        new OperatorRow(List, "Remove", Pass, InPlace, "The records that stay, themselves.", profile: OperatorProfile.Changing),
        new OperatorRow(List, "RemoveAt", Control, InPlace, "Noticed as a change: answers about the list say incomplete from then on.", isRedirected: false, profile: OperatorProfile.Noticed),
        new OperatorRow(List, "RemoveRange", Pass, InPlace, "The records that stay, themselves.", profile: OperatorProfile.Changing),
        new OperatorRow(List, "Clear", Control, InPlace, "Noticed; an empty list has no lineage to lose.", isRedirected: false, profile: OperatorProfile.Noticed),

        // Control: what only looks at records
        new OperatorRow(List, "ForEach", Pass, InPlace, "What a lambda that is written in the call adds to a list, the record that it is called with.", isRedirected: false, profile: OperatorProfile.Changing),
        new OperatorRow(List, "Exists", Control, Scalar, "Nothing.", isRedirected: false, profile: OperatorProfile.Looking),
        new OperatorRow(List, "TrueForAll", Control, Scalar, "Nothing.", isRedirected: false, profile: OperatorProfile.Looking),
        new OperatorRow(List, "Contains", Control, Scalar, "Nothing.", isRedirected: false, profile: OperatorProfile.Looking),
        new OperatorRow(List, "IndexOf", Control, Scalar, "Nothing.", isRedirected: false, profile: OperatorProfile.Looking),
        new OperatorRow(List, "LastIndexOf", Control, Scalar, "Nothing.", isRedirected: false, profile: OperatorProfile.Looking),
        new OperatorRow(List, "FindIndex", Control, Scalar, "Nothing.", isRedirected: false, profile: OperatorProfile.Looking),
        new OperatorRow(List, "FindLastIndex", Control, Scalar, "Nothing.", isRedirected: false, profile: OperatorProfile.Looking),
        new OperatorRow(List, "BinarySearch", Control, Scalar, "Nothing.", isRedirected: false, profile: OperatorProfile.Looking),
    };
}
