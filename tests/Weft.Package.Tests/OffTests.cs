namespace Weft.Package.Tests;

/// <summary>
/// Proves that Off means absent: the compiler's dll and pdb are byte for byte those of a build without the package where the code names
/// nothing of Weft, and where it does, it still compiles and runs.
/// </summary>
public sealed class OffTests
{
    private const string NamingProgram = """
        Console.WriteLine(Weft.SpanId.None);
        """;

    [Fact]
    public void Build_Off_IsByteIdenticalToABuildWithoutThePackage()
    {
        Consumer consumer = Consumer.WithoutPackage();
        consumer.Build();
        CompilerOutput without = consumer.CompilerOutput();

        consumer.WriteProject(Consumer.PackageReference);
        consumer.Build("-p:WeftMode=Off");

        consumer.CompilerOutput().Is(without);
        Assert.Null(consumer.WovenMode());
        Assert.StartsWith("20,30", consumer.Run().Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Build_OffAfterRecordingWithoutAClean_IsByteIdenticalToABuildWithoutThePackage()
    {
        Consumer consumer = Consumer.WithoutPackage();
        consumer.Build();
        CompilerOutput without = consumer.CompilerOutput();
        consumer.WriteProject(Consumer.PackageReference);
        consumer.Build();
        Assert.Equal("Record", consumer.WovenMode());

        consumer.Build("-p:WeftMode=Off");

        consumer.CompilerOutput().Is(without);
    }

    // What looks like a name of Weft and is none.
    [Fact]
    public void Build_OffWithTheWordInCommentsAndLongerNames_IsByteIdenticalToABuildWithoutThePackage()
    {
        const string program = """
            // Weft would answer this question.
            Console.WriteLine(new My.Weft.Loom().Weftless);

            namespace My.Weft
            {
                class Loom { public string Weftless => "plain"; }
            }
            """;
        Consumer consumer = Consumer.Create(program, "", "<Product>Weft.Demo</Product>");
        consumer.Build();
        CompilerOutput without = consumer.CompilerOutput();

        consumer.WriteProject(Consumer.PackageReference, "<Product>Weft.Demo</Product>");
        consumer.Build("-p:WeftMode=Off");

        consumer.CompilerOutput().Is(without);
    }

    [Theory]
    [InlineData("<DebugType>embedded</DebugType>")]
    [InlineData("<DebugType>none</DebugType><DebugSymbols>false</DebugSymbols>")]
    [InlineData("<Optimize>true</Optimize><GenerateDocumentationFile>true</GenerateDocumentationFile><AssemblyName>Other.Name</AssemblyName>")]
    public void Build_OffWithOtherCompilerOutput_IsByteIdenticalToABuildWithoutThePackage(string properties)
    {
        Consumer consumer = Consumer.Create(Consumer.PlainProgram, "", properties);
        consumer.Build();
        Dictionary<string, byte[]> without = CompilerFiles(consumer);

        consumer.WriteProject(Consumer.PackageReference, properties);
        consumer.Build("-p:WeftMode=Off");

        Assert.NotEmpty(without);
        Assert.Equal(without, CompilerFiles(consumer));
    }

    // A path is text inside an MSBuild expression.
    [Fact]
    public void Build_OffWithQuotesAndCommasInTheFileNames_IsByteIdenticalToABuildWithoutThePackage()
    {
        Consumer consumer = Consumer.Create(Consumer.PlainProgram, "", folder: Path.Combine(PackedProduct.Instance.NewFolder(), "it's, (100%) odd"));
        consumer.Write("it's, (100%) $(odd).cs", "class Odd;");
        consumer.Build();
        CompilerOutput without = consumer.CompilerOutput();

        consumer.WriteProject(Consumer.PackageReference);
        consumer.Build("-p:WeftMode=Off");

        consumer.CompilerOutput().Is(without);
    }

    [Fact]
    public void Build_OffWithCodeThatNamesWeft_StillCompilesAndRuns()
    {
        Consumer consumer = Consumer.WithPackage(NamingProgram);

        consumer.Build("-p:WeftMode=Off");

        Assert.Null(consumer.WovenMode());
        Assert.StartsWith("#0", consumer.Run().Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Build_OffWithAUsingItemThatNamesWeft_StillCompiles()
    {
        Consumer consumer = Consumer.Create("Console.WriteLine(SpanId.None);", Consumer.PackageReference + """<Using Include="Weft" />""");

        consumer.Build("-p:WeftMode=Off");

        Assert.Null(consumer.WovenMode());
    }

    [Fact]
    public void Build_OffWithAnAssemblyAttributeItemThatNamesWeft_StillCompiles()
    {
        Consumer consumer = Consumer.Create(Consumer.PlainProgram, Consumer.PackageReference + """<AssemblyAttribute Include="Weft.NotWovenAttribute" />""");

        consumer.Build("-p:WeftMode=Off");

        Assert.Null(consumer.WovenMode());
    }

    [Fact]
    public void Build_OffWithARazorPageThatNamesWeft_StillCompiles()
    {
        Consumer consumer = Consumer.Create("var app = WebApplication.CreateBuilder(args).Build();", "");
        consumer.Write("App.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk.Web">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <ImplicitUsings>enable</ImplicitUsings>
              </PropertyGroup>
              <ItemGroup>{Consumer.PackageReference}</ItemGroup>
            </Project>
            """);
        consumer.Write("Page.cshtml", """
            @page
            <p>@Weft.SpanId.None</p>
            """);

        consumer.Build("-p:WeftMode=Off");

        Assert.Null(consumer.WovenMode());
    }

    // Without the package of its own the program would see Weft.dll all the same, through the library.
    [Fact]
    public void Build_OffWithALibraryThatBringsWeft_IsByteIdenticalToABuildWithoutThePackage()
    {
        Consumer library = Consumer.Create("""public static class Library { public static Weft.SpanId Span => Weft.SpanId.None; }""",
            Consumer.PackageReference, "<OutputType>Library</OutputType>", "Library");
        string reference = $"""<ProjectReference Include="{library.Project}" />""";
        Consumer consumer = Consumer.Create("Console.WriteLine(Library.Span);", reference);
        consumer.Build();
        CompilerOutput without = consumer.CompilerOutput();

        consumer.WriteProject(reference + Consumer.PackageReference);
        consumer.Build("-p:WeftMode=Off");

        consumer.CompilerOutput().Is(without);
        Assert.StartsWith("#0", consumer.Run().Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Build_OffAndTheCodeBeginsToNameWeft_Compiles()
    {
        Consumer consumer = Consumer.WithPackage();
        consumer.Build("-p:WeftMode=Off");

        consumer.Write("Program.cs", NamingProgram);
        consumer.Build("-p:WeftMode=Off");

        Assert.StartsWith("#0", consumer.Run().Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Keep", true)]
    [InlineData("Drop", false)]
    public void Build_OffWithTheReferenceDecidedByHand_FollowsTheSetting(string setting, bool compiles)
    {
        Consumer consumer = Consumer.WithPackage("Console.WriteLine(We\\u0066t.SpanId.None);"); // a spelling that no scan finds

        CommandResult build = consumer.Command(["build", "-nologo", "-m:1", "-nodeReuse:false", "-p:WeftMode=Off", $"-p:WeftOffReference={setting}"]);

        Assert.Equal(compiles, build.ExitCode == 0);
    }

    private static Dictionary<string, byte[]> CompilerFiles(Consumer consumer)
        => new[] { "*.dll", "*.pdb", "*.xml" }
            .SelectMany(pattern => Directory.GetFiles(Path.GetDirectoryName(consumer.IntermediateAssembly)!, pattern, SearchOption.AllDirectories))
            .ToDictionary(file => file, File.ReadAllBytes);
}
