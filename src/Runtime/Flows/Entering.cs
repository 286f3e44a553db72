namespace Weft.Flows;

/// <summary>How a sequence enters a woven operator.</summary>
internal static class Entering
{
    /// <summary>The flow of <paramref name="source"/>, which is not null: itself if it is one, else one over it that starts at <paramref name="site"/>.</summary>
    internal static Flow<T> AsFlow<T>(this IEnumerable<T> source, int site) => source switch
    {
        Flow<T> flow => flow,
        Flow => new CovariantFlow<T>(source),
        T[] array => new ItemsSource<ArrayItems<T>, T>(new(array), site),
        List<T> list when list.GetType() == typeof(List<T>) => new ItemsSource<ListItems<T>, T>(new(list), site),
        _ => new SourceFlow<T>(source, site),
    };
}
