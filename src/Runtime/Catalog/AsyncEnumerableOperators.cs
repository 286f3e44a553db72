using static Weft.Catalog.LineageRule;
using static Weft.Catalog.OperatorResult;

namespace Weft.Catalog;

/// <summary>LINQ to asynchronous sequences.</summary>
internal static class AsyncEnumerableOperators
{
    private const string Linq = "System.Linq.AsyncEnumerable";

    public static readonly OperatorRow[] Rows =
    {
        // Sources
        new OperatorRow(Linq, "Empty", Root, Sequence, "There is no record.", isRedirected: false),
        new OperatorRow(Linq, "Range", Root, Sequence, "Each record is a root where the first woven operator reads it.", isRedirected: false),
        new OperatorRow(Linq, "Repeat", Root, Sequence, "Each record is a root where the first woven operator reads it.", isRedirected: false),
        new OperatorRow(Linq, "Sequence", Root, Sequence, "Each record is a root where the first woven operator reads it.", isRedirected: false),
        new OperatorRow(Linq, "InfiniteSequence", Root, Sequence, "Each record is a root where the first woven operator reads it.", isRedirected: false),
        new OperatorRow(Linq, "ToAsyncEnumerable", Pass, Sequence, "The record itself, from a collection or flow."),

        // One record in, one record out
        new OperatorRow(Linq, "Where", Pass, Sequence, "The record itself."),
        new OperatorRow(Linq, "Select", Pass, Sequence, "The image of one record has that record's span."),
        new OperatorRow(Linq, "Cast", Pass, Sequence, "The record itself."),
        new OperatorRow(Linq, "OfType", Pass, Sequence, "The record itself."),
        new OperatorRow(Linq, "Index", Pass, Sequence, "The image of one record has that record's span."),
        new OperatorRow(Linq, "Take", Pass, Sequence, "The record itself."),
        new OperatorRow(Linq, "TakeWhile", Pass, Sequence, "The record itself."),
        new OperatorRow(Linq, "TakeLast", Pass, Sequence, "The record itself."),
        new OperatorRow(Linq, "Skip", Pass, Sequence, "The record itself."),
        new OperatorRow(Linq, "SkipWhile", Pass, Sequence, "The record itself."),
        new OperatorRow(Linq, "SkipLast", Pass, Sequence, "The record itself."),
        new OperatorRow(Linq, "DefaultIfEmpty", Pass, Sequence, "The record itself; the default value is a root of the call."),
        new OperatorRow(Linq, "Append", Pass, Sequence, "The record itself; the appended value is a root of the call."),
        new OperatorRow(Linq, "Prepend", Pass, Sequence, "The record itself; the prepended value is a root of the call."),
        new OperatorRow(Linq, "Concat", Pass, Sequence, "The record itself."),

        // Order
        new OperatorRow(Linq, "Order", Pass, Sequence, "The record itself."),
        new OperatorRow(Linq, "OrderDescending", Pass, Sequence, "The record itself."),
        new OperatorRow(Linq, "OrderBy", Pass, Sequence, "The record itself."),
        new OperatorRow(Linq, "OrderByDescending", Pass, Sequence, "The record itself."),
        new OperatorRow(Linq, "ThenBy", Pass, Sequence, "The record itself."),
        new OperatorRow(Linq, "ThenByDescending", Pass, Sequence, "The record itself."),
        new OperatorRow(Linq, "Reverse", Pass, Sequence, "The record itself."),
        new OperatorRow(Linq, "Shuffle", Pass, Sequence, "The record itself."),

        // Sets
        new OperatorRow(Linq, "Distinct", Pass, Sequence, "The first record of its value."),
        new OperatorRow(Linq, "DistinctBy", Pass, Sequence, "The first record of its key."),
        new OperatorRow(Linq, "Union", Pass, Sequence, "The first record of its value."),
        new OperatorRow(Linq, "UnionBy", Pass, Sequence, "The first record of its key."),
        new OperatorRow(Linq, "Intersect", Derive, Sequence, "The first record of its value in either sequence."),
        new OperatorRow(Linq, "IntersectBy", Derive, Sequence, "The first record of its key, and that key's first record in the second sequence."),
        new OperatorRow(Linq, "Except", Pass, Sequence, "The first record of its value; the second sequence only decides."),
        new OperatorRow(Linq, "ExceptBy", Pass, Sequence, "The first record of its key; the second sequence only decides."),

        // Several records in, one record out
        new OperatorRow(Linq, "SelectMany", Derive, Sequence, "The outer record and the inner record."),
        new OperatorRow(Linq, "Join", Derive, Sequence, "The outer record and the inner record."),
        new OperatorRow(Linq, "LeftJoin", Derive, Sequence, "The outer record and the inner record, if there is one."),
        new OperatorRow(Linq, "RightJoin", Derive, Sequence, "The inner record and the outer record, if there is one."),
        new OperatorRow(Linq, "GroupJoin", Derive, Sequence, "The outer record and every inner record of its key."),
        new OperatorRow(Linq, "GroupBy", Derive, Sequence, "Every member of the group; members keep their spans."),
        new OperatorRow(Linq, "AggregateBy", Derive, Sequence, "Every record of the key."),
        new OperatorRow(Linq, "CountBy", Derive, Sequence, "Every record of the key."),
        new OperatorRow(Linq, "Zip", Derive, Sequence, "The records of the same position."),
        new OperatorRow(Linq, "Chunk", Derive, Sequence, "Every member of the chunk; members keep their spans."),

        // Scalars
        new OperatorRow(Linq, "AggregateAsync", Derive, Scalar, "Every record."),
        new OperatorRow(Linq, "SumAsync", Derive, Scalar, "Every record."),
        new OperatorRow(Linq, "AverageAsync", Derive, Scalar, "Every record."),
        new OperatorRow(Linq, "CountAsync", Derive, Scalar, "Every record counted."),
        new OperatorRow(Linq, "LongCountAsync", Derive, Scalar, "Every record counted."),
        new OperatorRow(Linq, "MinAsync", Witness, Scalar, "The first record with the least value."),
        new OperatorRow(Linq, "MaxAsync", Witness, Scalar, "The first record with the greatest value."),
        new OperatorRow(Linq, "MinByAsync", Witness, Scalar, "The record chosen."),
        new OperatorRow(Linq, "MaxByAsync", Witness, Scalar, "The record chosen."),
        new OperatorRow(Linq, "FirstAsync", Witness, Scalar, "The record chosen."),
        new OperatorRow(Linq, "FirstOrDefaultAsync", Witness, Scalar, "The record chosen; a default has no lineage."),
        new OperatorRow(Linq, "LastAsync", Witness, Scalar, "The record chosen."),
        new OperatorRow(Linq, "LastOrDefaultAsync", Witness, Scalar, "The record chosen; a default has no lineage."),
        new OperatorRow(Linq, "SingleAsync", Witness, Scalar, "The record chosen."),
        new OperatorRow(Linq, "SingleOrDefaultAsync", Witness, Scalar, "The record chosen; a default has no lineage."),
        new OperatorRow(Linq, "ElementAtAsync", Witness, Scalar, "The record chosen."),
        new OperatorRow(Linq, "ElementAtOrDefaultAsync", Witness, Scalar, "The record chosen; a default has no lineage."),
        new OperatorRow(Linq, "AnyAsync", Control, Scalar, "Nothing; the flow is read as far as .NET reads it.", isRedirected: false),
        new OperatorRow(Linq, "AllAsync", Control, Scalar, "Nothing; the flow is read as far as .NET reads it.", isRedirected: false),
        new OperatorRow(Linq, "ContainsAsync", Control, Scalar, "Nothing; the flow is read as far as .NET reads it.", isRedirected: false),
        new OperatorRow(Linq, "SequenceEqualAsync", Control, Scalar, "Nothing; the flows are read as far as .NET reads them.", isRedirected: false),

        // Collections
        new OperatorRow(Linq, "ToListAsync", Pass, Collection, "The record itself, by index."),
        new OperatorRow(Linq, "ToArrayAsync", Pass, Collection, "The record itself, by index."),
        new OperatorRow(Linq, "ToDictionaryAsync", Pass, Collection, "The record itself, by position of insertion."),
        new OperatorRow(Linq, "ToHashSetAsync", Pass, Collection, "The first record of its value, by position of insertion."),
        new OperatorRow(Linq, "ToLookupAsync", Pass, Collection, "Every record of a key, by group and position."),
    };
}
