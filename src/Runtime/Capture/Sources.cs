using System.Collections.Concurrent;

namespace Weft.Capture;

/// <summary>The interned sources of the process. Called once an enumeration, not once a record.</summary>
internal static class Sources
{
    private static readonly Lock _gate = new();
    private static readonly ConcurrentDictionary<Key, int> _ids = new();
    private static SourceRow[] _byId = new SourceRow[64];
    private static int _count;

    // Untraced sources by their site's number: a call in a loop asks for the same one again and again.
    private static readonly Recent?[] _recent = new Recent?[256];

    private sealed record Recent(int Site, Type ElementType, int Argument, int Id);

    private readonly record struct Key(SourceKind Kind, int Site, object? Detail, long Length, long Ticks);

    /// <summary>The number of sources so far; they have the ids 1 to this.</summary>
    internal static int Count => Volatile.Read(ref _count);

    /// <summary>The source with an id that this class gave.</summary>
    internal static SourceRow Get(int id) => Volatile.Read(ref _byId)[id - 1];

    /// <summary>A collection that nobody traced, entering at a site as the call's first sequence or another one.</summary>
    internal static int Untraced(int site, Type elementType, Type collectionType, int argument = 0)
    {
        int number = SiteRegistry.NumberOf(site);
        ref Recent? recent = ref _recent[number & (_recent.Length - 1)];
        if (Volatile.Read(ref recent) is { } known && known.Site == number && known.ElementType == elementType && known.Argument == argument) return known.Id;

        var key = new Key(SourceKind.Untraced, number, elementType, argument, 0);
        if (!_ids.TryGetValue(key, out int id)) id = Add(key, number, 0, elementType.ToString(), collectionType.ToString());
        Volatile.Write(ref recent, new Recent(number, elementType, argument, id));
        return id;
    }

    /// <summary>The lines of a file as it is now.</summary>
    internal static int File(int site, string path)
    {
        int number = SiteRegistry.NumberOf(site);
        var file = new FileInfo(path);
        bool exists = file.Exists;
        long length = exists ? file.Length : 0;
        DateTime modified = exists ? file.LastWriteTimeUtc : default;
        var key = new Key(SourceKind.File, number, file.FullName, length, modified.Ticks);
        return _ids.TryGetValue(key, out int id) ? id : Add(key, number, 0, "System.String", file.FullName);
    }

    /// <summary>Untraced sequences inside the records of a traced one.</summary>
    internal static int Inner(int site) => AtSite(SourceKind.Inner, site);

    /// <summary>A value that the call at the site adds by itself.</summary>
    internal static int Value(int site) => AtSite(SourceKind.Value, site);

    /// <summary>A collection whose spans can no longer be told because it was changed.</summary>
    internal static int Changed(int site) => AtSite(SourceKind.Changed, site);

    /// <summary>Records of earlier passes, or of other loops, that are in what the loop or iterator at the site gives.</summary>
    internal static int Kept(int site) => AtSite(SourceKind.Kept, site);

    /// <summary>Records that what runs at the site looked up in a collection with lineage of its own.</summary>
    internal static int LookedUp(int site) => AtSite(SourceKind.LookedUp, site);

    /// <summary>A sequence, entering at <paramref name="site"/>, that passed through code at <paramref name="cutSite"/> that Weft does not understand.</summary>
    internal static int Cut(int site, int cutSite)
    {
        int number = SiteRegistry.NumberOf(site);
        int cut = SiteRegistry.NumberOf(cutSite);
        var key = new Key(SourceKind.Cut, number, null, cut, 0);
        return _ids.TryGetValue(key, out int id) ? id : Add(key, number, cut, "", "");
    }

    private static int AtSite(SourceKind kind, int site)
    {
        int number = SiteRegistry.NumberOf(site);
        var key = new Key(kind, number, null, 0, 0);
        return _ids.TryGetValue(key, out int id) ? id : Add(key, number, 0, "", "");
    }

    private static int Add(Key key, int site, int cutSite, string type, string description)
    {
        lock (_gate)
        {
            if (_ids.TryGetValue(key, out int known)) return known;
            int id = _count + 1;
            if (_count == _byId.Length)
            {
                SourceRow[] larger = new SourceRow[_byId.Length * 2];
                _byId.CopyTo(larger, 0);
                Volatile.Write(ref _byId, larger);
            }
            bool isFile = key.Kind == SourceKind.File;
            int argument = key.Kind == SourceKind.Untraced ? (int)key.Length : 0;
            _byId[_count] = new SourceRow(id, key.Kind, site, cutSite, argument, type, description, isFile ? key.Length : 0, isFile ? new DateTime(key.Ticks, DateTimeKind.Utc) : default);
            Volatile.Write(ref _count, id);
            _ids[key] = id;
            return id;
        }
    }
}
