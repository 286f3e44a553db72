using System.CommandLine;
using System.CommandLine.Help;
using Weft.Store;
using Weft.Tool.Rendering;

namespace Weft.Tool.Commands;

/// <summary>The command line of the tool.</summary>
internal static class CommandLine
{
    internal const string Name = "weft";

    /// <summary>Runs a command line; returns the exit code.</summary>
    internal static int Run(string[] arguments, ToolEnvironment environment)
    {
        Command root = Build(environment);
        ParseResult parsed = root.Parse(arguments);
        if (parsed.Errors.Count > 0 && parsed.Action is not HelpAction and not HelpWithExamples) return Misuse(parsed, environment);
        try
        {
            return parsed.Invoke(new InvocationConfiguration { Output = environment.Out, Error = environment.Error, EnableDefaultExceptionHandler = false });
        }
        catch (AskException failed)
        {
            Complain(environment, failed.Message);
            return failed.Fault switch
            {
                AskFault.Question => ExitCode.Usage,
                AskFault.NotFound => ExitCode.NotFound,
                _ => ExitCode.Unreadable,
            };
        }
        catch (Exception failed) when (failed is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            Complain(environment, failed.Message);
            return ExitCode.Unreadable;
        }
        catch (Exception fault)
        {
            environment.Error.WriteLine("weft: a fault in weft itself; please report it with the following.");
            environment.Error.WriteLine(fault);
            return ExitCode.Fault;
        }
    }

    private static void Complain(ToolEnvironment environment, string message) =>
        environment.Error.WriteLine("weft: " + ControlCharacters.Remove(message, keepLineEnds: true));

    // Not a RootCommand: that one calls itself after the assembly, which cannot be called weft.
    private static Command Build(ToolEnvironment environment)
    {
        var help = new HelpOption { Recursive = true };
        help.Action = new HelpWithExamples((HelpAction)help.Action!);
        return new Command(Name, "Asks recordings of Weft: why is a record there, and where did an input go?")
        {
            help,
            new VersionOption(),
            LsCommand.Build(environment),
            WhyCommand.Build(environment),
            ImpactCommand.Build(environment),
            PathCommand.Build(environment),
            TraceCommand.Build(environment),
            ExportCommand.Build(environment),
            RmCommand.Build(environment),
            PruneCommand.Build(environment),
            DoctorCommand.Build(environment),
        };
    }

    private static int Misuse(ParseResult parsed, ToolEnvironment environment)
    {
        // What was not understood explains what is missing.
        IEnumerable<string> errors = parsed.UnmatchedTokens.Count > 0
            ? parsed.UnmatchedTokens.Select(token => $"'{token}' is not understood.")
            : parsed.Errors.Select(error => error.Message);
        foreach (string error in errors) Complain(environment, error);
        string command = parsed.CommandResult.Command.Name;
        environment.Error.WriteLine($"Try '{(command == Name ? Name : $"{Name} {command}")} --help'.");
        return ExitCode.Usage;
    }
}
