namespace Weft.Flows.Collections;

/// <summary>Which record a search of .NET's own found, told by the calls of its predicate.</summary>
internal sealed class FoundIndex<T>
{
    private int _calls;
    private int _found = -1;

    internal FoundIndex(Predicate<T> match) => Predicate = item =>
    {
        int call = _calls++;
        if (!match(item)) return false;
        _found = call;
        return true;
    };

    /// <summary>What the search has to ask of each record.</summary>
    internal Predicate<T> Predicate { get; }

    /// <summary>Records that the result at <paramref name="site"/> is the record found, if there was one.</summary>
    /// <param name="collection">What was searched.</param>
    /// <param name="count">The number of its records when the search started.</param>
    /// <param name="fromEnd">Whether it was searched from its end.</param>
    /// <param name="site">The call's site.</param>
    internal void Keep(object collection, int count, bool fromEnd, int site)
    {
        if (_found < 0)
        {
            OutputRow.Witness(0, 0, site);
            return;
        }
        int index = fromEnd ? count - 1 - _found : _found;
        if ((uint)index >= (uint)count)
        {
            OutputRow.Witness(Origin.Newcomer(site), 0, site); // added by the predicate itself
            return;
        }
        SpanReader spans = Origin.OpenPart(collection, count, index, 1, typeof(T), site);
        OutputRow.Witness(spans.At(index), spans.Step, site);
    }
}
