using System.Globalization;
using Microsoft.CodeAnalysis;

namespace Weft.Analyzers.Tests.Growth;

/// <summary>
/// Proves that what the rules do grows as the source does, in whatever direction the source grows: counted in steps, so that it does not depend on the machine. Twice the source may take twice the steps;
/// what took the square of the length would take four times those of the half that was added.
/// </summary>
public sealed class GrowthTests
{
    private const int Size = 40;
    private const double MostOfLinear = 2.1; // where 2 is linear and 4 is quadratic

    public static TheoryData<string> Shapes => [.. GrowingSource.All.Select(source => source.Name)];

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Steps_OfASourceOfTwiceTheSize_AreTwice(string name)
    {
        GrowingSource source = GrowingSource.All.Single(each => each.Name == name);
        OutputKind kind = source.IsProgram ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary;
        CountedAnalyzer.Run(source.Of(2), kind); // what is done once a process
        (long Steps, int Findings)[] runs = [.. new[] { Size, 2 * Size, 4 * Size }.Select(size => CountedAnalyzer.Run(source.Of(size), kind))];

        double growth = (double)(runs[2].Steps - runs[1].Steps) / (runs[1].Steps - runs[0].Steps);
        string told = string.Create(CultureInfo.InvariantCulture, $"{string.Join(", ", runs.Select(run => $"{run.Steps} steps, {run.Findings} findings"))}: growth {growth:N2}");
        Assert.True(growth < MostOfLinear, told);
        // The rules have something to do: what has nothing to say may not have been looked at.
        Assert.True(source.IsSilent || runs[2].Findings > runs[0].Findings, told);
    }

    [Fact]
    public void Steps_OfWorkThatIsSquare_WouldBeSeen()
    {
        // The same count of something that is quadratic: the compilation holds n types in each of which n fields are looked at.
        CountedAnalyzer.Run("class C { }");
        long[] steps = [.. new[] { Size, 2 * Size, 4 * Size }.Select(size => CountedAnalyzer.Run(string.Concat(Enumerable.Range(0, size / 4).Select(number => $"class C{number} {{ {Lines(size, "public int F{0};")} }}\n"))).Steps)];

        Assert.True((double)(steps[2] - steps[1]) / (steps[1] - steps[0]) > 3, string.Join(", ", steps));

        static string Lines(int count, string format) => string.Concat(Enumerable.Range(0, count).Select(number => string.Format(CultureInfo.InvariantCulture, format, number)));
    }
}
