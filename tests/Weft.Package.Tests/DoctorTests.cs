using System.Text.Json;
using System.Text.RegularExpressions;

namespace Weft.Package.Tests;

/// <summary>Proves that <c>weft doctor</c> says where lineage ends in a consumer's project and what mends it, and that its exit code tells whether code that must keep lineage loses it.</summary>
public sealed class DoctorTests
{
    private const string Losing = """
        var sorted = new SortedSet<int> { 1, 2, 3 };
        List<int> some = Report.Some(sorted).Where(number => number > 1).ToList();
        Console.WriteLine(some.Count);

        // ATTRIBUTE
        static class Report
        {
            public static SortedSet<int> Some(SortedSet<int> sorted) => sorted.GetViewBetween(1, 2);
        }
        """;

    [Fact]
    public void Doctor_OfRequiredCodeThatLosesLineage_NamesThePlaceAndFails()
    {
        Consumer consumer = Create("[Weft.LineageRequired]");

        CommandResult doctor = Doctor(consumer);

        Assert.Equal(1, doctor.ExitCode);
        Assert.Contains("(Record)", doctor.Output, StringComparison.Ordinal);
        Assert.Contains("Program.cs:8:72  WEFT302, under [LineageRequired]", doctor.Output, StringComparison.Ordinal);
        Assert.Contains("mend: mark with [LineageBoundary]", doctor.Output, StringComparison.Ordinal);
        Assert.Contains("--diagnostics WEFT302", doctor.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Doctor_OfRequiredCodeThatTheWeaverAloneSeesLose_Fails()
    {
        Consumer consumer = Install("""
            int[] numbers = [1, 2, 3];
            Console.WriteLine(Report.Totals(numbers.Where(number => number > 1)).Count);
            Console.WriteLine(Report.Meant(numbers.Where(number => number > 1)).Count);

            [Weft.LineageRequired]
            static class Report
            {
                // of records that were read earlier: no rule looks that far
                public static List<int> Totals(IEnumerable<int> numbers)
                {
                    var totals = new List<int>();
                    int total = 0;
                    foreach (int number in numbers) totals.Add(total += number);
                    return totals;
                }

                [Weft.LineageBoundary]
                public static SortedSet<int> Meant(IEnumerable<int> numbers)
                {
                    var sorted = new SortedSet<int>();
                    foreach (int number in numbers) sorted.Add(number);
                    return sorted;
                }
            }
            """);

        CommandResult doctor = Doctor(consumer);

        Assert.True(doctor.ExitCode == 1, doctor.Output);
        Assert.True(Regex.IsMatch(doctor.Output, @"Program\.cs:13:\d+  under \[LineageRequired\]\r?\n    the flow may end at Add: what it puts in may be made of records that were read earlier"), doctor.Output);
        Assert.DoesNotContain("SortedSet", doctor.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Doctor_OfOtherCode_Succeeds()
    {
        Consumer consumer = Create("// anything goes");

        CommandResult doctor = Doctor(consumer, "--json");

        Assert.True(doctor.ExitCode == 0, doctor.Output);
        using JsonDocument json = JsonDocument.Parse(doctor.Output);
        Assert.True(json.RootElement.GetProperty("woven").GetProperty("sites").GetInt32() > 0);
        Assert.Equal("WEFT302", json.RootElement.GetProperty("findings")[0].GetProperty("rule").GetString());
        Assert.Equal("note", json.RootElement.GetProperty("findings")[0].GetProperty("level").GetString());
    }

    [Fact]
    public void Doctor_OfAProjectThatDoesNotBuild_SaysWhy()
    {
        Consumer consumer = Create("[Weft.LineageRequired]");
        consumer.Write("Broken.cs", "class Broken { Nope nope; }");

        CommandResult doctor = Doctor(consumer);

        Assert.Equal(2, doctor.ExitCode);
        Assert.Contains("CS0246", doctor.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Doctor_OfAProjectThatDoesNotUseWeft_SaysSo()
    {
        Consumer consumer = Create("// anything goes");
        string other = Path.Combine(consumer.Folder, "other", "Other.csproj");
        Directory.CreateDirectory(Path.GetDirectoryName(other)!);
        File.WriteAllText(other, """<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup></Project>""");

        CommandResult doctor = Doctor(consumer, other, []);

        Assert.Equal(2, doctor.ExitCode);
        Assert.Contains("does not use Weft", doctor.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Doctor_OfAProjectThatIsNotThere_NamesIt()
    {
        Consumer consumer = Create("// anything goes");

        CommandResult doctor = Doctor(consumer, Path.Combine(consumer.Folder, "Nope.csproj"), []);

        Assert.Equal(3, doctor.ExitCode);
        Assert.Contains("Nope.csproj", doctor.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Doctor_OfASolution_ExaminesItsProjectsThatUseWeft()
    {
        Consumer consumer = Create("[Weft.LineageRequired]");
        string name = Path.GetFileName(consumer.Project);
        consumer.Write("All.slnx", $"""<Solution><Project Path="{name}" /></Solution>""");

        CommandResult doctor = Doctor(consumer, Path.Combine(consumer.Folder, "All.slnx"), ["--json"]);

        Assert.True(doctor.ExitCode == 1, doctor.Output);
        using JsonDocument json = JsonDocument.Parse(doctor.Output);
        JsonElement project = json.RootElement.GetProperty("projects")[0];
        Assert.Equal(name, Path.GetFileName(project.GetProperty("project").GetString()));
        Assert.Equal("WEFT302", project.GetProperty("findings")[0].GetProperty("rule").GetString());
        Assert.Contains("GetViewBetween", project.GetProperty("flowEnds")[0].GetProperty("reason").GetString(), StringComparison.Ordinal);
    }

    private static Consumer Create(string attribute) => Install(Losing.Replace("// ATTRIBUTE", attribute, StringComparison.Ordinal));

    private static Consumer Install(string program)
    {
        Consumer consumer = Consumer.WithPackage(program);
        consumer.Command(["tool", "install", "Weft.Tool", "--tool-path", "tools", "--version", PackedProduct.Version]).Succeeded();
        return consumer;
    }

    private static CommandResult Doctor(Consumer consumer, params string[] arguments)
        => Doctor(consumer, consumer.Project, arguments);

    private static CommandResult Doctor(Consumer consumer, string project, string[] arguments)
        => DotNet.Run(Path.Combine(consumer.Folder, "tools", "weft"), consumer.Folder, ["doctor", project, .. arguments], PackedProduct.Instance.Environment);
}
