using Verify = Weft.Analyzers.Tests.WeftVerify<Weft.Analyzers.WeftAnalyzer, Weft.Analyzers.Lineage.RebuiltFromIndexFix>;

namespace Weft.Analyzers.Tests.Lineage;

/// <summary>Proves that WEFT303 is reported where records are looked up by the numbers of a range over them, and that the fix projects the records.</summary>
public sealed class RebuiltFromIndexTests
{
    [Fact]
    public Task Fix_ProjectsTheRecords() => Verify.FixAsync("""
        using System.Collections.Generic;
        using System.Linq;
        class Report
        {
            private readonly List<string> _names = [];
            void Make(List<int> numbers, int[] array)
            {
                var a = Enumerable.{|WEFT303:Range|}(0, numbers.Count).Select(i => numbers[i] + 1).ToList(); // a
                var b = Enumerable.{|WEFT303:Range|}(0, array.Length).Select((i) => (array[i], i)).ToList();
                var c = Enumerable.{|WEFT303:Range|}(0, _names.Count)
                    .Select(number => { return _names[number] + _names[number]; });
                var d = Enumerable.Range(1, numbers.Count).Select(i => numbers[i - 1]);
                var e = Enumerable.Range(0, numbers.Count).Select(i => array[i]);
                var f = Enumerable.Range(0, 3).Select(i => numbers[i]);
            }
        }
        """, """
        using System.Collections.Generic;
        using System.Linq;
        class Report
        {
            private readonly List<string> _names = [];
            void Make(List<int> numbers, int[] array)
            {
                var a = numbers.Select(record => record + 1).ToList(); // a
                var b = array.Select((record2, i) => (record2, i)).ToList();
                var c = _names
                    .Select(record3 => { return record3 + record3; });
                var d = Enumerable.Range(1, numbers.Count).Select(i => numbers[i - 1]);
                var e = Enumerable.Range(0, numbers.Count).Select(i => array[i]);
                var f = Enumerable.Range(0, 3).Select(i => numbers[i]);
            }
        }
        """);
}
