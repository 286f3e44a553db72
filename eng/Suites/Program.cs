using Weft.Suites;
using Weft.Suites.Commands;

try
{
    return SuitesCommandLine.Create().Parse(args).Invoke(new() { EnableDefaultExceptionHandler = false });
}
catch (SuiteException failed)
{
    Console.Error.WriteLine($"suites: {failed.Message}");
    return ExitCode.Failed;
}
