namespace Weft.Flows.Async;

/// <summary>How an asynchronous sequence enters a woven operator.</summary>
internal static class AsyncEntering
{
    /// <summary>The flow of <paramref name="source"/>, which is not null: itself if it is one, else one over it that starts at <paramref name="site"/>.</summary>
    /// <param name="source">The sequence.</param>
    /// <param name="site">The call's site.</param>
    /// <param name="argument">As for <see cref="Entering.AsFlow"/>.</param>
    internal static AsyncFlow<T> AsFlow<T>(this IAsyncEnumerable<T> source, int site, int argument = 0) => source switch
    {
        AsyncFlow<T> flow => flow,
        AsyncFlow flow => new CovariantAsyncFlow<T>(flow),
        _ => new AsyncSourceFlow<T>(source, site, argument),
    };

    /// <summary>Whether the original operator, called with <paramref name="source"/>, has nothing to do: it gave .NET's one empty sequence, or what it was given.</summary>
    internal static bool IsDone<T>(IAsyncEnumerable<T> result, object? source) => ReferenceEquals(result, source) || ReferenceEquals(result, AsyncEnumerable.Empty<T>());
}
