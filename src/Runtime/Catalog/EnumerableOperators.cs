using static Weft.Catalog.LineageRule;
using static Weft.Catalog.OperatorResult;

namespace Weft.Catalog;

/// <summary>LINQ to objects.</summary>
internal static class EnumerableOperators
{
    private const string Linq = "System.Linq.Enumerable";

    public static readonly OperatorRow[] Rows =
    {
        // Sources
        new OperatorRow(Linq, "Range", Root, Sequence, "Each number is a root where the first woven operator reads it.", isRedirected: false, profile: OperatorProfile.Source),
        new OperatorRow(Linq, "Repeat", Root, Sequence, "Each repetition is a root where the first woven operator reads it.", isRedirected: false, profile: OperatorProfile.Source),
        new OperatorRow(Linq, "Sequence", Root, Sequence, "Each number is a root where the first woven operator reads it.", isRedirected: false, profile: OperatorProfile.Source),
        new OperatorRow(Linq, "InfiniteSequence", Root, Sequence, "Each number is a root where the first woven operator reads it.", isRedirected: false, profile: OperatorProfile.Source),
        new OperatorRow(Linq, "Empty", Root, Sequence, "There is no record.", isRedirected: false, profile: OperatorProfile.Source),

        // One record in, one record out
        new OperatorRow(Linq, "Where", Pass, Sequence, "The record itself.", profile: OperatorProfile.Streaming),
        new OperatorRow(Linq, "Select", Pass, Sequence, "The image of one record has that record's span.", profile: OperatorProfile.Streaming),
        new OperatorRow(Linq, "Index", Pass, Sequence, "The record with its index has that record's span.", profile: OperatorProfile.Streaming),
        new OperatorRow(Linq, "AsEnumerable", Pass, Sequence, "The flow itself.", isRedirected: false, profile: OperatorProfile.Identity),
        new OperatorRow(Linq, "Cast", Pass, Sequence, "The record itself.", profile: OperatorProfile.Streaming),
        new OperatorRow(Linq, "OfType", Pass, Sequence, "The record itself.", profile: OperatorProfile.Streaming),
        new OperatorRow(Linq, "Take", Pass, Sequence, "The record itself.", profile: OperatorProfile.Streaming),
        new OperatorRow(Linq, "TakeWhile", Pass, Sequence, "The record itself.", profile: OperatorProfile.Streaming),
        new OperatorRow(Linq, "TakeLast", Pass, Sequence, "The record itself.", profile: OperatorProfile.Delayed),
        new OperatorRow(Linq, "Skip", Pass, Sequence, "The record itself.", profile: OperatorProfile.Streaming),
        new OperatorRow(Linq, "SkipWhile", Pass, Sequence, "The record itself.", profile: OperatorProfile.Streaming),
        new OperatorRow(Linq, "SkipLast", Pass, Sequence, "The record itself.", profile: OperatorProfile.Delayed),
        new OperatorRow(Linq, "DefaultIfEmpty", Pass, Sequence, "The record itself; the default value is a root of the call.", profile: OperatorProfile.StreamingAdded),
        new OperatorRow(Linq, "Append", Pass, Sequence, "The record itself; the appended value is a root of the call.", profile: OperatorProfile.StreamingAdded),
        new OperatorRow(Linq, "Prepend", Pass, Sequence, "The record itself; the prepended value is a root of the call.", profile: OperatorProfile.StreamingAdded),
        new OperatorRow(Linq, "Concat", Pass, Sequence, "The record itself.", profile: OperatorProfile.Streaming),

        // Order
        new OperatorRow(Linq, "Order", Pass, Sequence, "The record itself.", profile: OperatorProfile.Sorting),
        new OperatorRow(Linq, "OrderDescending", Pass, Sequence, "The record itself.", profile: OperatorProfile.Sorting),
        new OperatorRow(Linq, "OrderBy", Pass, Sequence, "The record itself.", profile: OperatorProfile.Sorting),
        new OperatorRow(Linq, "OrderByDescending", Pass, Sequence, "The record itself.", profile: OperatorProfile.Sorting),
        new OperatorRow(Linq, "ThenBy", Pass, Sequence, "The record itself.", profile: OperatorProfile.Sorting),
        new OperatorRow(Linq, "ThenByDescending", Pass, Sequence, "The record itself.", profile: OperatorProfile.Sorting),
        new OperatorRow(Linq, "Reverse", Pass, Sequence, "The record itself.", profile: OperatorProfile.Turning),
        new OperatorRow(Linq, "Shuffle", Pass, Sequence, "The record itself.", profile: OperatorProfile.Shuffling),

        // Sets
        new OperatorRow(Linq, "Distinct", Pass, Sequence, "The first record of its value.", profile: OperatorProfile.Distinguishing),
        new OperatorRow(Linq, "DistinctBy", Pass, Sequence, "The first record of its key.", profile: OperatorProfile.Distinguishing),
        new OperatorRow(Linq, "Union", Pass, Sequence, "The first record of its value.", profile: OperatorProfile.Distinguishing),
        new OperatorRow(Linq, "UnionBy", Pass, Sequence, "The first record of its key.", profile: OperatorProfile.Distinguishing),

        new OperatorRow(Linq, "Except", Pass, Sequence, "The first record of its value; the second sequence is control.", profile: OperatorProfile.Excluding),
        new OperatorRow(Linq, "ExceptBy", Pass, Sequence, "The first record of its key; the second sequence is control.", profile: OperatorProfile.Excluding),
        new OperatorRow(Linq, "Intersect", Derive, Sequence, "The first record of its value in either sequence.", profile: OperatorProfile.Intersecting),
        new OperatorRow(Linq, "IntersectBy", Derive, Sequence, "The first record of its key, and that key's first record in the second sequence.", profile: OperatorProfile.Intersecting),

        // Several records in, one record out
        new OperatorRow(Linq, "SelectMany", Derive, Sequence, "The outer record and the inner record.", profile: OperatorProfile.Flattening),
        new OperatorRow(Linq, "Join", Derive, Sequence, "The outer record and the inner record.", profile: OperatorProfile.Joining),
        new OperatorRow(Linq, "LeftJoin", Derive, Sequence, "The outer record and the inner record, if there is one.", profile: OperatorProfile.Joining),
        new OperatorRow(Linq, "RightJoin", Derive, Sequence, "The inner record and the outer record, if there is one.", profile: OperatorProfile.JoiningRight),
        new OperatorRow(Linq, "GroupJoin", Derive, Sequence, "The outer record and every inner record of its key.", profile: OperatorProfile.JoiningGroups),
        new OperatorRow(Linq, "GroupBy", Derive, Sequence, "Every member of the group; members keep their spans.", profile: OperatorProfile.Grouping),
        new OperatorRow(Linq, "AggregateBy", Derive, Sequence, "Every record of the key.", profile: OperatorProfile.Folding),
        new OperatorRow(Linq, "CountBy", Derive, Sequence, "Every record of the key.", profile: OperatorProfile.Folding),
        new OperatorRow(Linq, "Zip", Derive, Sequence, "The records of the same position.", profile: OperatorProfile.Pairing),
        new OperatorRow(Linq, "Chunk", Derive, Sequence, "Every member of the chunk; members keep their spans.", profile: OperatorProfile.Chunking),

        // Scalars
        new OperatorRow(Linq, "Aggregate", Derive, Scalar, "Every record.", profile: OperatorProfile.Reducing),
        new OperatorRow(Linq, "Sum", Derive, Scalar, "Every record.", profile: OperatorProfile.Reducing),
        new OperatorRow(Linq, "Average", Derive, Scalar, "Every record.", profile: OperatorProfile.Reducing),
        new OperatorRow(Linq, "Count", Derive, Scalar, "Every record counted.", profile: OperatorProfile.Reducing),
        new OperatorRow(Linq, "LongCount", Derive, Scalar, "Every record counted.", profile: OperatorProfile.Reducing),
        new OperatorRow(Linq, "Min", Witness, Scalar, "The first record with the least value.", profile: OperatorProfile.Choosing),
        new OperatorRow(Linq, "Max", Witness, Scalar, "The first record with the greatest value.", profile: OperatorProfile.Choosing),
        new OperatorRow(Linq, "MinBy", Witness, Scalar, "The record chosen.", profile: OperatorProfile.Choosing),
        new OperatorRow(Linq, "MaxBy", Witness, Scalar, "The record chosen.", profile: OperatorProfile.Choosing),
        new OperatorRow(Linq, "First", Witness, Scalar, "The record chosen.", profile: OperatorProfile.Choosing),
        new OperatorRow(Linq, "FirstOrDefault", Witness, Scalar, "The record chosen; a default has no lineage.", profile: OperatorProfile.Choosing),
        new OperatorRow(Linq, "Last", Witness, Scalar, "The record chosen.", profile: OperatorProfile.Choosing),
        new OperatorRow(Linq, "LastOrDefault", Witness, Scalar, "The record chosen; a default has no lineage.", profile: OperatorProfile.Choosing),
        new OperatorRow(Linq, "Single", Witness, Scalar, "The record chosen.", profile: OperatorProfile.Choosing),
        new OperatorRow(Linq, "SingleOrDefault", Witness, Scalar, "The record chosen; a default has no lineage.", profile: OperatorProfile.Choosing),
        new OperatorRow(Linq, "ElementAt", Witness, Scalar, "The record chosen.", profile: OperatorProfile.Choosing),
        new OperatorRow(Linq, "ElementAtOrDefault", Witness, Scalar, "The record chosen; a default has no lineage.", profile: OperatorProfile.Choosing),

        // Control: what only looks at records
        new OperatorRow(Linq, "Any", Control, Scalar, "Nothing; the flow is read as far as LINQ reads it.", profile: OperatorProfile.Looking),
        new OperatorRow(Linq, "All", Control, Scalar, "Nothing; the flow is read as far as LINQ reads it.", isRedirected: false, profile: OperatorProfile.Looking),
        new OperatorRow(Linq, "Contains", Control, Scalar, "Nothing; the flow is read as far as LINQ reads it.", profile: OperatorProfile.Looking),
        new OperatorRow(Linq, "SequenceEqual", Control, Scalar, "Nothing; the flows are read as far as LINQ reads them.", isRedirected: false, profile: OperatorProfile.Looking),
        new OperatorRow(Linq, "TryGetNonEnumeratedCount", Control, Scalar, "Nothing; the flow is not read.", profile: OperatorProfile.Looking),

        // Collections
        new OperatorRow(Linq, "ToList", Pass, Collection, "The record itself, by index.", profile: OperatorProfile.Collecting),
        new OperatorRow(Linq, "ToArray", Pass, Collection, "The record itself, by index.", profile: OperatorProfile.Collecting),
        new OperatorRow(Linq, "ToDictionary", Pass, Collection, "The record itself, by position of insertion.", profile: OperatorProfile.Collecting),
        new OperatorRow(Linq, "ToHashSet", Pass, Collection, "The first record of its value, by position of insertion.", profile: OperatorProfile.Collecting),
        new OperatorRow(Linq, "ToLookup", Pass, Collection, "Every record of a key, by group and position.", profile: OperatorProfile.Grouping),
    };
}
