using System.Runtime.CompilerServices;
using Weft.Capture;

namespace Weft.Queues.Concurrent;

/// <summary>Of which concurrent collections the inside is known.</summary>
// Design: what woven code does with the private members is known of one version only: on another, or where no code can be made, lineage ends at such collections, and that is said once.
internal static class KnownCollections
{
    private const int KnownVersion = 10;

    private static int _complaints;

    /// <summary>Whether the members of this process's base library are those that are known, and can be reached.</summary>
    internal static bool IsKnown => RuntimeFeature.IsDynamicCodeSupported && Environment.Version.Major == KnownVersion;

    /// <summary>What <paramref name="find"/> makes; null where a member is missing.</summary>
    internal static TMembers? Find<TMembers>(Type collection, Func<TMembers> find) where TMembers : class
    {
        if (!IsKnown) return Missing<TMembers>(collection, $"base library {Environment.Version}");
        try
        {
            return find();
        }
        catch (MissingMemberException missing)
        {
            return Missing<TMembers>(collection, missing.Message);
        }
    }

    private static TMembers? Missing<TMembers>(Type collection, string what) where TMembers : class
    {
        if (Interlocked.Exchange(ref _complaints, 1) == 0) Complaints.Write($"The inside of {collection.Name} is not known here ({what}); what goes through concurrent collections carries no lineage.");
        return null;
    }
}
