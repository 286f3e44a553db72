namespace Weft.Flows.Async;

/// <summary>The spans of the records that satisfied a predicate.</summary>
internal sealed class AsyncMatches<T>
{
    private readonly ColumnBuilder _spans = ColumnBuilder.Rent();

    /// <summary>The spans, which came by a step; once, at the end.</summary>
    internal SpanColumn Finish(int step) => _spans.Finish(step);

    /// <summary>Notes a record if it matches.</summary>
    internal bool Note(bool isMatch, Chosen<T> record)
    {
        if (isMatch) _spans.Add(record.Span);
        return isMatch;
    }

    /// <inheritdoc cref="Note(bool, Chosen{T})"/>
    internal ValueTask<bool> Note(ValueTask<bool> isMatch, Chosen<T> record)
        => isMatch.IsCompletedSuccessfully ? new(Note(isMatch.Result, record)) : Await(isMatch, record);

    private async ValueTask<bool> Await(ValueTask<bool> isMatch, Chosen<T> record) => Note(await isMatch.ConfigureAwait(false), record);
}
