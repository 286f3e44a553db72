namespace Weft.Package.Tests;

/// <summary>Proves that one reference is all a user writes, whoever the user is: a program, a library, a program of a library, a user of other weavers.</summary>
public sealed class InstallTests
{
    [Fact]
    public void AddPackage_ToAConsoleProgram_IsAllThatIsNeeded()
    {
        Consumer consumer = Consumer.WithoutPackage();

        consumer.Command(["add", "package", "Weft", "--source", PackedProduct.Instance.Feed]).Succeeded();
        consumer.Build();

        Assert.Equal("Record", consumer.WovenMode());
        Assert.StartsWith("20,30", consumer.Run().Output, StringComparison.Ordinal);
        Assert.Equal(["App.csproj", "Program.cs"], Directory.GetFiles(consumer.Folder).Select(Path.GetFileName).Order());
        Assert.Equal(["App.dll", "Weft.dll"], Directory.GetFiles(consumer.OutputFolder, "*.dll").Select(Path.GetFileName).Order());
    }

    [Fact]
    public void Library_WithThePackage_WorksInAProgramWithoutIt()
    {
        Consumer library = Consumer.Create("""
            public static class Library
            {
                public static List<int> Large(IEnumerable<int> numbers) => numbers.Where(number => number > 1).ToList();
            }
            """, Consumer.PackageReference, "<OutputType>Library</OutputType>", "Library");
        Consumer program = Consumer.Create("""Console.WriteLine(string.Join(",", Library.Large([1, 2, 3])));""", $"""<ProjectReference Include="{library.Project}" />""");

        program.Build();

        Assert.StartsWith("2,3", program.Run().Output, StringComparison.Ordinal);
        Assert.Null(program.WovenMode());
        Assert.Equal("Record", library.WovenMode());
    }

    [Fact]
    public void Library_WithPrivateAssets_IsWarned()
    {
        string reference = Consumer.PackageReference.Replace("/>", """PrivateAssets="All" />""", StringComparison.Ordinal);
        Consumer library = Consumer.Create("public static class Library;", reference, "<OutputType>Library</OutputType>", "Library");

        CommandResult build = library.Build();

        Assert.Contains("warning WEFT003: The PackageReference of Weft has PrivateAssets=\"all\"", build.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Build_ForAnotherFramework_FailsAndNamesIt()
    {
        Consumer library = Consumer.Create(
            "public static class Library { }", Consumer.PackageReference, "<OutputType>Library</OutputType><TargetFramework>netstandard2.0</TargetFramework><ImplicitUsings>false</ImplicitUsings>", "Library");

        CommandResult build = library.BuildFails();

        Assert.Contains("error WEFT004: Weft needs .NET 10, and this project targets netstandard2.0", build.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Build_WithoutTheRuntimeAmongTheReferences_FailsAndSaysHowToMendIt()
    {
        string reference = Consumer.PackageReference.Replace("/>", """IncludeAssets="build" />""", StringComparison.Ordinal);
        Consumer consumer = Consumer.Create(Consumer.PlainProgram, reference);

        CommandResult build = consumer.BuildFails();

        Assert.Contains("error WEFT002: Weft.dll is not among the references", build.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Build_WithAnotherWeaver_RunsBoth()
    {
        Consumer consumer = WithTheSaboteur("<Weavers><Saboteur /></Weavers>");

        CommandResult build = consumer.Build("-v:n");

        Assert.Contains("the saboteur ran", build.Output, StringComparison.Ordinal);
        Assert.Equal("Record", consumer.WovenMode());
    }

    [Theory]
    [InlineData("<Weavers><Saboteur /></Weavers>")]
    [InlineData("<Weavers><Weft /><Saboteur /></Weavers>")]
    public void Build_OffWithAnotherWeaver_RunsOnlyTheOther(string weavers)
    {
        Consumer consumer = WithTheSaboteur(weavers);

        CommandResult build = consumer.Build("-v:n", "-p:WeftMode=Off");

        Assert.Contains("the saboteur ran", build.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Fody/Weft", build.Output, StringComparison.Ordinal);
        Assert.Null(consumer.WovenMode());
    }

    [Fact]
    public void Build_WithAnElementInFodyWeavers_TakesTheModeFromTheProperty()
    {
        Consumer consumer = Consumer.WithPackage();
        consumer.Write("FodyWeavers.xml", """<Weavers><Weft Mode="Record" /></Weavers>""");

        consumer.Build("-p:WeftMode=NoOp");

        Assert.Equal("NoOp", consumer.WovenMode());
    }

    private static Consumer WithTheSaboteur(string weavers)
    {
        Consumer consumer = Consumer.Create(Consumer.PlainProgram, Consumer.PackageReference + $"""<WeaverFiles Include="{PackedProduct.Saboteur}" />""");
        consumer.Write("FodyWeavers.xml", weavers);
        return consumer;
    }
}
