using Weft.Package.Tests;

namespace Weft.Readme.Tests;

/// <summary>The commands that README.md shows, run as it shows them.</summary>
internal static class Commands
{
    private const string RunSample = "dotnet run --project samples/Flights";
    private const string RunSnippets = "dotnet run --project tests/Readme.Snippets";

    private static readonly Dictionary<string, Lazy<string>> _outputs = new()
    {
        [RunSample] = new(() => Run(RunSample, "flights")),
        [RunSnippets] = new(() => Run(RunSnippets, "snippets")),
    };

    // What changes the machine, or would run this very test again, is run by another test.
    private static readonly Dictionary<string, (string File, string Member)> _elsewhere = new()
    {
        ["dotnet add package Weft"] = ("tests/Weft.Package.Tests/InstallTests.cs", "AddPackage_ToAConsoleProgram_IsAllThatIsNeeded"),
        ["dotnet run"] = ("tests/Weft.Package.Tests/InstallTests.cs", "AddPackage_ToAConsoleProgram_IsAllThatIsNeeded"),
        ["dotnet tool install --global Weft.Tool"] = ("tests/Weft.Package.Tests/ToolTests.cs", "Why_OfAConsumersOutput_NamesTheSourceAndTheOperator"),
        ["dotnet test Weaver.sln"] = ("tests/Weft.Architecture.Tests/SolutionTests.cs", "Solution_Projects_AreAllProjectsOfTheRepository"),
    };

    /// <summary>Runs a command, unless another test does; fails for one that nobody runs.</summary>
    internal static void Check(string command)
    {
        if (_elsewhere.TryGetValue(command, out (string File, string Member) test))
            Assert.Contains($" {test.Member}(", Repository.Read(test.File));
        else OutputOf(command);
    }

    /// <summary>What a command prints.</summary>
    internal static string OutputOf(string command)
    {
        if (_outputs.TryGetValue(command, out Lazy<string>? output)) return output.Value;
        Assert.True(command.StartsWith("weft ", StringComparison.Ordinal), $"README.md shows the command '{command}', which no rule covers: add it to {nameof(Commands)}.cs.");
        _ = _outputs[RunSample].Value; // the run that is asked about
        return DotNet.Run(Folder("flights"), [Path.Combine(AppContext.BaseDirectory, "Weft.Tool.dll"), .. Words(command).Skip(1)], Environment("flights")).Succeeded().Output;
    }

    private static string Run(string command, string recordings) =>
        DotNet.Run(Repository.Root, Words(command).Skip(1), Environment(recordings)).Succeeded().Output;

    private static Dictionary<string, string> Environment(string recordings) => new() { ["WEFT_DIR"] = Folder(recordings) };

    private static string Folder(string recordings) => Directory.CreateDirectory(Path.Combine(_temporary.Value, recordings)).FullName;

    private static readonly Lazy<string> _temporary = new(() =>
    {
        string folder = Directory.CreateTempSubdirectory("weft-readme-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        return folder;
    });

    // Words are separated by spaces; what stands in double quotes is one.
    private static IEnumerable<string> Words(string command) =>
        command.Split('"').SelectMany((part, index) => index % 2 == 1 ? [part] : part.Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
