using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Weft.Tool.Commands;

/// <summary>The help of a command, with examples and exit codes behind it.</summary>
internal sealed class HelpWithExamples(HelpAction help) : SynchronousCommandLineAction
{
    private const string ExitCodes = """
        Exit codes:
          0  answered, exactly
          1  answered, but coarse or incomplete (the answer says where precision was lost),
             or a part of the recording could not be read, or not all runs removed
          2  the command line or the question cannot be understood, or is ambiguous
          3  no such run, output, source or record
          4  the recording cannot be read
          5  a fault in weft itself

        """;

    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        int result = help.Invoke(parseResult);
        TextWriter output = parseResult.InvocationConfiguration.Output;
        Command command = parseResult.CommandResult.Command;
        output.WriteLine("Examples:");
        foreach ((string line, string meaning) in ExamplesOf(command)) output.WriteLine($"  {line,-42} {meaning}");
        output.WriteLine();
        output.Write(ExitCodes);
        return result;
    }

    private static (string Line, string Meaning)[] ExamplesOf(Command command) => command.Name switch
    {
        LsCommand.Name => LsCommand.Examples,
        WhyCommand.Name => WhyCommand.Examples,
        ImpactCommand.Name => ImpactCommand.Examples,
        PathCommand.Name => PathCommand.Examples,
        TraceCommand.Name => TraceCommand.Examples,
        ExportCommand.Name => ExportCommand.Examples,
        RmCommand.Name => RmCommand.Examples,
        PruneCommand.Name => PruneCommand.Examples,
        DoctorCommand.Name => DoctorCommand.Examples,
        _ => [LsCommand.Examples[0], WhyCommand.Examples[0], ImpactCommand.Examples[0]],
    };
}
