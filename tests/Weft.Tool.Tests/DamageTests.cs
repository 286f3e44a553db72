// Proves that a damaged recording is answered from as far as it goes: whatever is cut off or changed, no command fails by a fault of its own, errors name
// file and offset, what is whole is still read, and answers that miss something say so.
using Weft.Segments;
using Weft.Tool.Tests.Harness;

namespace Weft.Tool.Tests;

[Collection(SpecimenCollection.Name)]
public sealed class DamageTests(Specimen specimen)
{
    private static readonly string[][] _questions = [["ls"], ["ls", "--dot"], ["why", "report[1]"], ["why", "total", "--json"], ["impact", "customers.csv:2"], ["impact", "orders.csv", "--mermaid"]];

    [Fact]
    public void Commands_RecordingCutOffAnywhere_AnswerOrSayWhy()
    {
        string folder = specimen.CopyOf("shop data");
        string segment = SegmentOf(folder);
        byte[] whole = File.ReadAllBytes(segment);
        int answered = 0;
        for (int length = 0; length < whole.Length; length++)
        {
            File.WriteAllBytes(segment, whole[..length]);
            foreach (string[] question in _questions)
            {
                ProcessResult result = ToolRun.Run(folder, question);
                AssertSound(result, $"{string.Join(' ', question)} with {length} of {whole.Length} bytes");
                if (result.ExitCode <= ExitCode.NotExact) answered++;
                if (question is ["impact", ..]) Assert.NotEqual(ExitCode.Exact, result.ExitCode); // what is missing might follow from it
            }
        }
        Assert.True(answered > whole.Length / 10, "the recording is hardly ever read");
    }

    [Fact]
    public void Commands_AnyByteChanged_AnswerOrSayWhy()
    {
        string folder = specimen.CopyOf("shop data");
        string segment = SegmentOf(folder);
        byte[] whole = File.ReadAllBytes(segment);
        for (int at = 0; at < whole.Length; at++)
        {
            byte[] damaged = [.. whole];
            damaged[at] ^= 0x10;
            File.WriteAllBytes(segment, damaged);
            foreach (string[] question in _questions) AssertSound(ToolRun.Run(folder, question), $"{string.Join(' ', question)} with byte {at} changed");
        }
    }

    [Fact]
    public void Commands_DamagedBlock_NameFileAndOffsetAndReadTheRest()
    {
        string folder = specimen.CopyOf("shop data");
        string segment = SegmentOf(folder);
        int rows = OffsetOf(segment, BlockKind.Rows);
        byte[] bytes = File.ReadAllBytes(segment);
        bytes[rows + BlockFrame.Length + 3] ^= 1;
        File.WriteAllBytes(segment, bytes);

        ProcessResult why = ToolRun.Run(folder, "why", "report[1]");
        Assert.Equal(ExitCode.NotExact, why.ExitCode);
        Assert.Contains($"{segment}: offset {rows}", why.Out);
        ProcessResult list = ToolRun.Run(folder, "ls");
        Assert.Equal(ExitCode.NotExact, list.ExitCode);
        Assert.Contains($"not readable: {segment}: offset {rows}", list.Out);
        Assert.Contains("ToList Shop.cs:17", list.Out);
    }

    [Fact]
    public void Commands_ForeignFileBesideTheSegments_ReadTheRest()
    {
        string folder = specimen.CopyOf("shop data");
        string foreign = Path.Combine(Path.GetDirectoryName(SegmentOf(folder))!, "00000.seg");
        File.WriteAllText(foreign, "This is a letter to somebody, not a segment.");

        ProcessResult why = ToolRun.Run(folder, "why", "report[1]");
        Assert.Equal(ToolRun.Run(specimen.FolderOf("shop data"), "why", "report[1]").Out, why.Out);
        ProcessResult list = ToolRun.Run(folder, "ls");
        Assert.Equal(ExitCode.NotExact, list.ExitCode);
        Assert.Contains($"not readable: {foreign}: expected the magic bytes", list.Out);
    }

    [Fact]
    public void Commands_OnlyAForeignFile_SayWhatWasExpected()
    {
        string folder = specimen.CopyOf("shop data");
        string segment = SegmentOf(folder);
        File.WriteAllText(segment, "This is a letter to somebody, not a segment.");

        foreach (string[] question in _questions.Where(question => question is not ["ls"]))
        {
            ProcessResult result = ToolRun.Run(folder, question);
            Assert.Equal(ExitCode.Unreadable, result.ExitCode);
            Assert.StartsWith($"weft: {segment}: expected the magic bytes", result.Error, StringComparison.Ordinal);
            Assert.Equal("", result.Out);
        }
        ProcessResult list = ToolRun.Run(folder, "ls");
        Assert.Equal(ExitCode.NotExact, list.ExitCode);
        Assert.Contains("unreadable", list.Out);
        Assert.Contains($"cannot be read: {segment}: expected the magic bytes", list.Out);
    }

    [Fact]
    public void Commands_SegmentOfALaterVersion_SayThatANewerWeftReadsIt()
    {
        string folder = specimen.CopyOf("shop data");
        string segment = SegmentOf(folder);
        byte[] bytes = File.ReadAllBytes(segment);
        bytes[8] = 9;
        File.WriteAllBytes(segment, bytes);

        ProcessResult result = ToolRun.Run(folder, "why", "report[1]");

        Assert.Equal(ExitCode.Unreadable, result.ExitCode);
        Assert.Equal($"weft: {segment}: expected segment format version 3 or older at offset 8, found 9: read it with a newer version of Weft\n", result.Error);
    }

    [Fact]
    public void Ls_OneRunOfSeveralUnreadable_ListsTheOthers()
    {
        string folder = specimen.CopyOf("shop data");
        string broken = Directory.CreateDirectory(Path.Combine(folder, ".weft", "20990101-000000-000-Broken-0")).FullName;
        File.WriteAllText(Path.Combine(broken, "00001.seg"), "");

        ProcessResult list = ToolRun.Run(folder, "ls");
        Assert.Equal(ExitCode.NotExact, list.ExitCode);
        Assert.Contains("Broken-0 cannot be read: ", list.Out);
        Assert.Contains("Specimen-", list.Out);
        Assert.Equal(ExitCode.Exact, ToolRun.Run(folder, "ls", "--run", "Specimen").ExitCode);
        Assert.Equal(ExitCode.Unreadable, ToolRun.Run(folder, "why", "report[1]").ExitCode);
        Assert.Equal(ExitCode.Exact, ToolRun.Run(folder, "why", "report[1]", "--run", "Specimen").ExitCode);
    }

    private static void AssertSound(ProcessResult result, string what)
    {
        Assert.True(result.ExitCode is not ExitCode.Fault and not ExitCode.Usage, $"{what}: exit code {result.ExitCode}\n{result.Error}");
        Assert.True(result.ExitCode > ExitCode.NotExact ? result.Error.StartsWith("weft: ", StringComparison.Ordinal) : result.Error.Length == 0, $"{what}: {result.Error}");
        Assert.DoesNotContain("   at ", result.Error);
    }

    private static string SegmentOf(string folder) => Assert.Single(Directory.GetFiles(folder, "*.seg", SearchOption.AllDirectories));

    private static int OffsetOf(string segment, BlockKind kind)
    {
        ReadOnlySpan<byte> bytes = File.ReadAllBytes(segment);
        for (int at = SegmentHeader.Length; BlockFrame.TryRead(bytes[at..], out BlockFrame frame); at += BlockFrame.Length + frame.PayloadLength)
            if (frame.Kind == kind) return at;
        throw new InvalidOperationException($"{segment} has no block {kind}.");
    }
}
