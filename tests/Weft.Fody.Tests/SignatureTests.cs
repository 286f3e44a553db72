using Microsoft.CodeAnalysis;
using Weft.Fody.Tests.Harness;
using Xunit;

namespace Weft.Fody.Tests;

// Proves: records keep their spans on the way through signatures, fields, closures and collections of the program's own, and through another woven
// assembly; and what the program asks of a flow (its type, its interfaces, several enumerations) is answered as unwoven.
public class SignatureTests
{
    private const string Library = """
        using System; using System.Collections.Generic; using System.Linq;
        namespace Shop
        {
            public interface ISource<out T> { IEnumerable<T> Records(); }
            public abstract class Source : ISource<string>
            {
                public abstract IEnumerable<string> Records();
                public virtual IEnumerable<int> Lengths() => Records().Select(r => r.Length);
            }
            public sealed class Held(IEnumerable<string> records) : Source
            {
                public static readonly IEnumerable<int> Before = new[] { 3, 1, 2 }.Where(n => n > 1);
                public IEnumerable<string> Kept { get; } = records;
                public override IEnumerable<string> Records() => Kept;
            }
            public static class Steps
            {
                public static IEnumerable<T> Odd<T>(this IEnumerable<T> items) where T : notnull => items.Where((_, i) => i % 2 == 1);
                public static IEnumerable<T> Yielded<T>(this IEnumerable<T> items) { foreach (T item in items) yield return item; }
                public static IEnumerable<R> Mapped<S, T, R>(S items, Func<T, R> map) where S : IEnumerable<T> => items.Select(map);
                public static List<T> Spread<T>(params IEnumerable<T> items) => [.. items];
                public static int Size<T>(IReadOnlyCollection<T> items) => items.Count;
            }
        }
        """;

    private const string Members = """
        static readonly string[] s_words = ["pear", "fig", "plum", "date"];
        static IEnumerable<string> s_field = s_words.Where(w => w != "fig");
        static (string, string) Answer<T>(IEnumerable<T> records)
        {
            List<T> list = records.Select(r => r).ToList();
            return (string.Join(",", list), Weft.Lineage.Of(list, list.Count - 1, "list").Why().ToString());
        }
        static IEnumerable<string> Through(IEnumerable<string> words, out IEnumerable<string> same) => same = words;
        static T Generic<T>(T value) => value;

        public static object Parameter() => Answer(Through(s_words.Skip(1), out _));
        public static object Out() { Through(s_words.Skip(1), out IEnumerable<string> words); return Answer(words); }
        public static object Field() => Answer(s_field);
        public static object Array() { IEnumerable<string>[] flows = [s_words.Take(1), s_words.Skip(2)]; return Answer(flows[1]); }
        public static object Tuple() { (int, IEnumerable<string> Words) pair = (1, s_words.Skip(1)); return Answer(Generic(pair).Words); }
        public static object Closure() { IEnumerable<string> words = s_words.Skip(1); Func<IEnumerable<string>> get = () => words; return Answer(get()); }
        public static object Dictionary() { var flows = new Dictionary<string, IEnumerable<string>> { ["a"] = s_words.Skip(1) }; return Answer(flows["a"]); }
        public static object Object() { object words = s_words.Skip(1); return Answer((IEnumerable<string>)words); }
        public static object Covariant() { IEnumerable<object> words = s_words.Skip(1); return Answer(words); }
        public static object Lazy() { var lazy = new Lazy<IEnumerable<string>>(() => s_words.Skip(1)); return Answer(lazy.Value); }
        public static object Task() => Answer(System.Threading.Tasks.Task.Run(() => s_words.Skip(1)).Result);
        public static object OtherThread() { IEnumerable<string> words = s_words.Skip(1); return System.Threading.Tasks.Task.Run(() => Answer(words)).Result; }
        public static object Twice() { IEnumerable<string> words = s_words.Skip(1).Where(w => w != ""); words.Count(); return Answer(words); }
        public static object Interface() { Shop.ISource<object> source = new Shop.Held(s_words.Skip(1)); return Answer(source.Records()); }
        public static object Virtual() { Shop.Source source = new Shop.Held(s_words.Skip(1)); return Answer(source.Lengths()); }
        public static object Static() => Answer(Shop.Held.Before);
        public static object Library() => Answer(s_words.Skip(1).Odd());
        public static object LibraryIterator() => Answer(s_words.Skip(1).Yielded());
        public static object Constrained() => Answer(Shop.Steps.Mapped<IEnumerable<string>, string, int>(s_words.Skip(1), w => w.Length));

        public static object Questions()
        {
            IEnumerable<string> flow = s_words.Where(w => w != "fig");
            IEnumerable<string> mapped = s_words.Select(w => w);
            IEnumerable<int> yielded = Numbers();
            object[] answers =
            [
                flow is ICollection<string>, flow is IReadOnlyCollection<string>, flow is System.Collections.ICollection, mapped is IList<string>, mapped is ICollection<string>,
                flow is IEnumerator<string>, flow is IDisposable, (object)flow is IEnumerable<int>, (object)flow is IEnumerable<object>, flow is IQueryable,
                yielded is ICollection<int>, yielded is IEnumerator<int>, yielded is IDisposable, yielded.GetType().Name, yielded.GetEnumerator() == yielded,
                flow.TryGetNonEnumeratedCount(out int n), n, mapped.TryGetNonEnumeratedCount(out n), n, ReferenceEquals(flow.GetEnumerator(), flow),
                string.Join("-", flow), string.Concat(flow), string.Join('+', Shop.Steps.Spread(flow)), string.Join(",", (string[])[.. flow, "x", .. mapped]),
                string.Join(",", new HashSet<string>(flow)), string.Join(",", new List<string>(mapped)), new Queue<string>(flow).Count, flow.SequenceEqual(flow), flow.Equals(flow),
                Shop.Steps.Size([.. flow]), string.Join(",", flow.Zip(flow.Skip(1), (a, b) => a + b)), string.Join(",", System.Collections.Immutable.ImmutableArray.CreateRange(flow)),
            ];
            return (string.Join(" ", answers), "");
            static IEnumerable<int> Numbers() { yield return 1; }
        }
        """;

