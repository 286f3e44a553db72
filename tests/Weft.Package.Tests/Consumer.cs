namespace Weft.Package.Tests;

/// <summary>A project of somebody else, outside the repository, that may use the package.</summary>
internal sealed class Consumer
{
    /// <summary>Names nothing of Weft.</summary>
    internal const string PlainProgram = """
        int[] numbers = [1, 2, 3];
        List<int> large = numbers.Where(number => number > 1).Select(number => number * 10).ToList();
        Console.WriteLine(string.Join(",", large));
        """;

    private readonly string _name;
    private bool _isRestored;

    private Consumer(string folder, string name)
    {
        Folder = folder;
        _name = name;
    }

    internal string Folder { get; }

    internal string Project => Path.Combine(Folder, _name + ".csproj");

    /// <summary>The compiler's, or the weaver's, output.</summary>
    internal string IntermediateAssembly => Path.Combine(Folder, "obj", "Debug", "net10.0", _name + ".dll");

    internal string IntermediateSymbols => Path.ChangeExtension(IntermediateAssembly, ".pdb");

    internal string OutputFolder => Path.Combine(Folder, "bin", "Debug", "net10.0");

    internal string OutputAssembly => Path.Combine(OutputFolder, _name + ".dll");

    internal static string PackageReference { get; } = $"""<PackageReference Include="Weft" Version="{PackedProduct.Version}" />""";

    /// <summary>A console program that references the package.</summary>
    internal static Consumer WithPackage(string program = PlainProgram) => Create(program, PackageReference);

    /// <summary>A console program that does not know Weft.</summary>
    internal static Consumer WithoutPackage(string program = PlainProgram) => Create(program, "");

    internal static Consumer Create(string program, string items, string properties = "", string name = "App", string? folder = null)
    {
        var consumer = new Consumer(folder ?? PackedProduct.Instance.NewFolder(), name);
        Directory.CreateDirectory(consumer.Folder);
        consumer.WriteProject(items, properties);
        consumer.Write("Program.cs", program);
        return consumer;
    }

    internal void WriteProject(string items, string properties = "") => Write(Path.GetFileName(Project), $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <OutputType>Exe</OutputType>
            <TargetFramework>net10.0</TargetFramework>
            <ImplicitUsings>enable</ImplicitUsings>
            <Nullable>enable</Nullable>
            {properties}
          </PropertyGroup>
          <ItemGroup>
            {items}
          </ItemGroup>
        </Project>
        """);

    internal string Write(string file, string text)
    {
        string path = Path.Combine(Folder, file);
        if (path == Project) _isRestored = false;
        File.WriteAllText(path, text);
        return path;
    }

    internal CommandResult Build(params string[] arguments)
    {
        CommandResult build = Command(["build", .. OneProcess, .. arguments]).Succeeded();
        _isRestored = true;
        return build;
    }

    internal CommandResult BuildFails(params string[] arguments) => Command(["build", .. OneProcess, .. arguments]).Failed();

    internal CommandResult Command(string[] arguments, params (string Name, string Value)[] environment)
    {
        var all = new Dictionary<string, string>(PackedProduct.Instance.Environment);
        foreach ((string name, string value) in environment) all[name] = value;
        return DotNet.Run(Folder, arguments, all);
    }

    /// <summary>Runs what was built last.</summary>
    internal CommandResult Run(params (string Name, string Value)[] environment) => Command([OutputAssembly], environment).Succeeded();

    /// <summary>Copies of the compiler's dll and pdb, to compare with later ones.</summary>
    internal CompilerOutput CompilerOutput() => new(File.ReadAllBytes(IntermediateAssembly), File.ReadAllBytes(IntermediateSymbols));

    /// <summary>The mode that the output is woven for, null when it is not woven. Fails when obj and bin disagree.</summary>
    internal string? WovenMode()
    {
        Assert.Equal(File.ReadAllBytes(IntermediateAssembly), File.ReadAllBytes(OutputAssembly));
        return WovenMark.Read(OutputAssembly);
    }

    // One process and no server: a test leaves nothing running, and a weaver loaded by one build is not seen by the next.
    private string[] OneProcess => ["-m:1", "-nodeReuse:false", "-nologo", "-v:m", "-clp:NoSummary", .. _isRestored ? ["--no-restore"] : Array.Empty<string>()];
}
