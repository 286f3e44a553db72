using Weft.Capture;

namespace Weft.Flows.Iterators;

/// <summary>The roots that an iterator yields: values that it makes itself, of a source for each site.</summary>
internal struct SiteRoots
{
    private (int Site, GrowingRoots Roots)[]? _sites;

    /// <summary>The span of the next root at a site.</summary>
    internal ulong Next(int site)
    {
        _sites ??= [];
        for (int i = 0; i < _sites.Length; i++)
        {
            if (_sites[i].Site == site) return _sites[i].Roots.Next();
        }
        Array.Resize(ref _sites, _sites.Length + 1);
        _sites[^1] = (site, new GrowingRoots(Sources.Value(site)));
        return _sites[^1].Roots.Next();
    }

    /// <summary>Says that no more come.</summary>
    internal void End()
    {
        for (int i = 0; i < _sites?.Length; i++) _sites[i].Roots.End();
    }
}
