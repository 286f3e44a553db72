using Microsoft.CodeAnalysis;
using Verify = Weft.Analyzers.Tests.WeftVerify<Weft.Analyzers.WeftAnalyzer, Weft.Analyzers.Lineage.LineageLostHereFix>;

namespace Weft.Analyzers.Tests.Lineage;

/// <summary>
/// Proves that WEFT302 is reported exactly where a LINQ operator that the weaver leaves alone hands records on, and only in projects that are woven.
/// </summary>
public sealed class LineageLostHereTests
{
    // Every operator of today's LINQ is woven: these are of a later one.
    internal const string LaterLinq = """

        namespace System.Linq
        {
            public static class Enumerable
            {
                public static System.Collections.Generic.IEnumerable<T> Interleave<T>(this System.Collections.Generic.IEnumerable<T> first, System.Collections.Generic.IEnumerable<T> second) => first;
                public static T[] Rotate<T>(this System.Collections.Generic.IEnumerable<T> source, int by) => new T[by];
                public static bool Overlaps<T>(this System.Collections.Generic.IEnumerable<T> first, System.Collections.Generic.IEnumerable<T> second) => false;
            }
        }
        """;

    private const string Unwoven = """
        using System.Collections.Generic;
        using System.Linq;
        class Report { List<int> Make(List<int> left, List<int> right) => left.Interleave(right).ToList(); }
        """ + LaterLinq;

    [Fact]
    public Task Operator_NotInTheCatalog_IsFlaggedAtItsName() => Verify.AnalyzerAsync("""
        using System.Collections.Generic;
        using System.Linq;
        class Report
        {
            void Make(List<int> left, IEnumerable<int> right, int[] array)
            {
                var a = left.{|WEFT302:Interleave|}(right).ToList();
                var b = left.Where(x => x > 0).{|WEFT302:Interleave|}(right).ToArray();
                var c = Enumerable.{|WEFT302:Interleave|}(left, right);
                var d = array?.{|WEFT302:Rotate|}(2);
                var e = left.{|WEFT302:Rotate|}(1).Select(x => x + 1);
                var f = left.{|WEFT302:Interleave|}(right)
                    .{|WEFT302:Interleave|}(right);
                var g = left.Except(right).Intersect(right).Order().CountBy(x => x).Index();
                var h = left.Overlaps(right);
            }
        }
        """ + LaterLinq);

    [Fact]
    public Task ParallelQuery_IsNotFlagged() => Verify.AnalyzerAsync("""
        using System.Collections.Generic;
        using System.Linq;
        class Report
        {
            List<int> Make(List<int> left, int[] right) => left.Where(x => x > 0).AsParallel().AsOrdered().Where(x => x > 1).Concat(right.AsParallel()).Select(x => x + 1).AsSequential().ToList();
        }
        """);

    [Fact]
    public async Task Operator_NotInTheCatalog_IsNamedInTheMessage()
    {
        var test = new Verify.Test("""
            using System.Linq;
            class Report { object Make(int[] left, int[] right) => left.{|#0:Interleave|}(right); }
            """ + LaterLinq);
        test.TestState.ExpectedDiagnostics.Add(Verify.Diagnostic("WEFT302").WithLocation(0).WithSeverity(DiagnosticSeverity.Info).WithArguments("Interleave"));
        await test.RunAsync();
    }

    [Fact]
    public Task Operator_CalledThroughUsingStatic_IsFlagged() => Verify.AnalyzerAsync("""
        using System.Collections.Generic;
        using static System.Linq.Enumerable;
        class Report { IEnumerable<int> Make(int[] left, int[] right) => left.{|WEFT302:Interleave|}(right); }
        """ + LaterLinq);

    [Fact]
    public Task Operator_InLambdasIteratorsAndAsyncMethods_IsFlagged() => Verify.AnalyzerAsync("""
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using System.Threading.Tasks;
        class Report
        {
            Func<int[], IEnumerable<int>> _of = all => all.{|WEFT302:Interleave|}([1]);
            IEnumerable<int> Iterate(int[] all) { foreach (int one in all.{|WEFT302:Interleave|}([1])) yield return one; }
            async Task<int[]> Await(int[] all) { await Task.Yield(); return all.{|WEFT302:Interleave|}([1]).ToArray(); }
        }
        """ + LaterLinq);

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
            public static IEnumerable<int> Interleave(this IEnumerable<int> left, IEnumerable<int> right) => left;
            static IEnumerable<int> Make(int[] left, int[] right) => left.Interleave(right);
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
            Expression<Func<int[], IEnumerable<int>>> _tree = all => all.Interleave(all);
            IQueryable<int> Query(IQueryable<int[]> rows, int[] known) => rows.Where(row => row.Interleave(known).Any()).Select(row => row[0]).Except(known);
        }
        """ + LaterLinq);

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
            class Part { {{onMethod}} IEnumerable<int> Make(int[] all) => all.Select(x => x).Interleave(all); }
        }
        """ + LaterLinq);

    [Fact]
    public Task Operator_InAPropertyUnderNotWoven_IsNotFlagged() => Verify.AnalyzerAsync("""
        using System.Collections.Generic;
        using System.Linq;
        class Report { [Weft.NotWoven] IEnumerable<int> Made => new[] { 1 }.Interleave([2]); }
        """ + LaterLinq);

    [Theory]
    [InlineData("Off")]
    [InlineData("off")]
    public Task Operator_InAProjectThatIsNotWoven_IsNotFlagged(string mode) => new Verify.Test(Unwoven).WithWeftMode(mode).RunAsync();

    [Theory]
    [InlineData("Record")]
    [InlineData("NoOp")]
    public Task Operator_InAProjectThatIsWoven_IsFlagged(string mode)
        => new Verify.Test(Unwoven.Replace(".Interleave(", ".{|WEFT302:Interleave|}(", StringComparison.Ordinal)).WithWeftMode(mode).RunAsync();

    [Fact]
    public Task Operator_InAProjectWithoutWeft_IsNotFlagged() => new Verify.Test(Unwoven, referencesWeft: false).RunAsync();

    [Fact]
    public async Task Severity_FromAnEditorConfig_IsObeyed()
    {
        var silenced = new Verify.Test(Unwoven);
        silenced.TestState.AnalyzerConfigFiles.Add(("/.editorconfig", "root = true\n[*.cs]\ndotnet_diagnostic.WEFT302.severity = none\n"));
        await silenced.RunAsync();

        var raised = new Verify.Test(Unwoven.Replace(".Interleave(", ".{|#0:Interleave|}(", StringComparison.Ordinal));
        raised.TestState.AnalyzerConfigFiles.Add(("/.editorconfig", "root = true\n[*.cs]\ndotnet_diagnostic.WEFT302.severity = warning\n"));
        raised.TestState.ExpectedDiagnostics.Add(Verify.Diagnostic("WEFT302").WithLocation(0).WithSeverity(DiagnosticSeverity.Warning));
        await raised.RunAsync();
    }
}
