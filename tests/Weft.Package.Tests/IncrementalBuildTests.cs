namespace Weft.Package.Tests;

/// <summary>Proves that a build without a clean always ends woven as the settings say, and that a build with nothing to do does nothing.</summary>
public sealed class IncrementalBuildTests
{
    [Fact]
    public void Build_OnOffOn_IsWovenUnwovenWoven()
    {
        Consumer consumer = Consumer.WithPackage();
        consumer.Build();
        CompilerOutput woven = consumer.CompilerOutput();
        Assert.Equal("Record", consumer.WovenMode());

        consumer.Build("-p:WeftMode=Off");
        Assert.Null(consumer.WovenMode());

        consumer.Build();
        Assert.Equal("Record", consumer.WovenMode());
        consumer.CompilerOutput().Is(woven);
    }

    [Fact]
    public void Build_OffOnOff_IsUnwovenWovenUnwoven()
    {
        Consumer consumer = Consumer.WithPackage();
        consumer.Build("-p:WeftMode=Off");
        CompilerOutput unwoven = consumer.CompilerOutput();
        Assert.Null(consumer.WovenMode());

        consumer.Build();
        Assert.Equal("Record", consumer.WovenMode());

        consumer.Build("-p:WeftMode=Off");
        consumer.CompilerOutput().Is(unwoven);
    }

    [Fact]
    public void Build_FromModeToMode_FollowsTheMode()
    {
        Consumer consumer = Consumer.WithPackage();
        foreach (string mode in new[] { "Record", "NoOp", "Record", "NoOp", "Off", "NoOp" })
        {
            consumer.Build("-p:WeftMode=" + mode);

            Assert.Equal(mode == "Off" ? null : mode, consumer.WovenMode());
        }
    }

