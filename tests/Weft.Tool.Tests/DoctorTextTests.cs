using Weft.Tool.Commands;

namespace Weft.Tool.Tests;

/// <summary>Proves what <c>weft doctor</c> says to a person of what a build said: places that lose lineage, those that no rule speaks of, and of several frameworks each, the same once.</summary>
public sealed class DoctorTextTests
{
    [Fact]
    public void Print_OfOneFramework_NamesPlacesRuleAndMend()
    {
        string text = TextOf(DoctorReports.Examinations[0]);

        Assert.StartsWith("Shop.csproj  31 sites woven in 12 methods (Record), 4 outputs, 1 place where a flow ends\n", text, StringComparison.Ordinal);
        Assert.Contains("Lineage ends\n  Report.cs:14:31  WEFT302, under [LineageRequired]\n    'SortedSet.GetViewBetween' is not woven\n    mend: mark with [LineageBoundary]\n", text, StringComparison.Ordinal);
        Assert.Contains("Where a flow ends besides, as the weaver tells\n  Report.cs:19:20\n    the flow may end at this yield of Report.Totals", text, StringComparison.Ordinal);
        Assert.Contains("Shop.Odd::Count() is not woven", text, StringComparison.Ordinal);
        Assert.DoesNotContain("WEFT401", text, StringComparison.Ordinal);
        Assert.EndsWith("dotnet format analyzers Shop.csproj --severity info --diagnostics WEFT302\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Print_OfFrameworksThatSayTheSame_SaysItOnce()
        => Assert.Equal("""
            Shop.csproj (net10.0)  1 site woven in 1 method (Record), 0 outputs, 0 places where a flow ends
            Shop.csproj (net11.0)  1 site woven in 1 method (Record), 0 outputs, 0 places where a flow ends
            Nothing found.

            """, TextOf(DoctorReports.Examinations[1]));

    [Fact]
    public void Print_OfFrameworksThatDiffer_SaysBoth()
    {
        string text = TextOf(DoctorReports.Examinations[2]);

        Assert.Contains("Shop.csproj (net10.0)  31 sites", text, StringComparison.Ordinal);
        Assert.Contains("\nShop.csproj (net11.0)  nothing is woven: no reference to the package Weft, or WeftMode=Off\nNothing found.\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Print_OfPlacesThatTheWeaverAloneTells_SaysWhichAreUnderLineageRequired()
        => Assert.Contains("""
            Where a flow ends besides, as the weaver tells
              Report.cs:8:9  under [LineageRequired]
                the flow may end at LinkedList.AddLast: nobody follows which record it puts into the collection
              Report.cs:9:9
                the flow may end at SortedSet.Add: nobody follows which record it puts into the collection

            """, TextOf(DoctorReports.Examinations[3]), StringComparison.Ordinal);

    [Fact]
    public void Print_OfAPlaceThatIsSuppressed_SaysNothing()
    {
        Assert.DoesNotContain("ImmutableList", TextOf(DoctorReports.Examinations[0]), StringComparison.Ordinal);
        Assert.DoesNotContain(DoctorReports.Losing.FlowEnds, end => end.IsRequired);
    }

    [Fact]
    public void LosesRequired_OfOneFramework_IsTheProjects()
        => Assert.Equal([true, false, true, true], DoctorReports.Examinations.Select(each => each.LosesRequired));

    private static string TextOf(DoctorExamination examination)
    {
        using var output = new StringWriter { NewLine = "\n" };
        DoctorText.Print(output, examination);
        return output.ToString();
    }
}
