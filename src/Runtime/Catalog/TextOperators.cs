using static Weft.Catalog.LineageRule;
using static Weft.Catalog.OperatorResult;

namespace Weft.Catalog;

/// <summary>What writes records out as one text.</summary>
internal static class TextOperators
{
    private const string Strings = "System.String";
    private const string Builders = "System.Text.StringBuilder";

    public static readonly OperatorRow[] Rows =
    {
        new OperatorRow(Strings, "Join", Derive, Text, "Every record.", wovenName: "JoinText", profile: OperatorProfile.Reducing, title: "string.Join"),
        new OperatorRow(Strings, "Concat", Derive, Text, "Every record of a sequence; texts that are put together one by one have no lineage.", wovenName: "ConcatText", profile: OperatorProfile.Reducing, title: "string.Concat"),
        new OperatorRow(Builders, "AppendJoin", Control, InPlace, "Nothing: a text that is still being built is not followed.", isRedirected: false, profile: OperatorProfile.Looking),
    };
}
