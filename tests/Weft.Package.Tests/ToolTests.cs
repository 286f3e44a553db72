namespace Weft.Package.Tests;

/// <summary>Proves that the tool's package brings the command <c>weft</c>, and that it answers for a consumer's run.</summary>
public sealed class ToolTests
{
    [Fact]
    public void Why_OfAConsumersOutput_NamesTheSourceAndTheOperator()
    {
        Consumer consumer = Consumer.WithPackage();
        consumer.Build();
        consumer.Run();
        consumer.Command(["tool", "install", "Weft.Tool", "--tool-path", "tools", "--version", PackedProduct.Version]).Succeeded();

        CommandResult why = DotNet.Run(Path.Combine(consumer.Folder, "tools", "weft"), consumer.Folder, ["why", "large[1]"]);

        Assert.True(why.ExitCode == 0, why.Output);
        Assert.Contains("large[1]", why.Output, StringComparison.Ordinal);
        Assert.Contains("numbers[2]", why.Output, StringComparison.Ordinal);
        Assert.Contains("Program.cs:2", why.Output, StringComparison.Ordinal);
    }
}
