using System.Runtime.CompilerServices;
using Weft.Capture;

namespace Weft.Flows;

/// <summary>What lambdas, loops and iterators take from collections with lineage of their own, beside the records that they are at.</summary>
// Design: which record was looked up nobody knows, so that it is told of the site, once for each collection: answers look at the sites that a record passed. A lambda asks once a
// record, hence the entry of what was told last at a site. For the way back, one child follows (coarsely) from all records of the collection.
internal static class LookUps
{
    private const int Entries = 256;              // a power of two
    private const int MostCollections = 1 << 12;  // told apart; of more, nobody knows which records were looked up
    private const uint OfKept = uint.MaxValue;    // in place of a collection's hash code, which has fewer bits
    private const uint OfRecord = OfKept - 1;     // as above
    private static readonly ulong[] _last = new ulong[Entries];
    private static readonly HashSet<ulong> _told = [];

    /// <summary>Says that what runs at a site looks up in a collection.</summary>
    internal static void Tell(object collection, int site)
    {
        int hash = IdentityHash.OfKnown(collection);
        if (hash == 0 && collection is System.Collections.ICollection) return; // nothing is attached, and no group is one without a type
        ulong key = Key(site, (uint)hash);
        if (Volatile.Read(ref Last(site)) != key) TellAnew(collection, site, key);
    }

    /// <summary>Says that what runs at a site keeps records.</summary>
    internal static void TellKept(int site)
    {
        ulong key = Key(site, OfKept);
        if (Volatile.Read(ref Last(site)) == key) return;
        Sources.Kept(site);
        Volatile.Write(ref Last(site), key);
    }

    /// <summary>Says that what runs at a site calls a method that looks records up.</summary>
    internal static void TellRecord(int site)
    {
        ulong key = Key(site, OfRecord);
        if (Volatile.Read(ref Last(site)) == key) return;
        lock (_told)
        {
            if (_told.Add(key)) Recorder.RootRange(Sources.LookedUp(site), 0, 1); // a root without children: of any record
        }
        Volatile.Write(ref Last(site), key);
    }

    [MethodImpl(MethodImplOptions.NoInlining)] // off the path of a record
    private static void TellAnew(object collection, int site, ulong key)
    {
        Attachment? known = collection is Flow ? null : Origin.Find(collection);
        if (known is null && collection is not Flow) return;
        lock (_told)
        {
            if (_told.Contains(key))
            {
                Volatile.Write(ref Last(site), key);
                return;
            }
            if (_told.Count < MostCollections) _told.Add(key);
        }
        int source = Sources.LookedUp(site);
        bool isColumnKnown = known is not null and not CutAttachment && known.IsUnchanged(collection);
        if (!isColumnKnown) Recorder.RootRange(source, 0, 1); // a root without children: of any record
        else if (known!.Column is { Count: > 0 } column) ThreadBuffer.Current.DeriveCoarse(Steps.Intern(site, column.Step), column, 1);
        Volatile.Write(ref Last(site), key);
    }

    private static ulong Key(int site, uint collection) => (ulong)(uint)site << 32 | collection;

    private static ref ulong Last(int site) => ref _last[(site >> 1) & (Entries - 1)];
}
