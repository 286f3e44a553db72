using static Weft.Catalog.LineageRule;
using static Weft.Catalog.OperatorResult;

namespace Weft.Catalog;

/// <summary>PLINQ.</summary>
internal static class ParallelEnumerableOperators
{
    private const string Linq = "System.Linq.ParallelEnumerable";

    private const string Query = "System.Linq.ParallelQuery`1";

    public static readonly OperatorRow[] Rows =
    {
        // Sources
        new OperatorRow(Linq, "AsParallel", Pass, Sequence, "The record itself; those of a partitioner are roots."),
        new OperatorRow(Linq, "Range", Root, Sequence, "Each number is a root.", "ParallelRange"),
        new OperatorRow(Linq, "Repeat", Root, Sequence, "Each repetition is a root.", "ParallelRepeat"),
        new OperatorRow(Linq, "Empty", Root, Sequence, "There is no record.", isRedirected: false),

        // How a query is run
        new OperatorRow(Linq, "AsOrdered", Pass, Sequence, "The record itself."),
        new OperatorRow(Linq, "AsUnordered", Pass, Sequence, "The record itself."),
        new OperatorRow(Linq, "WithDegreeOfParallelism", Pass, Sequence, "The record itself."),
        new OperatorRow(Linq, "WithCancellation", Pass, Sequence, "The record itself."),
        new OperatorRow(Linq, "WithExecutionMode", Pass, Sequence, "The record itself."),
        new OperatorRow(Linq, "WithMergeOptions", Pass, Sequence, "The record itself."),
        new OperatorRow(Linq, "AsSequential", Pass, Sequence, "The query itself, or the sequence that it was made from.", isRedirected: false),
        new OperatorRow(Linq, "AsEnumerable", Pass, Sequence, "The query itself, or the sequence that it was made from.", isRedirected: false),
        new OperatorRow(Query, "GetEnumerator", Pass, Sequence, "The record itself, for the loop that reads it."),

        // One record in, one record out
        new OperatorRow(Linq, "Where", Pass, Sequence, "The record itself."),
        new OperatorRow(Linq, "Select", Pass, Sequence, "The image of one record has that record's span."),
        new OperatorRow(Linq, "Cast", Pass, Sequence, "The record itself."),
        new OperatorRow(Linq, "OfType", Pass, Sequence, "The record itself."),
        new OperatorRow(Linq, "Take", Pass, Sequence, "The record itself."),
        new OperatorRow(Linq, "TakeWhile", Pass, Sequence, "The record itself."),
        new OperatorRow(Linq, "Skip", Pass, Sequence, "The record itself."),
        new OperatorRow(Linq, "SkipWhile", Pass, Sequence, "The record itself."),
        new OperatorRow(Linq, "DefaultIfEmpty", Pass, Sequence, "The record itself; the default value is a root of the call."),
        new OperatorRow(Linq, "Concat", Pass, Sequence, "The record itself."),

        // Order
        new OperatorRow(Linq, "OrderBy", Pass, Sequence, "The record itself."),
        new OperatorRow(Linq, "OrderByDescending", Pass, Sequence, "The record itself."),
        new OperatorRow(Linq, "ThenBy", Pass, Sequence, "The record itself."),
        new OperatorRow(Linq, "ThenByDescending", Pass, Sequence, "The record itself."),
        new OperatorRow(Linq, "Reverse", Pass, Sequence, "The record itself."),

        // Sets
        new OperatorRow(Linq, "Distinct", Pass, Sequence, "The record of its value that PLINQ keeps."),
        new OperatorRow(Linq, "Union", Pass, Sequence, "The record of its value that PLINQ keeps."),
        new OperatorRow(Linq, "Except", Pass, Sequence, "The record of its value that PLINQ keeps. The second query is control."),
        new OperatorRow(Linq, "Intersect", Derive, Sequence, "The record of its value that PLINQ keeps in either query."),

        // Several records in, one record out
        new OperatorRow(Linq, "SelectMany", Derive, Sequence, "The outer record and the inner record."),
        new OperatorRow(Linq, "Join", Derive, Sequence, "The outer record and the inner record."),
        new OperatorRow(Linq, "GroupJoin", Derive, Sequence, "The outer record and every inner record of its key."),
        new OperatorRow(Linq, "GroupBy", Derive, Sequence, "Every member of the group; members keep their spans."),
        new OperatorRow(Linq, "Zip", Derive, Sequence, "The records of the same position."),

        // Scalars
        new OperatorRow(Linq, "Aggregate", Derive, Scalar, "Every record."),
        new OperatorRow(Linq, "Sum", Derive, Scalar, "Every record."),
        new OperatorRow(Linq, "Average", Derive, Scalar, "Every record."),
        new OperatorRow(Linq, "Count", Derive, Scalar, "Every record counted."),
        new OperatorRow(Linq, "LongCount", Derive, Scalar, "Every record counted."),
        new OperatorRow(Linq, "Min", Witness, Scalar, "Of the records with the least value the one with the least span."),
        new OperatorRow(Linq, "Max", Witness, Scalar, "Of the records with the greatest value the one with the least span."),
        new OperatorRow(Linq, "First", Witness, Scalar, "The record chosen."),
        new OperatorRow(Linq, "FirstOrDefault", Witness, Scalar, "The record chosen; a default has no lineage."),
        new OperatorRow(Linq, "Last", Witness, Scalar, "The record chosen."),
        new OperatorRow(Linq, "LastOrDefault", Witness, Scalar, "The record chosen; a default has no lineage."),
        new OperatorRow(Linq, "Single", Witness, Scalar, "The record chosen."),
        new OperatorRow(Linq, "SingleOrDefault", Witness, Scalar, "The record chosen; a default has no lineage."),
        new OperatorRow(Linq, "ElementAt", Witness, Scalar, "The record chosen."),
        new OperatorRow(Linq, "ElementAtOrDefault", Witness, Scalar, "The record chosen; a default has no lineage."),

        // Control: what only looks at records
        new OperatorRow(Linq, "Any", Control, Scalar, "Nothing; the query is run as PLINQ runs it."),
        new OperatorRow(Linq, "All", Control, Scalar, "Nothing; the query is run as PLINQ runs it."),
        new OperatorRow(Linq, "Contains", Control, Scalar, "Nothing; the query is run as PLINQ runs it.", isRedirected: false),
        new OperatorRow(Linq, "SequenceEqual", Control, Scalar, "Nothing; the queries are run as PLINQ runs them.", isRedirected: false),
        new OperatorRow(Linq, "ForAll", Control, InPlace, "Nothing; what the action puts in follows from the record that it is handed."),

        // Collections
        new OperatorRow(Linq, "ToList", Pass, Collection, "The record itself, by index."),
        new OperatorRow(Linq, "ToArray", Pass, Collection, "The record itself, by index."),
        new OperatorRow(Linq, "ToDictionary", Pass, Collection, "The record itself, by position of insertion."),
        new OperatorRow(Linq, "ToLookup", Pass, Collection, "Every record of a key, by group and position."),
    };
}
