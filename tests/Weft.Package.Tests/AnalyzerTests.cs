namespace Weft.Package.Tests;

/// <summary>Proves that the analyzers come with the package, obey the consumer's configuration and are silent where nothing is woven.</summary>
public sealed class AnalyzerTests
{
    private const string Program = """
        int[] numbers = [1, 2, 3];
        Console.WriteLine(string.Join(",", numbers.Interleave([4]).Select(number => number + 1)));

        namespace System.Linq
        {
            // As a later .NET might bring it.
            public static class Enumerable
            {
                public static IEnumerable<T> Interleave<T>(this IEnumerable<T> first, IEnumerable<T> second) => first.Concat(second);
            }
        }
        """;

    [Fact]
    public void Build_WithAnOperatorThatIsNotWoven_ReportsTheRuleAtItsPlace()
    {
        Consumer consumer = WithWarnings();

        CommandResult build = consumer.Build();

        Assert.Contains("Program.cs(2,44): warning WEFT302: 'Interleave' is not woven", build.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("CS9057", build.Output, StringComparison.Ordinal); // an analyzer that is too new for the compiler
    }

    [Fact]
    public void Build_Off_ReportsNothing()
    {
        Consumer consumer = WithWarnings();

        CommandResult build = consumer.Build("-p:WeftMode=Off");

        Assert.DoesNotContain("WEFT302", build.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Build_WithTheTypeExcluded_ReportsNothing()
    {
        Consumer consumer = WithWarnings();

        CommandResult build = consumer.Build("-p:WeftExclude=Shop.Reports.*%3BProgram");

        Assert.DoesNotContain("WEFT302", build.Output, StringComparison.Ordinal);
        Assert.Contains("WEFT302", consumer.Build("-p:WeftExclude=Shop.Reports.*%3BOther").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Build_WithTheRuleAsAnError_FailsOnlyWhereSomethingIsWoven()
    {
        Consumer consumer = Consumer.WithPackage(Program);
        consumer.Write(".editorconfig", "root = true\n[*.cs]\ndotnet_diagnostic.WEFT302.severity = error\n");

        consumer.BuildFails();
        consumer.Build("-p:WeftMode=Off");
    }

    private static Consumer WithWarnings()
    {
        Consumer consumer = Consumer.WithPackage(Program);
        consumer.Write(".editorconfig", "root = true\n[*.cs]\ndotnet_diagnostic.WEFT302.severity = warning\n");
        return consumer;
    }
}
