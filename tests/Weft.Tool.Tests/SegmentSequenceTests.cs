// Proves that no command takes a recording for whole of which a segment is missing, doubled or cut: ls, why and impact name the file, in text and as JSON,
// and end with the documented code.
using Weft.Segments;
using Weft.Tool.Tests.Harness;

namespace Weft.Tool.Tests;

[Collection(SpecimenCollection.Name)]
public sealed class SegmentSequenceTests(Specimen specimen)
{
    private const string Input = "Enumerable.Range@Segments.cs:8[3]";

    [Theory]
    [InlineData("first", "missing")]
    [InlineData("first", "doubled")]
    [InlineData("first", "cut")]
    [InlineData("first", "cut behind a block")]
    [InlineData("middle", "missing")]
    [InlineData("middle", "doubled")]
    [InlineData("middle", "cut")]
    [InlineData("middle", "cut behind a block")]
    [InlineData("last", "missing")]
    [InlineData("last", "doubled")]
    [InlineData("last", "cut")]
    [InlineData("last", "cut behind a block")]
    public void Commands_SegmentIsNotAsItWas_SayWhich(string which, string fault)
    {
        string folder = NewRun();
        string[] segments = [.. Directory.GetFiles(folder, "*.seg", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];
        Assert.True(segments.Length >= 4, $"{segments.Length} segments");
        AssertSound(folder);
        string segment = which switch { "first" => segments[0], "last" => segments[^1], _ => segments[segments.Length / 2] };
        string named = Break(segment, fault);
        string reason = which == "last" && fault != "doubled" ? fault == "missing" ? named : "ended abruptly" : named;

        ProcessResult list = ToolRun.Run(folder, "ls");
        Assert.Contains(reason, list.Out);
        Assert.Equal(reason == named ? ExitCode.NotExact : ExitCode.Exact, list.ExitCode);
        string json = ToolRun.Run(folder, "ls", "--json").Out;
        Assert.Contains(reason == named ? named : "\"state\": \"abrupt\"", json);

        foreach (string[] form in (string[][])[[], ["--json"]])
        {
            ProcessResult impact = ToolRun.Run(folder, ["impact", Input, .. form]);
            Assert.InRange(impact.ExitCode, ExitCode.NotExact, ExitCode.NotFound);
            Assert.Contains(reason, impact.Out + impact.Error);
            ProcessResult why = ToolRun.Run(folder, ["why", "total", .. form]);
            if (fault != "missing")
            {
                Assert.Equal(ExitCode.Exact, why.ExitCode); // nothing that it names is missing: the cut took the last block, which defines nothing
                continue;
            }
            Assert.InRange(why.ExitCode, ExitCode.NotExact, ExitCode.NotFound);
            Assert.Contains(reason, why.Out + why.Error);
            Assert.DoesNotContain("another process", why.Out + why.Error);
        }
    }

    private string NewRun()
    {
        string folder = specimen.NewFolder("segments");
        Specimen.Play("segments", folder, expectedExit: 0, ("WEFT_SEGMENT_BYTES", "64K"), ("WEFT_FLUSH_MS", "5"));
        return folder;
    }

    private static void AssertSound(string folder)
    {
        Assert.Equal(ExitCode.Exact, ToolRun.Run(folder, "ls").ExitCode);
        Assert.Equal(ExitCode.Exact, ToolRun.Run(folder, "why", "total").ExitCode);
        Assert.Equal(ExitCode.Exact, ToolRun.Run(folder, "impact", Input).ExitCode);
    }

    // The path that answers have to name.
    private static string Break(string segment, string fault)
    {
        switch (fault)
        {
            case "missing":
                File.Delete(segment);
                return segment;
            case "doubled":
                string copy = Path.Combine(Path.GetDirectoryName(segment)!, "00099.seg");
                File.Copy(segment, copy);
                return copy;
            default:
                // Within the last block, which says that another segment follows or that the recording ended, or before it.
                using (FileStream file = File.Open(segment, FileMode.Open)) file.SetLength(fault == "cut" ? file.Length - 1 : LastBlockOf(file));
                return segment;
        }
    }

    private static long LastBlockOf(FileStream file)
    {
        byte[] bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        int last = 0;
        for (int at = SegmentHeader.Length; at < bytes.Length && BlockFrame.TryRead(bytes.AsSpan(at), out BlockFrame frame); at += BlockFrame.Length + frame.PayloadLength) last = at;
        return last;
    }
}
