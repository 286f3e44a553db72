using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Weft.Flows.Async;
using Weft.Flows.Collections;
using Weft.Flows.Grouping;
using Weft.Flows.Loops;
using Weft.Flows.Parallel;
using Weft.Queues;
using Weft.Queues.Prioritized;

namespace Weft.Flows;

/// <summary>Whether the running base library has the private members that Weft reads.</summary>
internal static class BaseLibrary
{
    /// <summary>What is missing, as the runtime says it; null when all is there.</summary>
    internal static string? FindMissing()
    {
        try
        {
            UseAll();
            return null;
        }
        catch (Exception e) when (e is MissingMemberException or TypeLoadException or BadImageFormatException or InvalidProgramException or InvalidCastException)
        {
            return e.Message;
        }
    }

    // Each accessor is bound at its first call.
    private static void UseAll()
    {
        var column = new RangeColumn(0, 0, 0);
        var list = new List<int>();
        _ = new ListAttachment<int>(list, column).IsUnchanged(list);
        List<int>.Enumerator enumerator = list.GetEnumerator();
        _ = ListEnumerator<int>.List(ref enumerator);
        _ = ListEnumerator<int>.Index(ref enumerator);
        var set = new HashSet<int>();
        _ = new SetAttachment<int>(set, column).IsUnchanged(set);
        DictionaryAttachment<int, int>.UseAccessors(new Dictionary<int, int>());
        Versions<int>.UseAccessors();
        _ = BlockedCollection<int>.Of(new BlockingCollection<int>());
        HeapInternals<int, int>.UseAccessors(new PriorityQueue<int, int>());
        _ = IdentityHash.OfKnown(list);
        ConfiguredCancelableAsyncEnumerable<int>.Enumerator configured = AsyncEnumerable.Empty<int>().ConfigureAwait(false).GetAsyncEnumerator();
        _ = ConfiguredEnumerator<int>.Inner(ref configured);
        ConfiguredCancelableAsyncEnumerable<int> sequence = AsyncEnumerable.Empty<int>().ConfigureAwait(false);
        _ = ConfiguredEnumerator<int>.Open(ref sequence, ConfiguredEnumerator<int>.Sequence(ref sequence));

        Lookup<int, int> lookup = LookupInternals<int, int>.Create(null);
        object group = LookupInternals<int, int>.GetGrouping(lookup, 0, create: true)!;
        LookupInternals<int, int>.Add(group, 0);
        _ = LookupInternals<int, int>.HashCode(group);
        LookupInternals<int, int>.Trim(group);

        ILookup<int, int> asyncLookup = AsyncLookupInternals<int, int>.Create(null);
        object asyncGroup = AsyncLookupInternals<int, int>.GetGrouping(asyncLookup, 0, create: true)!;
        AsyncLookupInternals<int, int>.Add(asyncGroup, 0);
        _ = AsyncLookupInternals<int, int>.Elements(asyncGroup).Length + AsyncLookupInternals<int, int>.Count(asyncGroup);
        AsyncLookupInternals<int, int>.Trim(asyncGroup);

        _ = Events.ValueTaskSource.Of(default(ValueTask));
        Lock.Scope scope = default;
        _ = Events.LockScope.LockOf(ref scope);
        _ = Events.ValueTaskSource.Of(default(ValueTask<int>));

        using var handler = new HttpClientHandler();
        _ = Carriers.Redirects.Inner(handler);

        ILookup<int, int> parallelLookup = ParallelLookupInternals<int, int>.Create(null);
        ParallelLookupInternals<int, int>.Add(parallelLookup, lookup.First());
    }
}