    public static TheoryData<string, string> Answers => new()
    {
        { "Parameter", "list[2]\n└─ s_words[3]  (Skip C.cs:11, Select C.cs:5, ToList C.cs:5)\n" },
        { "Out", "list[2]\n└─ s_words[3]  (Skip C.cs:12, Select C.cs:5, ToList C.cs:5)\n" },
        { "Field", "list[2]\n└─ s_words[3]  (Where C.cs:2, Select C.cs:5, ToList C.cs:5)\n" },
        { "Array", "list[1]\n└─ s_words[3]  (Skip C.cs:14, Select C.cs:5, ToList C.cs:5)\n" },
        { "Tuple", "list[2]\n└─ s_words[3]  (Skip C.cs:15, Select C.cs:5, ToList C.cs:5)\n" },
        { "Closure", "list[2]\n└─ s_words[3]  (Skip C.cs:16, Select C.cs:5, ToList C.cs:5)\n" },
        { "Dictionary", "list[2]\n└─ s_words[3]  (Skip C.cs:17, Select C.cs:5, ToList C.cs:5)\n" },
        { "Object", "list[2]\n└─ s_words[3]  (Skip C.cs:18, Select C.cs:5, ToList C.cs:5)\n" },
        { "Covariant", "list[2]\n└─ s_words[3]  (Skip C.cs:19, Select C.cs:5, ToList C.cs:5)\n" },
        { "Lazy", "list[2]\n└─ s_words[3]  (Skip C.cs:20, Select C.cs:5, ToList C.cs:5)\n" },
        { "Task", "list[2]\n└─ s_words[3]  (Skip C.cs:21, Select C.cs:5, ToList C.cs:5)\n" },
        { "OtherThread", "list[2]\n└─ s_words[3]  (Skip C.cs:22, Select C.cs:5, ToList C.cs:5)\n" },
        { "Twice", "list[2]\n└─ s_words[3]  (Skip C.cs:23, Where C.cs:23, Select C.cs:5, ToList C.cs:5)\n" },
        { "Interface", "list[2]\n└─ s_words[3]  (Skip C.cs:24, Select C.cs:5, ToList C.cs:5)\n" },
        { "Virtual", "list[2]\n└─ s_words[3]  (Skip C.cs:25, Select Shop.cs:8, Select C.cs:5, ToList C.cs:5)\n" },
        { "Static", "list[1]\n└─ Where@Shop.cs:12[2]  (Where Shop.cs:12, Select C.cs:5, ToList C.cs:5)\n" },
        { "Library", "list[0]\n└─ s_words[2]  (Skip C.cs:27, Where Shop.cs:18, Select C.cs:5, ToList C.cs:5)\n" },
        { "LibraryIterator", "list[2]\n└─ s_words[3]  (Skip C.cs:28, yield Shop.cs:19, Select C.cs:5, ToList C.cs:5)\n" },
        { "Constrained", "list[2]\n└─ s_words[3]  (Skip C.cs:29, Select Shop.cs:20, Select C.cs:5, ToList C.cs:5)\n" },
        { "Questions", "" },
    };

    private static readonly (OptimizationLevel Optimization, LoadedAssembly Unwoven, LoadedAssembly Woven)[] _loaded = [Load(OptimizationLevel.Debug), Load(OptimizationLevel.Release)];

    [Theory]
    [MemberData(nameof(Answers))]
    public void Why_RecordOfAFlowThatWentThroughTheProgram_NamesItsOrigin(string method, string expected)
    {
        foreach ((OptimizationLevel optimization, LoadedAssembly unwoven, LoadedAssembly woven) in _loaded)
        {
            var (values, _) = ((string, string))unwoven.Run("C", method)!;
            var (wovenValues, answer) = ((string, string))woven.Run("C", method)!;

            Assert.Equal(values, wovenValues);
            Assert.Equal(expected, answer);
        }
    }

    private static (OptimizationLevel, LoadedAssembly, LoadedAssembly) Load(OptimizationLevel optimization)
    {
        CompiledAssembly library = TestCompiler.Compile("Shop", [("Shop.cs", Library)], optimization, [TestRuntime.Real.Reference]);
        CompiledAssembly wovenLibrary = TestWeaver.Weave(library, TestRuntime.Real).Assembly;
        CompiledAssembly unwoven = Construct.CompileMembers("#line 1\n" + Members, optimization, [library], runtime: TestRuntime.Real, usings: "using Shop;");
        CompiledAssembly woven = TestWeaver.Weave(unwoven, TestRuntime.Real, references: [wovenLibrary]).Assembly;
        return (optimization, new LoadedAssembly(unwoven, TestRuntime.Real, [library]), new LoadedAssembly(woven, TestRuntime.Real, [wovenLibrary]));
    }
}
