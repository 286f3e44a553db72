using Microsoft.CodeAnalysis;
using Verify = Weft.Analyzers.Tests.WeftVerify<Weft.Analyzers.WeftAnalyzer, Weft.Analyzers.Lineage.LineageLostHereFix>;

namespace Weft.Analyzers.Tests.Lineage;

/// <summary>Proves that WEFT302 is reported for consumers that are not woven, that [LineageRequired] makes it a warning and [LineageBoundary] silences it, and that the fix writes the latter.</summary>
public sealed class LineageEndsTests
{
    [Fact]
    public Task Consumer_OfALibraryThatIsNotWoven_IsFlagged() => Verify.AnalyzerAsync("""
        using System.Collections.Generic;
        using System.Collections.ObjectModel;
        using System.Linq;
        using System.Text;
        using System.Threading.Tasks;
        class Report
        {
            async Task Make(List<int> numbers, SortedSet<int> sorted, IQueryable<int> query, byte[] bytes, string text, Task<int>[] tasks)
            {
                var a = new ReadOnlyCollection<int>(numbers);
                var b = sorted.{|WEFT302:GetViewBetween|}(1, 2);
                var c = await Task.WhenAll(tasks);
                var d = Own(numbers);
                var e = Encoding.UTF8.GetChars(bytes);
                var f = text.Split(',');
                var g = query.Where(x => x > 0);
                var h = numbers.Count + numbers.IndexOf(1);
            }
            List<int> Own(List<int> numbers) => numbers;
        }
        """);

    [Fact]
    public Task Spread_BesideOtherElementsOrIntoAnInterface_IsFlagged() => Verify.AnalyzerAsync("""
        using System.Collections.Generic;
        using System.Collections.Immutable;
        using System.Linq;
        class Report
        {
            void Make(List<int> list, int[] array, IEnumerable<int> lazy, string text)
            {
                int[] a = {|WEFT302:[.. list, 1]|};
                List<int> b = {|WEFT302:[.. list, .. array]|};
                IEnumerable<int> c = {|WEFT302:[.. lazy]|};
                ImmutableArray<int> i2 = {|WEFT302:[.. list, 1]|};
                IReadOnlyList<int> i3 = [.. array];
                int[] d = [.. list];
                List<int> e = [.. lazy];
                int[] f = [1, 2];
                IReadOnlyList<int> g = [1, list[0]];
                char[] h = [.. text, 'a'];
                List<int> i = [];
            }
        }
        """);

    [Fact]
    public Task Collection_ThatBeginsEmpty_HasNoLineageToLose() => Verify.AnalyzerAsync("""
        using System.Collections.Generic;
        using System.Collections.Immutable;
        using System.Linq;
        class Report
        {
            ImmutableList<int> _state = ImmutableList<int>.Empty.Add(1).Add(2);
            object Make(int[] numbers, ImmutableList<int> given)
            {
                ImmutableHashSet<int>.Builder builder = ImmutableHashSet.CreateBuilder<int>();
                foreach (int number in numbers) builder.{|WEFT302:Add|}(number);
                ImmutableList<int>.Builder filled = ImmutableList.CreateBuilder<int>();
                filled.AddRange(numbers);
                object made = filled.{|WEFT302:ToImmutable|}();
                var copied = new SortedSet<int>(numbers);
                _state = _state.{|WEFT302:Add|}(3);
                _state = _state.Remove(4);
                return (builder.ToImmutable(), ImmutableDictionary<int, int>.Empty.WithComparers(null).Add(1, 2), new SortedSet<int>().GetViewBetween(1, 2),
                    copied.{|WEFT302:GetViewBetween|}(1, 2),
                    ImmutableQueue.{|WEFT302:Create|}(numbers)
                        .{|WEFT302:Enqueue|}(1));
            }
        }
        """);

    [Fact]
    public async Task Consumer_UnderLineageRequired_IsAWarning()
    {
        var test = new Verify.Test("""
            using System.Collections.Generic;
            using Weft;
            [LineageRequired]
            class Report { object Make(SortedSet<int> sorted) => sorted.{|#0:GetViewBetween|}(1, 2); }
            """);
        test.TestState.ExpectedDiagnostics.Add(Verify.Diagnostic("WEFT302").WithLocation(0).WithSeverity(DiagnosticSeverity.Warning).WithArguments("SortedSet.GetViewBetween"));
        await test.RunAsync();
    }

    [Fact]
    public Task Fix_MarksTheMember() => Verify.FixAsync("""
        using System.Collections.Generic;
        using Weft;

        class Report
        {
            private readonly SortedSet<int> _all = [];

            /// <summary>Both.</summary>
            object Make(SortedSet<int> sorted)
            {
                var a = sorted.{|WEFT302:GetViewBetween|}(1, 2);
                return a.GetViewBetween(1, 1);
            }

            object Property => _all.{|WEFT302:GetViewBetween|}(1, 2); // why
        }
        """, """
        using System.Collections.Generic;
        using Weft;

        class Report
        {
            private readonly SortedSet<int> _all = [];

            /// <summary>Both.</summary>
            [LineageBoundary]
            object Make(SortedSet<int> sorted)
            {
                var a = sorted.GetViewBetween(1, 2);
                return a.GetViewBetween(1, 1);
            }

            [LineageBoundary]
            object Property => _all.GetViewBetween(1, 2); // why
        }
        """);
}
