using static Weft.Catalog.LineageRule;
using static Weft.Catalog.OperatorResult;

namespace Weft.Catalog;

/// <summary>Channels: what is written is read with its span.</summary>
internal static class ChannelOperators
{
    private const string Channels = "System.Threading.Channels.Channel";
    private const string Writer = "System.Threading.Channels.ChannelWriter`1";
    private const string Reader = "System.Threading.Channels.ChannelReader`1";

    public static readonly OperatorRow[] Rows =
    {
        new OperatorRow(Channels, "CreateBounded", Pass, InPlace, "A channel whose items keep their spans.", profile: OperatorProfile.Carrying),
        new OperatorRow(Channels, "CreateUnbounded", Pass, InPlace, "A channel whose items keep their spans.", profile: OperatorProfile.Carrying),
        new OperatorRow(Channels, "CreateUnboundedPrioritized", Pass, InPlace, "A channel whose items keep their spans.", profile: OperatorProfile.Carrying),
        new OperatorRow(Writer, "TryWrite", Derive, InPlace, "The record that the item is made of: that of the loop around the call, or one taken out; of none, it is a root of the call.", profile: OperatorProfile.Carrying, handOver: HandOver.Put),
        new OperatorRow(Writer, "WriteAsync", Derive, InPlace, "The record that the item is made of: that of the loop around the call, or one taken out; of none, it is a root of the call.", profile: OperatorProfile.Carrying, handOver: HandOver.Put),
        new OperatorRow(Reader, "TryRead", Pass, InPlace, "The record as it was written, for what the method puts into collections and channels.", isRedirected: false, profile: OperatorProfile.Carrying, handOver: HandOver.Take),
        new OperatorRow(Reader, "TryPeek", Pass, InPlace, "The record as it was written, for what the method puts into collections and channels.", isRedirected: false, profile: OperatorProfile.Carrying, handOver: HandOver.Take),
        new OperatorRow(Reader, "ReadAsync", Pass, InPlace, "The record as it was written, for what the method puts into collections and channels.", isRedirected: false, profile: OperatorProfile.Carrying, handOver: HandOver.Take),
        new OperatorRow(Reader, "ReadAllAsync", Pass, Sequence, "The record as it was written.", profile: OperatorProfile.Carrying),
    };
}
