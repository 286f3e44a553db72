// Proves that an answer that there is none gives the reason that is so: the damage, or the limit on what is kept, not the program; and that notes beside an
// exact answer are in every form.
using System.Text.Json;
using Weft.Segments;
using Weft.Tool.Tests.Harness;

namespace Weft.Tool.Tests;

[Collection(SpecimenCollection.Name)]
public sealed class ReasonTests(Specimen specimen)
{
    [Fact]
    public void Why_SitesAreDamaged_NamesTheDamage()
    {
        string folder = specimen.CopyOf("shop data");
        string segment = Assert.Single(Directory.GetFiles(folder, "*.seg", SearchOption.AllDirectories));
        byte[] bytes = File.ReadAllBytes(segment);
        int sites = SegmentHeader.Length;
        while (BlockFrame.TryRead(bytes.AsSpan(sites), out BlockFrame frame) && frame.Kind != BlockKind.Sites) sites += BlockFrame.Length + frame.PayloadLength;
        bytes[sites + BlockFrame.Length + 40] ^= 1;
        File.WriteAllBytes(segment, bytes);
        string damage = $"the recording is damaged: {segment}: offset {sites}: the checksum of the Sites block";

        ProcessResult why = ToolRun.Run(folder, "why", "report[1]");
        Assert.Equal(ExitCode.NotFound, why.ExitCode);
        Assert.Contains(damage, why.Error);
        ProcessResult impact = ToolRun.Run(folder, "impact", "pieces[1]");
        Assert.Equal(ExitCode.NotFound, impact.ExitCode);
        Assert.Contains(damage, impact.Error);
    }

    [Fact]
    public void Commands_NoOutputsAreKept_NameTheLimit()
    {
        string folder = specimen.NewFolder("unkept");
        Specimen.Play("rounds", folder, expectedExit: 0, ("WEFT_OUTPUTS_PER_SITE", "0"));

        ProcessResult why = ToolRun.Run(folder, "why", "multiples[1]");
        Assert.Equal(ExitCode.NotFound, why.ExitCode);
        Assert.EndsWith("has no outputs: WEFT_OUTPUTS_PER_SITE was 0 when the program ran, so that none was kept.\n", why.Error, StringComparison.Ordinal);
        Assert.Contains("of 1 output no occurrence is kept (WEFT_OUTPUTS_PER_SITE sets how many are)", ToolRun.Run(folder, "ls").Out);
        ProcessResult impact = ToolRun.Run(folder, "impact", "numbers[1]");
        Assert.Equal(ExitCode.NotExact, impact.ExitCode);
        Assert.Contains("of 1 output no occurrence is in the recording", impact.Out);
    }

    [Fact]
    public void Why_RunWithoutEnd_IsNotedInEveryForm()
    {
        string folder = specimen.NewFolder("failed");
        Specimen.Play("failing", folder, expectedExit: null);
        string note = $"run {Path.GetFileName(Assert.Single(Directory.GetDirectories(Path.Combine(folder, ".weft"))))} ended by an unhandled exception";

        Assert.EndsWith($"exact: 1 input\n{note}\n", ToolRun.Run(folder, "why", "kept[0]").Out, StringComparison.Ordinal);
        using JsonDocument json = JsonDocument.Parse(ToolRun.Run(folder, "why", "kept[0]", "--json").Out);
        Assert.Equal(note, Assert.Single(json.RootElement.GetProperty("notes").EnumerateArray()).GetString());
        Assert.Equal("exact", json.RootElement.GetProperty("verdict").GetString());
    }
}
