using System.CommandLine;

namespace Weft.Suites.Commands;

internal static class SuitesCommandLine
{
    public static RootCommand Create() =>
        new("""
            Weft on other people's code.
            Exit codes: 0 nothing differs, 1 a test differs or what was woven is not valid, 2 nothing could be compared.
            """)
        {
            CompareCommand.Create(),
            ScaleCommand.Create(),
            WeaveCommand.Create(),
            JitCommand.Create(),
        };
}
