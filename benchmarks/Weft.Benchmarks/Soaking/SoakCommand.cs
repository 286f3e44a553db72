using System.CommandLine;

namespace Weft.Benchmarks.Soaking;

/// <summary>The command line of the soak run.</summary>
internal static class SoakCommand
{
    private const int DefaultRecords = 100_000_000;

    internal static Command Create()
    {
        var records = new Option<int>("--records")
        {
            Description = "How many records enter the flow.",
            DefaultValueFactory = _ => DefaultRecords,
        };
        records.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() < SoakRun.Steps) result.AddError($"--records takes a number from {SoakRun.Steps} on.");
        });
        var soak = new Command(
            "soak", "Reads a long flow, woven, and prints how memory and the recording grow. Exit code 1: memory grew with the flow, lineage was dropped, or the result is wrong.") { records };
        soak.SetAction(parsed =>
        {
            string folder = Directory.CreateTempSubdirectory("weft-soak-").FullName;
            try
            {
                Environment.SetEnvironmentVariable("WEFT_DIR", folder); // before anything of Weft runs
                return new SoakRun(parsed.GetValue(records), folder).Run() ? 0 : 1;
            }
            finally
            {
                Directory.Delete(folder, recursive: true);
            }
        });
        return soak;
    }
}
