namespace Weft.Tool;

/// <summary>What the tool sees of the world around it.</summary>
/// <param name="Out">Where answers go.</param>
/// <param name="Error">Where messages and progress go.</param>
/// <param name="IsOutTerminal">Whether a person reads <paramref name="Out"/> directly.</param>
/// <param name="IsErrorTerminal">Whether a person reads <paramref name="Error"/> directly.</param>
/// <param name="Width">Columns of the terminal.</param>
/// <param name="WorkingDirectory">The working directory.</param>
/// <param name="Variable">The value of an environment variable, or null.</param>
internal sealed record ToolEnvironment(
    TextWriter Out, TextWriter Error, bool IsOutTerminal, bool IsErrorTerminal, int Width, string WorkingDirectory, Func<string, string?> Variable)
{
    private const int DefaultWidth = 120;

    /// <summary>Where answers go that are not text.</summary>
    internal Func<Stream> OpenOut { get; init; } = Console.OpenStandardOutput;

    /// <summary>Whether answers have colours and glyphs: only for a person, and only when <c>NO_COLOR</c> is not set.</summary>
    internal bool IsDecorated => IsOutTerminal && string.IsNullOrEmpty(Variable("NO_COLOR")) && Variable("TERM") != "dumb";

    /// <summary>The environment of this process.</summary>
    internal static ToolEnvironment OfProcess()
    {
        bool isOutTerminal = !Console.IsOutputRedirected;
        return new ToolEnvironment(
            Console.Out, Console.Error, isOutTerminal, !Console.IsErrorRedirected, isOutTerminal && Console.WindowWidth > 0 ? Console.WindowWidth : DefaultWidth,
            Directory.GetCurrentDirectory(), Environment.GetEnvironmentVariable);
    }
}
