using Verify = Weft.Analyzers.Tests.WeftVerify<Weft.Analyzers.WeftAnalyzer, Weft.Analyzers.Lineage.EnumeratedTwiceFix>;

namespace Weft.Analyzers.Tests.Lineage;

/// <summary>Proves that WEFT306 is reported where a lazy flow is read twice on one way through a method, and that the fix reads it into a list.</summary>
public sealed class EnumeratedTwiceTests
{
    [Fact]
    public Task Fix_ReadsItIntoAList() => Verify.FixAsync("""
        using System;
        using System.Collections.Generic;
        using System.Linq;
        class Report
        {
            int Make(List<int> numbers)
            {
                var large = numbers.Where(n => n > 1).Select(n => (n, n)); // lazy
                foreach (var pair in large) Console.WriteLine(pair);
                IEnumerable<int> query = from n in numbers where n > 2 select n;
                if ({|WEFT306:large|}.Any()) return query.Count()
                    + {|WEFT306:query|}.Sum();
                return 0;
            }
        }
        """, """
        using System;
        using System.Collections.Generic;
        using System.Linq;
        class Report
        {
            int Make(List<int> numbers)
            {
                var large = numbers.Where(n => n > 1).Select(n => (n, n)).ToList(); // lazy
                foreach (var pair in large) Console.WriteLine(pair);
                IEnumerable<int> query = (from n in numbers where n > 2 select n).ToList();
                if (large.Any()) return query.Count()
                    + query.Sum();
                return 0;
            }
        }
        """);

    [Fact]
    public Task Flow_ReadOnceOnEachWay_IsNotFlagged() => Verify.AnalyzerAsync("""
        using System;
        using System.Collections.Generic;
        using System.Linq;
        class Report
        {
            int Make(List<int> numbers, bool all)
            {
                var large = numbers.Where(n => n > 1);
                if (all) return large.Count();
                else Console.WriteLine(large.First());
                var early = numbers.Where(n => n > 1);
                if (all) { Console.WriteLine(early.First()); return 1; }
                var list = numbers.Where(n => n > 1).ToList();
                foreach (int n in list) Console.WriteLine(list.Count());
                var anew = numbers.Where(n => n > 1);
                Console.WriteLine(anew.First());
                anew = numbers.Where(n => n > 2);
                Console.WriteLine(anew.First());
                return early.Last();
            }
        }
        """);
}
