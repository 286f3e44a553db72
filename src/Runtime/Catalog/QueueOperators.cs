using static Weft.Catalog.LineageRule;
using static Weft.Catalog.OperatorResult;

namespace Weft.Catalog;

/// <summary>Queues, stacks, dictionaries and blocking collections, the concurrent and prioritized ones too: what is put in is taken out, or looked up, with its span.</summary>
internal static class QueueOperators
{
    private const string Queues = "System.Collections.Generic.Queue`1";
    private const string Stacks = "System.Collections.Generic.Stack`1";

    private const string Dictionaries = "System.Collections.Generic.Dictionary`2";

    private const string Blocking = "System.Collections.Concurrent.BlockingCollection`1";

    private const string ConcurrentQueues = "System.Collections.Concurrent.ConcurrentQueue`1";

    private const string ConcurrentStacks = "System.Collections.Concurrent.ConcurrentStack`1";

    private const string ConcurrentBags = "System.Collections.Concurrent.ConcurrentBag`1";

    private const string ConcurrentDictionaries = "System.Collections.Concurrent.ConcurrentDictionary`2";

    private const string PriorityQueues = "System.Collections.Generic.PriorityQueue`2";

    private const string PutIn = "The record that the item is made of: that of the loop around the call, or one taken out; of none, it is a root of the call.";
    private const string TakenOut = "The record as it was put in, for what the method puts into collections and channels.";

    private const string Staying = "The records that it holds, themselves.";

    private const string Looped = "The record itself, for the loop that reads it.";

    private const string OwnKeys = " Keys of the program's own types, and comparers, are not asked once more: then lineage ends here.";

