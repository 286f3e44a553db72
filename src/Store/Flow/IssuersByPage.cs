using Weft.Segments;

namespace Weft.Store.Flow;

/// <summary>Which issuers have issued spans of a page: mostly one, rarely more than a few.</summary>
internal sealed class IssuersByPage : IDefinitionVisitor
{
    /// <summary>Spans of a page, as a power of two.</summary>
    internal const int Shift = 8;

    private readonly Dictionary<ulong, List<Issuer>> _pages = [];

    /// <summary>The issuers of a page.</summary>
    internal IReadOnlyList<Issuer> Of(ulong page) => _pages.TryGetValue(page, out List<Issuer>? issuers) ? issuers : [];

    public void TakeRoots(int operation, bool isInner, ulong firstSpan, ulong firstIndex, ulong count) =>
        Add(new Issuer(isInner ? IssuerKind.Inner : IssuerKind.Source, operation), firstSpan, count);

    public void TakeChildren(int step, bool isCoarse, ulong firstChild, ulong count, List<ParentRun> parents) =>
        Add(new Issuer(IssuerKind.Derived, step), firstChild, count);

    public void TakeAliases(int step, ulong firstAlias, ReadOnlySpan<ulong> originals) =>
        Add(new Issuer(IssuerKind.Alias, step), firstAlias, (ulong)originals.Length);

    private void Add(Issuer issuer, ulong first, ulong count)
    {
        if (count == 0) return;
        for (ulong page = first >> Shift, last = (first + count - 1) >> Shift; page <= last; page++)
        {
            if (!_pages.TryGetValue(page, out List<Issuer>? issuers)) _pages.Add(page, issuers = new List<Issuer>(1));
            if (!issuers.Contains(issuer)) issuers.Add(issuer);
        }
    }
}
