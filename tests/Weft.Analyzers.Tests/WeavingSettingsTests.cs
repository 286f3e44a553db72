using Verify = Weft.Analyzers.Tests.WeftVerify<Weft.Analyzers.WeftAnalyzer, Weft.Analyzers.Lineage.LineageLostHereFix>;

namespace Weft.Analyzers.Tests;

/// <summary>Proves that the rules about what is woven are silent in types that <c>WeftExclude</c> names, as the weaver reads it.</summary>
public sealed class WeavingSettingsTests
{
    private const string Source = """
        using System.Collections.Generic;
        namespace Shop
        {
            class Report<T>
            {
                object Make(SortedSet<T> all, T one) => all.GetViewBetween(one, one);
                class Part { object Make(SortedSet<int> all) => all.GetViewBetween(1, 1); }
            }
        }
        namespace Shop.Other { class Report { object Make(SortedSet<int> all) => all.{|WEFT302:GetViewBetween|}(1, 1); } }
        """;

    [Theory]
    [InlineData("Shop.Report")]
    [InlineData("Bank|Shop.Report")]
    [InlineData("Shop.R*|Bank.*")]
    public Task Rules_InTypesThatAreExcluded_AreSilent(string excluded) => With(excluded, Source).RunAsync();

    [Fact]
    public Task Rules_WhereANestedTypeIsExcluded_SpeakOfTheRest()
        => With("Shop.Report.Part", Source.Replace("Make(SortedSet<T> all, T one) => all.GetViewBetween", "Make(SortedSet<T> all, T one) => all.{|WEFT302:GetViewBetween|}", StringComparison.Ordinal)).RunAsync();

    [Fact]
    public Task Rules_AboutUnits_SpeakInTypesThatAreExcluded() => With("C", """
        using System.Threading.Tasks;
        using Weft;
        class C { Task M(ExecutionUnit unit) => Task.Run(() => {|WEFT101:unit|}.Event(EventKind.Send)); }
        """).RunAsync();

    private static Verify.Test With(string excluded, string source)
    {
        var test = new Verify.Test(source);
        test.TestState.AnalyzerConfigFiles.Add(("/.globalconfig", $"is_global = true\nbuild_property.WeftExcludeSeen = {excluded}\n"));
        return test;
    }
}
