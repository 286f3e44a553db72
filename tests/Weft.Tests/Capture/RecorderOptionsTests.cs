// Proves that the environment variables of docs/configuration.md are understood, and that what is not understood is told about in one line
// and has its default.
using System.Collections;
using Weft.Capture;

namespace Weft.Tests.Capture;

public class RecorderOptionsTests
{
    [Fact]
    public void FromEnvironment_Nothing_HasTheDefaults()
    {
        (RecorderOptions options, List<string> complaints) = Parse();
        Assert.Equal(new RecorderOptions(), options);
        Assert.Equal(".weft", options.Directory);
        Assert.Equal(64L << 20, options.SegmentBytes);
        Assert.Equal(256L << 20, options.BufferBytes);
        Assert.Equal(Backpressure.Block, options.Backpressure);
        Assert.Equal(1000, options.OutputsPerSite);
        Assert.Equal(TimeSpan.FromMilliseconds(50), options.FlushInterval);
        Assert.Equal(Witnesses.First, options.Witnesses);
        Assert.True(options.Events);
        Assert.Empty(complaints);
    }

    [Fact]
    public void FromEnvironment_AllSet_AreTaken()
    {
        (RecorderOptions options, List<string> complaints) = Parse(
            ("WEFT_DIR", "/data/weft"), ("WEFT_SEGMENT_BYTES", "1000000"), ("WEFT_BUFFER_BYTES", "2g"), ("WEFT_BACKPRESSURE", "Drop"),
            ("WEFT_OUTPUTS_PER_SITE", "0"), ("WEFT_FLUSH_MS", "250"), ("WEFT_WITNESSES", "all"), ("WEFT_EVENTS", "Off"), ("WEFT", "1"), ("PATH", "/bin"), ("WEFTIES", "3"));
        Assert.Equal(
            new RecorderOptions
            {
                Directory = "/data/weft",
                SegmentBytes = 1_000_000,
                BufferBytes = 2L << 30,
                Backpressure = Backpressure.Drop,
                OutputsPerSite = 0,
                FlushInterval = TimeSpan.FromMilliseconds(250),
                Witnesses = Witnesses.All,
                Events = false,
            },
            options);
        Assert.Empty(complaints);
    }

    [Theory]
    [InlineData("WEFT_SEGMENT_BYTES", "64K", 64L << 10)]
    [InlineData("WEFT_SEGMENT_BYTES", "1024g", 1L << 40)]
    [InlineData("WEFT_SEGMENT_BYTES", " 3M ", 3L << 20)]
    public void FromEnvironment_Suffix_IsUnderstood(string name, string text, long bytes)
    {
        (RecorderOptions options, List<string> complaints) = Parse((name, text));
        Assert.Equal(bytes, options.SegmentBytes);
        Assert.Empty(complaints);
    }

    [Theory]
    [InlineData("WEFT_SEGMENT_BYTES", "63K")]
    [InlineData("WEFT_SEGMENT_BYTES", "1025G")]
    [InlineData("WEFT_SEGMENT_BYTES", "-1")]
    [InlineData("WEFT_SEGMENT_BYTES", "99999999999999999999")]
    [InlineData("WEFT_SEGMENT_BYTES", "K")]
    [InlineData("WEFT_BUFFER_BYTES", "many")]
    [InlineData("WEFT_BUFFER_BYTES", "1000")]
    [InlineData("WEFT_BACKPRESSURE", "wait")]
    [InlineData("WEFT_OUTPUTS_PER_SITE", "1e3")]
    [InlineData("WEFT_WITNESSES", "1")]
    [InlineData("WEFT_EVENTS", "2")]
    [InlineData("WEFT_FLUSH_MS", "0")]
    [InlineData("WEFT_FLUSH_MS", "60001")]
    public void FromEnvironment_NotUnderstood_IsToldAndHasTheDefault(string name, string text)
    {
        (RecorderOptions options, List<string> complaints) = Parse((name, text));
        Assert.Equal(new RecorderOptions(), options);
        string complaint = Assert.Single(complaints);
        Assert.StartsWith($"{name}={text} is not understood: expected ", complaint);
        Assert.DoesNotContain('\n', complaint);
    }

    [Fact]
    public void FromEnvironment_UnknownName_IsTold()
    {
        (RecorderOptions options, List<string> complaints) = Parse(("WEFT_SEGMENT_SIZE", "3"));
        Assert.Equal(new RecorderOptions(), options);
        Assert.StartsWith("WEFT_SEGMENT_SIZE is not a variable that Weft knows", Assert.Single(complaints));
    }

    [Fact]
    public void FromEnvironment_Empty_IsAsUnset() => Assert.Empty(Parse(("WEFT_SEGMENT_BYTES", ""), ("WEFT_DIR", " ")).Complaints);

    [Fact]
    public void Variables_Documented_AreThoseOfTheTable()
    {
        IEnumerable<string> documented = File.ReadLines(Path.Combine(AppContext.BaseDirectory, "docs", "configuration.md"))
            .Where(line => line.StartsWith("| `WEFT_", StringComparison.Ordinal)).Select(line => line.Split('`')[1]);
        Assert.Equal(RecorderOptions.Variables.Order(), documented.Order());
        foreach (string name in RecorderOptions.Variables) Assert.DoesNotContain(Parse((name, "!")).Complaints, complaint => complaint.Contains("not a variable"));
    }

    private static (RecorderOptions Options, List<string> Complaints) Parse(params (string Name, string Text)[] variables)
    {
        var table = new Hashtable();
        foreach ((string name, string text) in variables) table.Add(name, text);
        var complaints = new List<string>();
        return (RecorderOptions.FromEnvironment(table, complaints.Add), complaints);
    }
}
