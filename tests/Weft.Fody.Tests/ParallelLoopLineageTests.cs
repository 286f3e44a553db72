using Weft.Fody.Tests.Harness;
using Xunit;

namespace Weft.Fody.Tests;

// Proves: what the passes of a parallel loop put in follows from the record of the pass, in whatever order they run; where a loop's source tells no records, it is incomplete. Woven against the product's runtime, in Debug and
// Release.
public class ParallelLoopLineageTests
{
    private const string Program = """
        static (string, string) Answer<T>(IEnumerable<T> records, int at) { var list = records.Select(r => r).ToList(); return (string.Join(",", list.Order()), Weft.Lineage.Of(list, at, "list").Why().ToString()); }
        static readonly int[] s_numbers = [3, 1, 2];
        static IEnumerable<int> Flow() => s_numbers.Where(n => n > 1);
        static List<int> Numbers() => Flow().ToList();

        public static object ParallelForEach() { var list = new ConcurrentQueue<int>(); Parallel.ForEach(Flow(), n => list.Enqueue(n)); var l = list.ToList(); return Answer(l, l.IndexOf(2)); }
        public static object ParallelBag() { var list = new ConcurrentBag<int>(); Parallel.ForEach(Flow(), n => list.Add(n)); var l = list.ToList(); return Answer(l, l.IndexOf(2)); }
        public static object ParallelList() { var list = new ConcurrentQueue<int>(); Parallel.ForEach(Numbers(), n => list.Enqueue(n)); var l = list.ToList(); return Answer(l, l.IndexOf(2)); }
        public static object ParallelArrayIndex() { var list = new ConcurrentQueue<int>(); Parallel.ForEach(Flow().ToArray(), (n, s, i) => list.Enqueue(n)); var l = list.ToList(); return Answer(l, l.IndexOf(2)); }
        public static object ParallelLocal() { var list = new ConcurrentQueue<int>(); Parallel.ForEach(Flow().ToHashSet(), () => 0, (n, s, t) => { list.Enqueue(n); return t; }, t => { }); var l = list.ToList(); return Answer(l, l.IndexOf(2)); }
        public static object ParallelPartitioner() { var list = new ConcurrentQueue<int>(); Parallel.ForEach(Partitioner.Create(Numbers(), true), n => list.Enqueue(n)); var l = list.ToList(); return Answer(l, l.IndexOf(2)); }
        public static object ParallelFor() { var xs = Numbers(); var list = new ConcurrentQueue<int>(); Parallel.For(0, 2, i => list.Enqueue(xs[i])); var l = list.ToList(); return Answer(l, l.IndexOf(2)); }
        public static object ParallelLock() { var list = new List<int>(); Parallel.ForEach(Flow(), n => { lock (list) list.Add(n); }); return Answer(list, list.IndexOf(2)); }
        public static object ParallelAsync() { var list = new ConcurrentQueue<int>(); Parallel.ForEachAsync(Flow(), async (n, ct) => { await Task.Yield(); list.Enqueue(n); }).Wait(); var l = list.ToList(); return Answer(l, l.IndexOf(2)); }
        public static object ParallelAsyncAsync() { var list = new ConcurrentQueue<int>(); Parallel.ForEachAsync(AsyncFlow(), async (n, ct) => { await Task.Yield(); list.Enqueue(n); }).Wait(); var l = list.ToList(); return Answer(l, l.IndexOf(2)); }
        public static object ForAll() { var list = new ConcurrentQueue<int>(); Flow().AsParallel().ForAll(n => list.Enqueue(n)); var l = list.ToList(); return Answer(l, l.IndexOf(2)); }
        static async IAsyncEnumerable<int> AsyncFlow() { foreach (int n in Flow()) { await Task.Yield(); yield return n; } }
        static (string, string) Each(ConcurrentQueue<int> made) { var list = made.ToList(); int wrong = 0; for (int i = 0; i < list.Count; i += 997) { var why = Weft.Lineage.Of(list, i, "list").Why(); if (why.Verdict != Weft.LineageVerdict.Exact || why.Roots.Single().Index != list[i]) wrong++; } return (list.Count.ToString(), "wrong: " + wrong); }
        static readonly int[] s_many = Enumerable.Range(0, 20_000).ToArray();
        public static object ManyOfSequence() { var made = new ConcurrentQueue<int>(); Parallel.ForEach(s_many.Where(n => n >= 0), n => made.Enqueue(n)); return Each(made); }
        public static object ManyOfArray() { var made = new ConcurrentQueue<int>(); Parallel.ForEach(s_many.Where(n => n >= 0).ToArray(), n => made.Enqueue(n)); return Each(made); }
        public static object ManyOfList() { var made = new ConcurrentQueue<int>(); Parallel.ForEach(s_many.Where(n => n >= 0).ToList(), new ParallelOptions { MaxDegreeOfParallelism = 4 }, (n, state) => made.Enqueue(n)); return Each(made); }
        public static object ManyForAll() { var made = new ConcurrentQueue<int>(); s_many.AsParallel().Where(n => n >= 0).ForAll(n => made.Enqueue(n)); return Each(made); }
        public static object ManyAsync() { var made = new ConcurrentQueue<int>(); Parallel.ForEachAsync(s_many.Take(4_000), new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (n, _) => { if (n % 3 == 0) await Task.Yield(); made.Enqueue(n); }).Wait(); return Each(made); }
        """;

    [Theory]
    [InlineData("ParallelForEach")]
    [InlineData("ParallelList")]
    [InlineData("ParallelArrayIndex")]
    [InlineData("ParallelLocal")]
    [InlineData("ParallelFor")]
    [InlineData("ParallelLock")]
    [InlineData("ParallelAsync")]
    [InlineData("ParallelAsyncAsync")]
    [InlineData("ForAll")]
    public void Why_PutInByAPass_NamesItsRecord(string method) => Lineages.Check(Program, method, "s_numbers[2]", isExact: true, Usings);

    [Theory]
    [InlineData("ManyOfSequence")]
    [InlineData("ManyOfArray")]
    [InlineData("ManyOfList")]
    [InlineData("ManyForAll")]
    [InlineData("ManyAsync")]
    public void Why_PutInByEachOfManyPasses_NamesItsRecord(string method) => Lineages.Check(Program, method, "wrong: 0", isExact: true, Usings);

    [Theory]
    [InlineData("ParallelPartitioner")]
    [InlineData("ParallelBag")]
    public void Why_PutInWhereNobodyTells_IsIncomplete(string method) => Lineages.Check(Program, method, "", isExact: false, Usings);

    private const string Usings = "using System.Threading; using System.Collections.Concurrent;";
}
