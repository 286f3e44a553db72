namespace Weft.Architecture.Tests;

/// <summary>Proves that what is checked is everything: a project outside the solution would be built and tested by nobody.</summary>
public sealed class SolutionTests
{
    [Fact]
    public void Solution_Projects_AreAllProjectsOfTheRepository()
    {
        string solution = File.ReadAllText(Path.Combine(Repository.Root, "Weaver.sln")).Replace('\\', '/');

        string[] missing = [.. new[] { "src", "tests", "samples", "benchmarks", "eng" }
            .SelectMany(folder => Directory.GetFiles(Path.Combine(Repository.Root, folder), "*.csproj", SearchOption.AllDirectories))
            .Select(project => Path.GetRelativePath(Repository.Root, project).Replace('\\', '/'))
            .Where(project => !project.StartsWith("eng/Suites/Projects/", StringComparison.Ordinal)) // they are built over clones of other repositories
            .Where(project => !solution.Contains($"\"{project}\"", StringComparison.Ordinal))];

        Assert.True(missing.Length == 0, $"not in Weaver.sln; add them by 'dotnet sln Weaver.sln add': {string.Join(", ", missing)}");
    }
}
