namespace Weft.Package.Tests;

/// <summary>Proves that the settings of the package are MSBuild properties that reach the weaver, and that a wrong one is refused by name.</summary>
public sealed class ModeTests
{
    [Fact]
    public void Build_WithoutSettings_WeavesForRecording()
    {
        Consumer consumer = Consumer.WithPackage();

        consumer.Build();

        Assert.Equal("Record", consumer.WovenMode());
        Assert.StartsWith("20,30", consumer.Run().Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Build_WithNoOp_WeavesForNoOp()
    {
        Consumer consumer = Consumer.WithPackage();

        consumer.Build("-p:WeftMode=NoOp");

        Assert.Equal("NoOp", consumer.WovenMode());
        Assert.StartsWith("20,30", consumer.Run().Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Build_WithAModeInAnotherSpelling_TakesTheModeMeant()
    {
        Consumer consumer = Consumer.WithPackage();

        consumer.Build("-p:WeftMode=noop");

        Assert.Equal("NoOp", consumer.WovenMode());
    }

    [Theory]
    [InlineData("WeftMode", "On", "WeftMode is 'On'. Allowed are Record (the default), NoOp and Off.")]
    [InlineData("WeftMode", "false", "WeftMode is 'false'. Allowed are Record (the default), NoOp and Off.")]
    [InlineData("WeftStrict", "yes", "WeftStrict is 'yes'. Allowed are true and false (the default).")]
    [InlineData("WeftTrace", "1", "WeftTrace is '1'. Allowed are true and false (the default).")]
    [InlineData("WeftOffReference", "No", "WeftOffReference is 'No'. Allowed are Auto (the default), Keep and Drop.")]
    public void Build_WithAnUnknownValue_FailsAndNamesTheAllowedOnes(string property, string value, string message)
    {
        Consumer consumer = Consumer.WithPackage();

        CommandResult build = consumer.BuildFails($"-p:{property}={value}");

        Assert.Contains($"{consumer.Project} : error WEFT001: {message}", build.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Build_WithSettings_HandsThemToTheWeaver()
    {
        Consumer consumer = Consumer.Create(Consumer.PlainProgram, Consumer.PackageReference, """
            <WeftTrace>True</WeftTrace>
            <WeftStrict>true</WeftStrict>
            <WeftExclude>A.B;"C" &lt;&amp;&gt;</WeftExclude>
            """);
        consumer.Write("Directory.Build.targets", """
            <Project>
              <Target Name="ShowWeaverConfiguration" AfterTargets="FodyTarget">
                <Message Importance="high" Text="$(WeaverConfiguration)" />
              </Target>
            </Project>
            """);

        CommandResult build = consumer.Build();

        Assert.Contains("""<Weavers><Weft Mode="Record" Strict="true" Trace="true" Exclude="A.B;&quot;C&quot; &lt;&amp;>" /></Weavers>""", build.Output, StringComparison.Ordinal);
        Assert.Equal("Record", consumer.WovenMode());
    }
}