    public static readonly OperatorRow[] Rows =
    {
        new OperatorRow(Queues, "Enqueue", Derive, InPlace, PutIn, profile: OperatorProfile.Holding, handOver: HandOver.Put),
        new OperatorRow(Queues, "Dequeue", Pass, InPlace, TakenOut, profile: OperatorProfile.Holding, handOver: HandOver.Take),
        new OperatorRow(Queues, "TryDequeue", Pass, InPlace, TakenOut, profile: OperatorProfile.Holding, handOver: HandOver.Take),
        new OperatorRow(Queues, "Peek", Pass, InPlace, TakenOut, isRedirected: false, profile: OperatorProfile.Holding, handOver: HandOver.Take),
        new OperatorRow(Queues, "TryPeek", Pass, InPlace, TakenOut, isRedirected: false, profile: OperatorProfile.Holding, handOver: HandOver.Take),
        new OperatorRow(Queues, "EnsureCapacity", Pass, InPlace, Staying, profile: OperatorProfile.Identity),
        new OperatorRow(Queues, "TrimExcess", Pass, InPlace, Staying, profile: OperatorProfile.Identity),
        new OperatorRow(Stacks, "Push", Derive, InPlace, PutIn, profile: OperatorProfile.Holding, handOver: HandOver.Put),
        new OperatorRow(Stacks, "Pop", Pass, InPlace, TakenOut, profile: OperatorProfile.Holding, handOver: HandOver.Take),
        new OperatorRow(Stacks, "TryPop", Pass, InPlace, TakenOut, profile: OperatorProfile.Holding, handOver: HandOver.Take),
        new OperatorRow(Stacks, "Peek", Pass, InPlace, TakenOut, isRedirected: false, profile: OperatorProfile.Holding, handOver: HandOver.Take),
        new OperatorRow(Stacks, "TryPeek", Pass, InPlace, TakenOut, isRedirected: false, profile: OperatorProfile.Holding, handOver: HandOver.Take),
        new OperatorRow(Stacks, "EnsureCapacity", Pass, InPlace, Staying, profile: OperatorProfile.Identity),
        new OperatorRow(Stacks, "TrimExcess", Pass, InPlace, Staying, profile: OperatorProfile.Identity),
        new OperatorRow(ConcurrentQueues, "Enqueue", Derive, InPlace, PutIn, profile: OperatorProfile.Holding, handOver: HandOver.Put),
        new OperatorRow(ConcurrentQueues, "TryDequeue", Pass, InPlace, TakenOut, profile: OperatorProfile.Holding, handOver: HandOver.Take),
        new OperatorRow(ConcurrentQueues, "TryPeek", Pass, InPlace, TakenOut, isRedirected: false, profile: OperatorProfile.Holding, handOver: HandOver.Take),
        new OperatorRow(ConcurrentQueues, "GetEnumerator", Pass, Sequence, Looped, profile: OperatorProfile.Holding),
        new OperatorRow(ConcurrentStacks, "Push", Derive, InPlace, PutIn, profile: OperatorProfile.Holding, handOver: HandOver.Put),
        new OperatorRow(ConcurrentStacks, "TryPop", Pass, InPlace, TakenOut, profile: OperatorProfile.Holding, handOver: HandOver.Take),
        new OperatorRow(ConcurrentStacks, "TryPeek", Pass, InPlace, TakenOut, isRedirected: false, profile: OperatorProfile.Holding, handOver: HandOver.Take),
        new OperatorRow(ConcurrentStacks, "GetEnumerator", Pass, Sequence, Looped, profile: OperatorProfile.Holding),
        new OperatorRow(ConcurrentBags, "GetEnumerator", Pass, Sequence, Looped, profile: OperatorProfile.Holding),
        new OperatorRow(ConcurrentDictionaries, "GetEnumerator", Pass, Sequence, Looped, profile: OperatorProfile.Holding),
        new OperatorRow(PriorityQueues, "Enqueue", Derive, InPlace, PutIn, profile: OperatorProfile.Holding, handOver: HandOver.Put),
        new OperatorRow(PriorityQueues, "EnqueueRange", Derive, InPlace, "The record itself; in a loop, the record that the loop is at as well.", profile: OperatorProfile.Holding, handOver: HandOver.Put),
        new OperatorRow(PriorityQueues, "Dequeue", Pass, InPlace, TakenOut, profile: OperatorProfile.Holding, handOver: HandOver.Take),
        new OperatorRow(PriorityQueues, "TryDequeue", Pass, InPlace, TakenOut, profile: OperatorProfile.Holding, handOver: HandOver.Take),
        new OperatorRow(PriorityQueues, "Peek", Pass, InPlace, TakenOut, isRedirected: false, profile: OperatorProfile.Holding, handOver: HandOver.Take),
        new OperatorRow(PriorityQueues, "TryPeek", Pass, InPlace, TakenOut, isRedirected: false, profile: OperatorProfile.Holding, handOver: HandOver.Take),
        new OperatorRow(PriorityQueues, "Remove", Pass, InPlace, TakenOut, profile: OperatorProfile.Holding, handOver: HandOver.Take),
        new OperatorRow(PriorityQueues, "EnsureCapacity", Pass, InPlace, Staying, profile: OperatorProfile.Identity),
        new OperatorRow(PriorityQueues, "TrimExcess", Pass, InPlace, Staying, profile: OperatorProfile.Identity),
        new OperatorRow(Dictionaries, "Add", Derive, InPlace, PutIn + OwnKeys, wovenName: "AddKeyed", profile: OperatorProfile.Holding, handOver: HandOver.Put),
        new OperatorRow(Dictionaries, "TryAdd", Derive, InPlace, PutIn + OwnKeys, wovenName: "TryAddKeyed", profile: OperatorProfile.Holding, handOver: HandOver.Put),
        new OperatorRow(Dictionaries, "set_Item", Derive, InPlace, PutIn + OwnKeys, wovenName: "SetKeyed", profile: OperatorProfile.Holding, title: "this[] set", handOver: HandOver.Put),
        new OperatorRow(Dictionaries, "get_Item", Pass, InPlace, TakenOut, wovenName: "GetKeyed", isRedirected: false, profile: OperatorProfile.Holding, title: "this[]", handOver: HandOver.Take),
        new OperatorRow(Dictionaries, "TryGetValue", Pass, InPlace, TakenOut, wovenName: "TryGetKeyed", isRedirected: false, profile: OperatorProfile.Holding, handOver: HandOver.Take),
        new OperatorRow(Dictionaries, "Remove", Pass, InPlace, "The records that stay, themselves; the one that is removed, as it was put in.", wovenName: "RemoveKeyed", profile: OperatorProfile.Holding, handOver: HandOver.Take),
        new OperatorRow(Blocking, OperatorRow.Constructor, Pass, InPlace, "A collection whose items keep their spans; one over a collection that is given to it, which is no concurrent queue or stack of .NET's, ends the flow.", wovenName: "NewBlockingCollection", profile: OperatorProfile.Holding),
        new OperatorRow(Blocking, "Add", Derive, InPlace, PutIn, wovenName: "AddBlocking", profile: OperatorProfile.Holding, handOver: HandOver.Put),
        new OperatorRow(Blocking, "TryAdd", Derive, InPlace, PutIn, wovenName: "TryAddBlocking", profile: OperatorProfile.Holding, handOver: HandOver.Put),
        new OperatorRow(Blocking, "Take", Pass, InPlace, TakenOut, wovenName: "TakeBlocking", isRedirected: false, profile: OperatorProfile.Holding, handOver: HandOver.Take),
        new OperatorRow(Blocking, "TryTake", Pass, InPlace, TakenOut, wovenName: "TryTakeBlocking", isRedirected: false, profile: OperatorProfile.Holding, handOver: HandOver.Take),
        new OperatorRow(Blocking, "GetConsumingEnumerable", Pass, Sequence, "The record as it was added.", profile: OperatorProfile.Holding),
        new OperatorRow(Blocking, "AddToAny", Derive, InPlace, PutIn, profile: OperatorProfile.Holding, handOver: HandOver.Put),
        new OperatorRow(Blocking, "TryAddToAny", Derive, InPlace, PutIn, profile: OperatorProfile.Holding, handOver: HandOver.Put),
        new OperatorRow(Blocking, "TakeFromAny", Pass, InPlace, TakenOut, isRedirected: false, profile: OperatorProfile.Holding, handOver: HandOver.Take),
        new OperatorRow(Blocking, "TryTakeFromAny", Pass, InPlace, TakenOut, isRedirected: false, profile: OperatorProfile.Holding, handOver: HandOver.Take),
    };
}
