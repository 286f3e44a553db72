namespace Weft.Flights.Tests;

/// <summary>A folder with the sample's files, of which only the headers and some lines are left.</summary>
internal sealed class ReducedData : IDisposable
{
    internal ReducedData(IReadOnlySet<(string File, int Number)> lines)
    {
        foreach (string path in Directory.GetFiles(FlightsRun.SampleData, "*.csv"))
        {
            string file = Path.GetFileName(path);
            string[] all = File.ReadAllLines(path);
            File.WriteAllLines(Path.Combine(Folder, file), all.Where((_, index) => index == 0 || lines.Contains((file, index + 1))));
        }
    }

    internal string Folder { get; } = Directory.CreateTempSubdirectory("weft-flights-data-").FullName;

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
