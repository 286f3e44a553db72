using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Weft.Flows.Parallel;

namespace Weft.Flows;

/// <summary>How a sequence enters a woven operator.</summary>
internal static class Entering
{
    /// <summary>In place of the number of an argument: the sequence stands inside a record of the call's first one.</summary>
    internal const int Inner = -1;

    /// <summary>The flow of <paramref name="source"/>, which is not null: itself if it is one, else one over it that starts at <paramref name="site"/>.</summary>
    /// <param name="source">The sequence.</param>
    /// <param name="site">The call's site.</param>
    /// <param name="argument">Which sequence of the call it is, 0-based, so that the roots of one are told from those of another; or <see cref="Inner"/>.</param>
    internal static Flow<T> AsFlow<T>(this IEnumerable<T> source, int site, int argument = 0) => source switch
    {
        Flow<T> flow => flow,
        Flow => new CovariantFlow<T>(source),
        T[] array => new ItemsSource<ArrayItems<T>, T>(new(array), site, argument),
        ImmutableArray<T> { IsDefault: false } array => new ItemsSource<ArrayItems<T>, T>(new(ImmutableCollectionsMarshal.AsArray(array)!), site, argument),
        List<T> list when list.GetType() == typeof(List<T>) => new ItemsSource<ListItems<T>, T>(new(list), site, argument),
        ParallelQuery query when ParallelFlows.Find(query) is { } flow => flow.Read() as Flow<T> ?? new CovariantFlow<T>((IEnumerable<T>)flow.Read()),
        _ => new SourceFlow<T>(source, site, argument),
    };
}
