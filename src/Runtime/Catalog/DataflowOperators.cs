using static Weft.Catalog.LineageRule;
using static Weft.Catalog.OperatorResult;

namespace Weft.Catalog;

/// <summary>The blocks of TPL Dataflow: a message's lineage goes through them, and what their delegates give follows from it.</summary>
internal static class DataflowOperators
{
    private const string Namespace = "System.Threading.Tasks.Dataflow.";
    private const string Extensions = Namespace + "DataflowBlock";

    private static readonly string[] _sources =
    {
        "ISourceBlock`1", "BufferBlock`1", "TransformBlock`2", "TransformManyBlock`2", "BatchBlock`1", "JoinBlock`2", "JoinBlock`3", "BatchedJoinBlock`2", "BatchedJoinBlock`3", "BroadcastBlock`1", "WriteOnceBlock`1",
    };

    public static readonly OperatorRow[] Rows = Blocks().Concat(Messages()).Concat(_sources.SelectMany(Members)).ToArray();

    private static IEnumerable<OperatorRow> Blocks()
    {
        yield return Block("BufferBlock`1", Pass, "The message itself.");
        yield return Block("ActionBlock`1", Pass, "While the delegate runs, the message is the current record: what it posts, sends or adds follows from it.");
        yield return Block("TransformBlock`2", Derive, "The message that the delegate was given. While it runs, that is the current record.");
        yield return Block("TransformManyBlock`2", Derive, "The message that the delegate was given, and the record in the sequence that it gave.");
        yield return Block("BatchBlock`1", Derive, "Every message of the batch; in the array the messages keep their spans.");
        yield return Block("JoinBlock`2", Derive, "The message of each target.");
        yield return Block("JoinBlock`3", Derive, "The message of each target.");
        yield return Block("BatchedJoinBlock`2", Derive, "Every message of the batch; in the lists the messages keep their spans.");
        yield return Block("BatchedJoinBlock`3", Derive, "Every message of the batch; in the lists the messages keep their spans.");
        yield return Block("BroadcastBlock`1", Pass, "The message itself, its clones too.");
        yield return Block("WriteOnceBlock`1", Pass, "The message itself, its clones too.");
        yield return new OperatorRow(Extensions, "Encapsulate", Pass, InPlace, "What the two blocks do.", profile: OperatorProfile.Messaging);
    }

    private static IEnumerable<OperatorRow> Messages()
    {
        const string Sent = "The record that the message is made of: that of the loop around the call, or one taken out; else the current record of a block's delegate; of none, it is a root of the call.";
        const string Taken = "The record as it came out of the block, for what the method puts into collections, channels and blocks.";
        yield return new OperatorRow(Extensions, "Post", Derive, InPlace, Sent, profile: OperatorProfile.Messaging, handOver: HandOver.Put);
        yield return new OperatorRow(Namespace + "ActionBlock`1", "Post", Derive, InPlace, Sent, profile: OperatorProfile.Messaging, handOver: HandOver.Put);
        yield return new OperatorRow(Extensions, "SendAsync", Derive, InPlace, Sent, profile: OperatorProfile.Messaging, handOver: HandOver.Put);
        yield return new OperatorRow(Extensions, "LinkTo", Pass, InPlace, "The message itself.", profile: OperatorProfile.Messaging);
        yield return new OperatorRow(Extensions, "TryReceive", Pass, InPlace, Taken, isRedirected: false, profile: OperatorProfile.Messaging, handOver: HandOver.Take);
        yield return new OperatorRow(Extensions, "Receive", Pass, InPlace, Taken, isRedirected: false, profile: OperatorProfile.Messaging, handOver: HandOver.Take);
        yield return new OperatorRow(Extensions, "ReceiveAsync", Pass, InPlace, Taken, isRedirected: false, profile: OperatorProfile.Messaging, handOver: HandOver.Take);
        yield return new OperatorRow(Extensions, "ReceiveAllAsync", Pass, Sequence, "The record as it came out of the block.", profile: OperatorProfile.Messaging);
        yield return new OperatorRow(Namespace + "IReceivableSourceBlock`1", "TryReceive", Pass, InPlace, Taken, isRedirected: false, profile: OperatorProfile.Messaging, handOver: HandOver.Take);
        yield return new OperatorRow(Namespace + "IReceivableSourceBlock`1", "TryReceiveAll", Pass, InPlace, "The records as they came out of the block.", profile: OperatorProfile.Messaging);
    }

    private static IEnumerable<OperatorRow> Members(string source)
    {
        yield return new OperatorRow(Namespace + source, "LinkTo", Pass, InPlace, "The message itself.", profile: OperatorProfile.Messaging);
        if (source == "ISourceBlock`1") yield break;
        yield return new OperatorRow(
            Namespace + source, "TryReceive", Pass, InPlace, "The record as it came out of the block, for what the method puts into collections, channels and blocks.",
            isRedirected: false, profile: OperatorProfile.Messaging, handOver: HandOver.Take);
        if (source is not ("BroadcastBlock`1" or "WriteOnceBlock`1"))
            yield return new OperatorRow(Namespace + source, "TryReceiveAll", Pass, InPlace, "The records as they came out of the block.", profile: OperatorProfile.Messaging);
    }

    private static OperatorRow Block(string type, LineageRule rule, string summary) =>
        new OperatorRow(Namespace + type, OperatorRow.Constructor, rule, InPlace, summary, wovenName: "New" + type.Substring(0, type.Length - 2), profile: OperatorProfile.Messaging);
}
