namespace Weft.Catalog;

/// <summary>Every operator that Weft understands, all overloads of each. One row an operator, in the order of the reference page.</summary>
internal static class OperatorCatalog
{
    public static readonly IReadOnlyList<OperatorRow> Rows =
        FileOperators.Rows.Concat(EnumerableOperators.Rows).Concat(AsyncEnumerableOperators.Rows).Concat(ParallelEnumerableOperators.Rows)
            .Concat(SourceOperators.Rows).Concat(TextOperators.Rows).Concat(ListOperators.Rows).Concat(ArrayOperators.Rows).Concat(CollectionOperators.Rows).Concat(ImmutableOperators.Rows)
            .Concat(QueueOperators.Rows).Concat(ChannelOperators.Rows).Concat(DataflowOperators.Rows).Concat(ConcurrencyOperators.Rows).Concat(HttpOperators.Rows).ToArray();
}
