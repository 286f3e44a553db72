using Microsoft.CodeAnalysis;
using Verify = Weft.Analyzers.Tests.WeftVerify<Weft.Analyzers.Lineage.LineageLostHereAnalyzer>;

namespace Weft.Analyzers.Tests;

/// <summary>
/// Proves that WEFT302 is reported exactly where a LINQ operator that the weaver leaves alone hands records on, and only in projects that are woven.
/// </summary>
public sealed class LineageLostHereTests
{
    private const string Unwoven = """
        using System.Collections.Generic;
        using System.Linq;
        class Report { List<int> Make(List<int> left, List<int> right) => left.Except(right).ToList(); }
        """;

    [Fact]
    public Task Operator_NotInTheCatalog_IsFlaggedAtItsName() => Verify.AnalyzerAsync("""
        using System.Collections.Generic;
        using System.Linq;
        class Report
        {
            void Make(List<int> left, IEnumerable<int> right, int[] array)
            {
                var a = left.[|Except|](right).ToList();
                var b = left.Where(x => x > 0).[|Intersect|](right).ToArray();
                var c = Enumerable.[|Except|](left, right);
                var d = array?.[|ExceptBy|](right, x => x);
                var e = left.[|Index|]().Select(pair => pair.Item);
                var f = left.[|CountBy|](x => x % 2);
                var g = left.[|LeftJoin|](right, x => x, y => y, (x, y) => x);
                var h = left.[|Except|](right).[|Except|](right);
            }
        }
        """);

    [Fact]
    public async Task Operator_NotInTheCatalog_IsNamedInTheMessage()
    {
        var test = new Verify.Test("""
            using System.Linq;
            class Report { object Make(int[] left, int[] right) => left.{|#0:Intersect|}(right); }
            """);
        test.TestState.ExpectedDiagnostics.Add(Verify.Diagnostic().WithLocation(0).WithSeverity(DiagnosticSeverity.Info).WithArguments("Intersect"));
        await test.RunAsync();
    }

    [Fact]
    public Task Operator_CalledThroughUsingStatic_IsFlagged() => Verify.AnalyzerAsync("""
        using System.Collections.Generic;
        using static System.Linq.Enumerable;
        class Report { IEnumerable<int> Make(int[] left, int[] right) => left.[|Except|](right); }
        """);

    [Fact]
    public Task Operator_InLambdasIteratorsAndAsyncMethods_IsFlagged() => Verify.AnalyzerAsync("""
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using System.Threading.Tasks;
        class Report
        {
            Func<int[], IEnumerable<int>> _of = all => all.[|Except|]([1]);
            IEnumerable<int> Iterate(int[] all) { foreach (int one in all.[|Except|]([1])) yield return one; }
            async Task<int[]> Await(int[] all) { await Task.Yield(); return all.[|Except|]([1]).ToArray(); }
        }
        """);

    [Fact]
    public Task Operator_InTheCatalog_IsNotFlagged() => Verify.AnalyzerAsync("""
        using System.Collections.Generic;
        using System.IO;
        using System.Linq;
        class Report
        {
            object Make(List<int> numbers) =>
                (from number in numbers
                 join other in numbers on number equals other
                 where number > 0
                 orderby number descending
                 group number by number % 2 into part
                 select part.Sum()).Skip(1).Take(2).Concat(File.ReadLines("numbers").Select(int.Parse)).Distinct().ToDictionary(x => x);
        }
        """);

    [Fact]
    public Task Method_ThatLosesNoRecords_IsNotFlagged() => Verify.AnalyzerAsync("""
        using System.Collections.Generic;
        using System.Linq;
        class Report
        {
            IEnumerable<int> AsIs(List<int> numbers) => numbers.AsEnumerable();
            IEnumerable<int> Sources() => Enumerable.Range(0, 3).Concat(Enumerable.Repeat(1, 2)).Concat(Enumerable.Empty<int>());
            bool Values(List<int> numbers) => numbers.Any() && numbers.All(x => x > 0) && numbers.Contains(1) && numbers.SequenceEqual(numbers) && numbers.TryGetNonEnumeratedCount(out _);
        }
        """);

    [Fact]
    public Task Method_OfSomebodyElse_IsNotFlagged() => Verify.AnalyzerAsync("""
        using System.Collections.Generic;
        static class Own
        {
            public static IEnumerable<int> Except(this IEnumerable<int> left, IEnumerable<int> right) => left;
            static IEnumerable<int> Make(int[] left, int[] right) => left.Except(right);
        }
        """);

    // The provider of a query must see what the compiler wrote; nothing of it runs here.
    [Fact]
    public Task Operator_InAnExpressionTree_IsNotFlagged() => Verify.AnalyzerAsync("""
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using System.Linq.Expressions;
        class Report
        {
            Expression<Func<int[], IEnumerable<int>>> _tree = all => all.Except(all);
            IQueryable<int> Query(IQueryable<int[]> rows, int[] known) => rows.Where(row => row.Except(known).Any()).Select(row => row[0]).Except(known);
        }
        """);

    [Theory]
    [InlineData("[assembly: Weft.NotWoven]", "", "")]
    [InlineData("", "[Weft.NotWoven]", "")]
    [InlineData("", "", "[Weft.NotWoven]")]
    public Task Operator_UnderNotWoven_IsNotFlagged(string onAssembly, string onType, string onMethod) => Verify.AnalyzerAsync($$"""
        using System.Collections.Generic;
        using System.Linq;
        {{onAssembly}}
        {{onType}} class Report
        {
            class Part { {{onMethod}} IEnumerable<int> Make(int[] all) => all.Select(x => x).Except(all); }
        }
        """);

    [Fact]
    public Task Operator_InAPropertyUnderNotWoven_IsNotFlagged() => Verify.AnalyzerAsync("""
        using System.Collections.Generic;
        using System.Linq;
        class Report { [Weft.NotWoven] IEnumerable<int> Made => new[] { 1 }.Except([2]); }
        """);

    [Theory]
    [InlineData("Off")]
    [InlineData("off")]
    public Task Operator_InAProjectThatIsNotWoven_IsNotFlagged(string mode) => new Verify.Test(Unwoven).WithWeftMode(mode).RunAsync();

    [Theory]
    [InlineData("Record")]
    [InlineData("NoOp")]
    public Task Operator_InAProjectThatIsWoven_IsFlagged(string mode)
        => new Verify.Test(Unwoven.Replace("Except", "[|Except|]", StringComparison.Ordinal)).WithWeftMode(mode).RunAsync();

    [Fact]
    public Task Operator_InAProjectWithoutWeft_IsNotFlagged() => new Verify.Test(Unwoven, referencesWeft: false).RunAsync();

    [Fact]
    public async Task Severity_FromAnEditorConfig_IsObeyed()
    {
        var silenced = new Verify.Test(Unwoven);
        silenced.TestState.AnalyzerConfigFiles.Add(("/.editorconfig", "root = true\n[*.cs]\ndotnet_diagnostic.WEFT302.severity = none\n"));
        await silenced.RunAsync();

        var raised = new Verify.Test(Unwoven.Replace("Except", "{|#0:Except|}", StringComparison.Ordinal));
        raised.TestState.AnalyzerConfigFiles.Add(("/.editorconfig", "root = true\n[*.cs]\ndotnet_diagnostic.WEFT302.severity = warning\n"));
        raised.TestState.ExpectedDiagnostics.Add(Verify.Diagnostic().WithLocation(0).WithSeverity(DiagnosticSeverity.Warning));
        await raised.RunAsync();
    }
}
