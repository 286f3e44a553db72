namespace Weft.Tool;

/// <summary>What the tool returns to the shell; docs/tool.md is the table.</summary>
internal static class ExitCode
{
    /// <summary>Answered, exactly.</summary>
    internal const int Exact = 0;

    /// <summary>Answered, but the answer is coarse or incomplete, a part of the recording could not be read, or a run could not be removed.</summary>
    internal const int NotExact = 1;

    /// <summary>The command line, or the question in it, cannot be understood or is ambiguous.</summary>
    internal const int Usage = 2;

    /// <summary>There is no such run, output, source or record.</summary>
    internal const int NotFound = 3;

    /// <summary>The recording cannot be read.</summary>
    internal const int Unreadable = 4;

    /// <summary>A fault of the tool's own.</summary>
    internal const int Fault = 5;
}
