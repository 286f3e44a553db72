namespace Weft.Architecture.Tests;

/// <summary>Proves that the public API is what was decided: it is written down under PublicApi, and a change of it is seen in a review.</summary>
public sealed class PublicApiTests
{
    private const string UpdateVariable = "WEFT_UPDATE_PUBLIC_API";

    [Theory]
    [InlineData("Runtime", "Weft")]
    [InlineData("Store", "Weft.Store")]
    public void Assembly_PublicApi_IsTheOneWrittenDown(string folder, string name)
    {
        string path = Path.Combine(Repository.Root, "tests", "Weft.Architecture.Tests", "PublicApi", name + ".txt");
        string actual = string.Concat(PublicApi.Of(Repository.Assembly(folder, name)).Select(line => line + "\n"));
        if (Environment.GetEnvironmentVariable(UpdateVariable) == "1") File.WriteAllText(path, actual);
        string expected = File.Exists(path) ? File.ReadAllText(path).ReplaceLineEndings("\n") : "";

        string[] added = [.. actual.Split('\n').Except(expected.Split('\n')).Select(line => "+ " + line)];
        string[] removed = [.. expected.Split('\n').Except(actual.Split('\n')).Select(line => "- " + line)];

        Assert.True(actual == expected, $"""
            The public API of {name} is not the one in {path}:
            {string.Join('\n', removed.Concat(added))}
            If that is meant, write it down: {UpdateVariable}=1 dotnet test tests/Weft.Architecture.Tests
            """);
    }
}
