namespace Weft.Flows;

/// <summary>The selector that gives its record; one delegate a type.</summary>
internal static class Itself<T>
{
    internal static readonly Func<T, T> Selector = static record => record;
}
