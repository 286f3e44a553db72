using static Weft.Catalog.LineageRule;
using static Weft.Catalog.OperatorResult;

namespace Weft.Catalog;

/// <summary>Queues and stacks: what is put in is taken out with its span.</summary>
internal static class QueueOperators
{
    private const string Queues = "System.Collections.Generic.Queue`1";
    private const string Stacks = "System.Collections.Generic.Stack`1";

    private const string PutIn = "The record that the item is made of: that of the loop around the call, or one taken out; of none, it is a root of the call.";
    private const string TakenOut = "The record as it was put in, for what the method puts into collections and channels.";

    public static readonly OperatorRow[] Rows =
    {
        new OperatorRow(Queues, "Enqueue", Derive, InPlace, PutIn, profile: OperatorProfile.Holding, handOver: HandOver.Put),
        new OperatorRow(Queues, "Dequeue", Pass, InPlace, TakenOut, profile: OperatorProfile.Holding, handOver: HandOver.Take),
        new OperatorRow(Queues, "TryDequeue", Pass, InPlace, TakenOut, profile: OperatorProfile.Holding, handOver: HandOver.Take),
        new OperatorRow(Queues, "Peek", Pass, InPlace, TakenOut, isRedirected: false, profile: OperatorProfile.Holding, handOver: HandOver.Take),
        new OperatorRow(Queues, "TryPeek", Pass, InPlace, TakenOut, isRedirected: false, profile: OperatorProfile.Holding, handOver: HandOver.Take),
        new OperatorRow(Stacks, "Push", Derive, InPlace, PutIn, profile: OperatorProfile.Holding, handOver: HandOver.Put),
        new OperatorRow(Stacks, "Pop", Pass, InPlace, TakenOut, profile: OperatorProfile.Holding, handOver: HandOver.Take),
        new OperatorRow(Stacks, "TryPop", Pass, InPlace, TakenOut, profile: OperatorProfile.Holding, handOver: HandOver.Take),
        new OperatorRow(Stacks, "Peek", Pass, InPlace, TakenOut, isRedirected: false, profile: OperatorProfile.Holding, handOver: HandOver.Take),
        new OperatorRow(Stacks, "TryPeek", Pass, InPlace, TakenOut, isRedirected: false, profile: OperatorProfile.Holding, handOver: HandOver.Take),
    };
}
