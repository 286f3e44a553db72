namespace Weft.Flows;

/// <summary>Selectors in a row, which one flow stands for as one of LINQ's iterators does.</summary>
internal static class Selectors
{
    /// <summary>The image of an image.</summary>
    internal static Func<T, TResult> Then<T, TImage, TResult>(this Func<T, TImage> first, Func<TImage, TResult> second) => record => second(first(record));
}
