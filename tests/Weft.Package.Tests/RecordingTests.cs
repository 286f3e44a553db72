namespace Weft.Package.Tests;

/// <summary>Proves what a consumer's program does at run time in each mode: the same results always, a recording only where one was asked for.</summary>
public sealed class RecordingTests
{
    private const string AskingProgram = """
        using Weft;

        int[] numbers = [1, 2, 3];
        List<int> large = numbers.Where(number => number > 1).ToList();
        Console.WriteLine(string.Join(",", large));
        Console.WriteLine(Lineage.Of(large, 1).Why());
        """;

    [Fact]
    public void Run_Record_WritesARecording()
    {
        Consumer consumer = Consumer.WithPackage();
        consumer.Build();

        string recordings = Path.Combine(consumer.Folder, "recordings");
        Assert.StartsWith("20,30", consumer.Run(("WEFT_DIR", recordings)).Output, StringComparison.Ordinal);

        string run = Assert.Single(Directory.GetDirectories(recordings));
        Assert.NotEmpty(Directory.GetFiles(run));
    }

    [Fact]
    public void Run_RecordWithWeftZero_RecordsNothing()
    {
        Consumer consumer = Consumer.WithPackage();
        consumer.Build();

        string recordings = Path.Combine(consumer.Folder, "recordings");
        Assert.StartsWith("20,30", consumer.Run(("WEFT_DIR", recordings), ("WEFT", "0")).Output, StringComparison.Ordinal);

        Assert.False(Directory.Exists(recordings), "a recording was begun");
    }

    [Fact]
    public void Run_NoOp_RecordsNothing()
    {
        Consumer consumer = Consumer.WithPackage();
        consumer.Build("-p:WeftMode=NoOp");

        string recordings = Path.Combine(consumer.Folder, "recordings");
        Assert.StartsWith("20,30", consumer.Run(("WEFT_DIR", recordings)).Output, StringComparison.Ordinal);

        Assert.False(Directory.Exists(recordings), "a recording was begun");
    }

    [Fact]
    public void Why_InRecord_NamesTheSourceAndTheOperator()
    {
        Consumer consumer = Consumer.WithPackage(AskingProgram);
        consumer.Build();

        string output = consumer.Run(("WEFT_DIR", Path.Combine(consumer.Folder, "recordings"))).Output;

        Assert.StartsWith("2,3", output, StringComparison.Ordinal);
        Assert.Contains("large[1]", output, StringComparison.Ordinal);
        Assert.Contains("numbers[2]", output, StringComparison.Ordinal);
        Assert.Contains("Where Program.cs:4", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("NoOp")]
    [InlineData("Off")]
    public void Why_WhereNothingRecords_SaysSo(string mode)
    {
        Consumer consumer = Consumer.WithPackage(AskingProgram);
        consumer.Build("-p:WeftMode=" + mode);

        string output = consumer.Run().Output;

        Assert.StartsWith("2,3", output, StringComparison.Ordinal);
        Assert.Contains("not recorded", output, StringComparison.Ordinal);
    }
}
