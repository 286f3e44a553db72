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
        new OperatorRow(Writer, "TryWrite", Derive, InPlace, "In a loop over records, the record that the loop is at; elsewhere the item is a root of the call.", profile: OperatorProfile.Carrying),
        new OperatorRow(Writer, "WriteAsync", Derive, InPlace, "In a loop over records, the record that the loop is at; elsewhere the item is a root of the call.", profile: OperatorProfile.Carrying),
        new OperatorRow(Reader, "ReadAllAsync", Pass, Sequence, "The record as it was written.", profile: OperatorProfile.Carrying),
    };
}
