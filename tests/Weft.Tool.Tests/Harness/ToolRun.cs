using Weft.Tool.Commands;

namespace Weft.Tool.Tests.Harness;

/// <summary>Runs command lines of the tool in this process.</summary>
internal static class ToolRun
{
    /// <summary>Runs a command line in a working directory, with its output piped.</summary>
    internal static ProcessResult Run(string folder, params string[] arguments) => Run(folder, isTerminal: false, _ => null, arguments);

    /// <summary>Runs a command line.</summary>
    internal static ProcessResult Run(string folder, bool isTerminal, Func<string, string?> variable, params string[] arguments)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        int exitCode = CommandLine.Run(arguments, new ToolEnvironment(output, error, isTerminal, isTerminal, Width: 100, folder, variable));
        return new ProcessResult(exitCode, output.ToString(), error.ToString());
    }

    /// <summary>The arguments of a command line as it stands in documents; quotes hold words together.</summary>
    internal static string[] Split(string commandLine)
    {
        var arguments = new List<string>();
        foreach (string part in System.Text.RegularExpressions.Regex.Matches(commandLine, "'[^']*'|\\S+").Select(match => match.Value)) arguments.Add(part.Trim('\''));
        return [.. arguments];
    }
}
