// Proves, on real data, that the answer the sample prints names exactly the CSV lines that its first row stands on: the lines that a search by hand
// finds (exact), which alone give the same row (sufficient), and without any one of which the row is another or none (minimal).
namespace Weft.Flights.Tests;

public sealed class AnswerTests
{
    private static readonly Lazy<FlightsRun> _run = new(() => FlightsRun.Start());

    [Fact]
    public void Answer_FirstRow_NamesItsFlightsAndTheirTwoAirports()
    {
        FlightsRun run = _run.Value;

        Assert.StartsWith("Ft. Lauderdale       St Louis ", run.Report[0]);
        HashSet<(string, int)> byHand =
        [
            .. Lines("flights.csv", line => line.EndsWith(",FLL,STL", StringComparison.Ordinal)),
            .. Lines("airports.csv", line => line.StartsWith("FLL,", StringComparison.Ordinal) || line.StartsWith("STL,", StringComparison.Ordinal)),
        ];
        Assert.Equal(byHand.Order(), run.NamedLines.Order());
    }

    [Fact]
    public void Answer_FirstRow_IsExact()
    {
        Assert.StartsWith("report[0]\n", _run.Value.Answer);
        Assert.DoesNotContain("coarse", _run.Value.Answer);
        Assert.DoesNotContain("incomplete", _run.Value.Answer);
    }

    [Fact]
    public void Answer_NamedLinesAlone_GiveTheSameRow()
    {
        using var data = new ReducedData(_run.Value.NamedLines);

        FlightsRun reduced = FlightsRun.Start(data: data.Folder);

        Assert.Equal([_run.Value.Report[0]], reduced.Report);
    }

    [Fact]
    public void Answer_WithoutAnyOneOfItsLines_AnotherRowOrNone()
    {
        foreach ((string File, int Number) line in _run.Value.NamedLines)
        {
            using var data = new ReducedData(_run.Value.NamedLines.Except([line]).ToHashSet());

            FlightsRun reduced = FlightsRun.Start("Flights.Off", data.Folder);

            Assert.True(!reduced.Report.Contains(_run.Value.Report[0]), $"Without {line.File}:{line.Number} the row is the same: {_run.Value.Report[0]}");
        }
    }

    private static IEnumerable<(string, int)> Lines(string file, Func<string, bool> isMeant) =>
        File.ReadLines(Path.Combine(FlightsRun.SampleData, file)).Index().Where(line => isMeant(line.Item)).Select(line => (file, line.Index + 1));
}
