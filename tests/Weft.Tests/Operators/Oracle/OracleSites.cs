using Weft.Capture;
using Weft.Tests.Capture;

namespace Weft.Tests.Operators.Oracle;

/// <summary>Sites for random programs: each call has one of its own, by which its roots are told from others.</summary>
internal sealed class OracleSites
{
    private const int RowsInModule = 4096;

    private readonly Dictionary<int, int> _collectionBySite = []; // by number: the collection that entered there
    private int[] _handles = [];
    private int _next;

    /// <summary>The handle of the next call, which reads <paramref name="source"/>.</summary>
    internal int Next(Pipeline? source = null) => Next(source?.Collection ?? -1);

    /// <summary>The handle of the next call, which reads the collection with this id, or no collection when it is negative.</summary>
    internal int Next(int collection)
    {
        if (_next == _handles.Length)
        {
            // Each may be an output; that it is one, a call says by the handle's last bit.
            _handles = [.. TestSites.Register([.. Enumerable.Range(1, RowsInModule).Select(line => TestSites.Row("Op", line, output: "result"))]).Select(handle => handle & ~1)];
            _next = 0;
        }
        int handle = _handles[_next++];
        if (collection >= 0) _collectionBySite.Add(SiteRegistry.NumberOf(handle), collection);
        return handle;
    }

    /// <summary>The id of a collection's record, or -1 when the source of the root is none of the collections.</summary>
    internal long InputOf(SourceRow source, long index)
        => source.Kind == SourceKind.Untraced && _collectionBySite.TryGetValue(source.Site, out int collection) ? Input(collection, index) : -1;

    /// <summary>The id of a collection's record.</summary>
    internal static long Input(int collection, long index) => collection * 1_000_000L + index;
}
