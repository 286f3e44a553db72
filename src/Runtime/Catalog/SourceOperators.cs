using static Weft.Catalog.LineageRule;
using static Weft.Catalog.OperatorResult;

namespace Weft.Catalog;

/// <summary>What the base libraries make records of. Nothing is put in the place of these calls: what they give is a source by the call's name where the first woven operator reads it.</summary>
internal static class SourceOperators
{
    private const string Text = "System.String";
    private const string Patterns = "System.Text.RegularExpressions.Regex";
    private const string Folders = "System.IO.Directory";
    private const string FolderInfo = "System.IO.DirectoryInfo";
    private const string Json = "System.Text.Json.JsonSerializer";

    private const string Data = "System.Data.IDataReader";
    private const string DbData = "System.Data.Common.DbDataReader";
    private const string Texts = "System.IO.TextReader";
    private const string Console = "System.Console";

    public static readonly OperatorRow[] Rows =
    {
        Source(Text, "Split", Collection, "Each part is a root by its index, as text.Split[2]."),
        Source(Patterns, "Matches", Collection, "Each match is a root by its index, as Regex.Matches[2]."),
        Source(Patterns, "Split", Collection, "Each part is a root by its index, as Regex.Split[2]."),
        Source(Patterns, "EnumerateMatches", Sequence, "In a loop that adds to lists, each match is a root by its number, as Regex.EnumerateMatches[2]."),
        Source(Patterns, "EnumerateSplits", Sequence, "In a loop that adds to lists, each part is a root by its number, as Regex.EnumerateSplits[2]."),
        Source(Texts, "ReadLine", Scalar, "In a loop that adds to lists, each line is a root by its number, as reader.ReadLine[2]."),
        Source(Texts, "ReadLineAsync", Scalar, "In a loop that adds to lists, each line is a root by its number."),
        Source(Console, "ReadLine", Scalar, "In a loop that adds to lists, each line is a root by its number, as Console.ReadLine[2]."),
        Source(Data, "Read", Scalar, "In a loop that adds to lists, each row is a root by its number, as reader.Read[2]."),
        Source(DbData, "Read", Scalar, "In a loop that adds to lists, each row is a root by its number, as reader.Read[2]."),
        Source(DbData, "ReadAsync", Scalar, "In a loop that adds to lists, each row is a root by its number."),
        Source(Folders, "EnumerateFiles", Sequence, "Each path is a root by its index, as Directory.EnumerateFiles[2]."),
        Source(Folders, "EnumerateDirectories", Sequence, "Each path is a root by its index."),
        Source(Folders, "EnumerateFileSystemEntries", Sequence, "Each path is a root by its index."),
        Source(Folders, "GetFiles", Collection, "Each path is a root by its index."),
        Source(Folders, "GetDirectories", Collection, "Each path is a root by its index."),
        Source(Folders, "GetFileSystemEntries", Collection, "Each path is a root by its index."),
        Source(FolderInfo, "EnumerateFiles", Sequence, "Each file is a root by its index."),
        Source(FolderInfo, "EnumerateDirectories", Sequence, "Each folder is a root by its index."),
        Source(FolderInfo, "EnumerateFileSystemInfos", Sequence, "Each entry is a root by its index."),
        Source(FolderInfo, "GetFiles", Collection, "Each file is a root by its index."),
        Source(FolderInfo, "GetDirectories", Collection, "Each folder is a root by its index."),
        Source(Json, "Deserialize", Collection, "Each element of the array or collection is a root by its index, as JsonSerializer.Deserialize[2]."),
        Source(Json, "DeserializeAsyncEnumerable", Sequence, "Each element is a root by its index."),
    };

    private static OperatorRow Source(string type, string name, OperatorResult result, string summary)
        => new OperatorRow(type, name, Root, result, summary, isRedirected: false, profile: OperatorProfile.Source);
}
