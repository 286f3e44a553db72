namespace Weft.Package.Tests;

/// <summary>What a command said and how it ended.</summary>
internal sealed record CommandResult(string Command, int ExitCode, string Output)
{
    internal CommandResult Succeeded()
    {
        Assert.True(ExitCode == 0, $"'{Command}' failed with exit code {ExitCode}:\n{Output}");
        return this;
    }

    internal CommandResult Failed()
    {
        Assert.True(ExitCode != 0, $"'{Command}' was expected to fail:\n{Output}");
        return this;
    }
}