    [Theory]
    [InlineData("Record")]
    [InlineData("NoOp")]
    [InlineData("Off")]
    public void Build_WithNothingToDo_NeitherCompilesNorWeaves(string mode)
    {
        Consumer consumer = Consumer.WithPackage();
        consumer.Build("-p:WeftMode=" + mode);
        DateTime[] before = TimeStamps(consumer);

        CommandResult build = consumer.Build("-p:WeftMode=" + mode, "-v:n");

        Assert.Equal(before, TimeStamps(consumer));
        Assert.DoesNotContain("Fody/Weft", build.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Build_WithAnotherWeaverDll_WeavesAgain()
    {
        Consumer consumer = Consumer.WithPackage();
        consumer.Build();
        string weaver = Path.Combine(consumer.Folder, "Weft.Fody.dll");
        File.Copy(Path.Combine(PackedProduct.Instance.Environment["NUGET_PACKAGES"], "weft", PackedProduct.Version, "weaver", "Weft.Fody.dll"), weaver);
        consumer.Build("-p:WeftWeaver=" + weaver);
        // Bytes behind the end of a dll change the file and nothing of what it does.
        File.AppendAllText(weaver, "another weaver");

        CommandResult build = consumer.Build("-p:WeftWeaver=" + weaver, "-v:n");

        Assert.Contains("Fody/Weft: Executing weaver", build.Output, StringComparison.Ordinal);
        Assert.Equal("Record", consumer.WovenMode());
    }

    [Theory]
    [InlineData("-p:WeftStrict=true")]
    [InlineData("-p:WeftTrace=true")]
    [InlineData("-p:WeftExclude=Nothing.Like.This")]
    public void Build_WithAnotherConfiguration_WeavesAgain(string setting)
    {
        Consumer consumer = Consumer.WithPackage();
        consumer.Build();

        CommandResult build = consumer.Build(setting, "-v:n");

        Assert.Contains("Fody/Weft: Executing weaver", build.Output, StringComparison.Ordinal);
        Assert.Equal("Record", consumer.WovenMode());
    }

    // The compiler had run and the weaver had not: only looking at the compiler's outputs, the build would seem up to date.
    [Fact]
    public void Build_AfterAFailedWeave_WeavesWithoutAChangeOfAnyInput()
    {
        Consumer consumer = Consumer.Create(Consumer.PlainProgram, Consumer.PackageReference + $"""<WeaverFiles Include="{PackedProduct.Saboteur}" />""");
        consumer.Write("FodyWeavers.xml", "<Weavers><Weft /><Saboteur /></Weavers>");
        CommandResult failure = consumer.Command(["build", "-m:1", "-nodeReuse:false", "-nologo"], ("SABOTEUR", "asked to fail")).Failed();
        Assert.Contains("asked to fail", failure.Output, StringComparison.Ordinal);

        consumer.Build();

        Assert.Equal("Record", consumer.WovenMode());
    }

    [Fact]
    public void Build_AfterAWeaverThatCouldNotBeLoadedIsReplaced_Weaves()
    {
        Consumer consumer = Consumer.WithPackage();
        string weaver = consumer.Write("Weft.Fody.dll", "not a dll");
        consumer.BuildFails("-p:WeftWeaver=" + weaver);
        File.Copy(Path.Combine(PackedProduct.Instance.Environment["NUGET_PACKAGES"], "weft", PackedProduct.Version, "weaver", "Weft.Fody.dll"), weaver, overwrite: true);

        consumer.Build("-p:WeftWeaver=" + weaver);

        Assert.Equal("Record", consumer.WovenMode());
    }

    [Fact]
    public void Build_AfterACompilationThatDidNotWeave_Weaves()
    {
        Consumer consumer = Consumer.WithPackage();
        consumer.Build("-t:ResolveReferences;BeforeCompile;CoreCompile");
        Assert.Null(WovenMark.Read(consumer.IntermediateAssembly));

        consumer.Build();

        Assert.Equal("Record", consumer.WovenMode());
    }

    [Fact]
    public void Build_AfterABuildWithFodyDisabled_Weaves()
    {
        Consumer consumer = Consumer.WithPackage();
        consumer.Build("-p:DisableFody=true");
        Assert.Null(consumer.WovenMode());

        consumer.Build();

        Assert.Equal("Record", consumer.WovenMode());
    }

    [Fact]
    public void Build_AfterThePackageIsAdded_Weaves()
    {
        Consumer consumer = Consumer.WithoutPackage();
        consumer.Build();

        consumer.WriteProject(Consumer.PackageReference);
        consumer.Build();

        Assert.Equal("Record", consumer.WovenMode());
    }

    [Fact]
    public void Build_AfterThePackageIsRemoved_IsByteIdenticalToTheBuildBefore()
    {
        Consumer consumer = Consumer.WithoutPackage();
        consumer.Build();
        CompilerOutput without = consumer.CompilerOutput();
        consumer.WriteProject(Consumer.PackageReference);
        consumer.Build();

        consumer.WriteProject("");
        consumer.Build();

        consumer.CompilerOutput().Is(without);
    }

    // A call into a library that is not woven ends a flow: what is woven here depends on what was woven there.
    [Fact]
    public void Build_AfterAReferencedProjectIsNoLongerWoven_WeavesAgain()
    {
        Consumer library = Consumer.Create("public static class Library { public static IEnumerable<int> Same(IEnumerable<int> all) => all.Select(one => one); }",
            Consumer.PackageReference, "<OutputType>Library</OutputType>", "Library");
        Consumer consumer = Consumer.Create("Console.WriteLine(Library.Same([1]).ToList().Count);", Consumer.PackageReference + $"""<ProjectReference Include="{library.Project}" />""");
        consumer.Build();
        CompilerOutput before = consumer.CompilerOutput();

        library.WriteProject(Consumer.PackageReference, "<OutputType>Library</OutputType><WeftMode>Off</WeftMode>");
        CommandResult build = consumer.Build("-v:n");

        Assert.Null(library.WovenMode());
        Assert.Equal("Record", consumer.WovenMode());
        Assert.False(consumer.CompilerOutput().Assembly.AsSpan().SequenceEqual(before.Assembly), "the flow does not end at the library:\n" + build.Output);
    }

    private static DateTime[] TimeStamps(Consumer consumer)
        => [File.GetLastWriteTimeUtc(consumer.IntermediateAssembly), File.GetLastWriteTimeUtc(consumer.IntermediateSymbols), File.GetLastWriteTimeUtc(consumer.OutputAssembly)];
}
