using Microsoft.CodeAnalysis;
using Weft.Fody.Source;
using Weft.Fody.Tests.Harness;
using Weft.Sites;
using Xunit;

namespace Weft.Fody.Tests;

// Proves: a site's method, source and output are named as the person who wrote the code would name them.
public class NamingTests
{
    private const string Types = """
        using System; using System.Collections.Generic; using System.Linq; using System.Threading.Tasks;
        namespace Shop.Reports;
        public interface IReport { int Total(); Task<int> TotalAsync(); }
        public class Outer<T>
        {
            public class Report(int[] numbers) : IReport, IEnumerable<int>
            {
                static readonly int s_static = new[] { 1 }.Count();
                int _initial = new[] { 2 }.Count();
                public int Size => numbers.Count();
                public int this[int i] => numbers.Select(n => n + i).Count();
                public static int operator +(Report a, int b) => new[] { b }.Count();
                int IReport.Total() => numbers.Count();
                async Task<int> IReport.TotalAsync() { await Task.Yield(); return numbers.Count(); }
                public IEnumerator<int> GetEnumerator() { yield return numbers.Count(); }
                System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() { yield return numbers.Count(); }
                public Func<Task<int>> Later<U>() => async () => { await Task.Yield(); return numbers.Count(); };
            }
        }
        file class Hidden { public static int Run() => new[] { 1 }.Count(); }
        """;

    [Theory]
    [InlineData(OptimizationLevel.Debug)]
    [InlineData(OptimizationLevel.Release)]
    public void Method_OfEachKind_IsNamedForAPerson(OptimizationLevel optimization)
    {
        CompiledAssembly unwoven = TestCompiler.Compile("Names", [("N.cs", Types)], optimization, [TestRuntime.Fake.Reference]);

        IEnumerable<string> counts = TestWeaver.Weave(unwoven).Sites!.Rows.Where(r => r.Operator == "Count").Select(r => r.Method);

        Assert.Equal(
            [
                "Hidden.Run",
                "Outer<T>.Report.GetEnumerator",
                "Outer<T>.Report.GetEnumerator",
                "Outer<T>.Report.Later",
                "Outer<T>.Report.Size",
                "Outer<T>.Report.Total",
                "Outer<T>.Report.TotalAsync",
                "Outer<T>.Report.op_Addition",
                "Outer<T>.Report.this[]",
                "new Outer<T>.Report",
                "static Outer<T>.Report",
            ],
            counts.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("int[] local = [1]; Use(local); return local.Count();", "local")]
    [InlineData("return parameter.Count();", "parameter")]
    [InlineData("return s_field.Count();", "s_field")]
    [InlineData("return Property.Count();", "Property")]
    [InlineData("return new Holder().Items.Count();", "Items")]
    [InlineData("int[] captured = [1]; Func<int> f = () => captured.Count(); return f();", "captured")]
    [InlineData("return Make().Count();", "Make")]
    [InlineData("return Directory.GetFiles(\"x\").Count();", "Directory.GetFiles")]
    [InlineData("string text = \"a b\"; Use(text); return text.Split(' ').Count();", "text.Split")]
    [InlineData("return parameter.Twice().Count();", "parameter.Twice")]
    [InlineData("return parameter.Twice().AsEnumerable().Count();", "parameter.Twice")]
    [InlineData("return Local().Count(); int[] Local() => Make();", "Local")]
    [InlineData("return (parameter.Length > 0 ? parameter : s_field).Count();", null)]
    public void SourceName_OfTheFirstArgument_IsWhatItWasReadFrom(string body, string? expected)
    {
        CompiledAssembly unwoven = Construct.CompileMembers($$"""
            static int[] s_field = [1];
            static int[] Property { get; set; } = [1];
            class Holder { public int[] Items = [1]; }
            static int[] Make() => [1];
            static int[] Twice(this int[] items) => items;
            static void Use(object o) { }
            public static int Run(int[] parameter) { {{body}} }
            """,
            OptimizationLevel.Debug);

        Assert.Equal(expected, Assert.Single(TestWeaver.Weave(unwoven).Sites!.Rows).SourceName);
    }

    [Theory]
    [InlineData("async Task<int> Run(int[] hoisted) { await Task.Yield(); return hoisted.Count(); }", "hoisted")]
    [InlineData("async Task<int> Run() { int[] hoisted = [1]; await Task.Yield(); return hoisted.Count() + hoisted.Length; }", "hoisted")]
    [InlineData("IEnumerable<int> Run(int[] hoisted) { yield return 0; yield return hoisted.Count(); }", "hoisted")]
    public void SourceName_InAStateMachine_IsTheLocals(string method, string expected)
    {
        foreach (OptimizationLevel optimization in new[] { OptimizationLevel.Debug, OptimizationLevel.Release })
        {
            SiteRow row = Assert.Single(TestWeaver.Weave(Construct.CompileMembers("public static " + method, optimization)).Sites!.Rows, row => row.Operator == "Count");
            Assert.Equal(expected, row.SourceName);
            Assert.Equal("C.Run", row.Method);
        }
    }

    [Theory]
    [InlineData("<Main>b__0_1", "Main")]
    [InlineData("<<Main>b__0>d", "Main")]
    [InlineData("<<Main>$>b__0_0", "Main")]
    [InlineData("<Run>g__Inner|3_0", "Run")]
    [InlineData("<I<T>.Run>g__Inner|3_0", "I<T>.Run")]
    [InlineData("<>c__DisplayClass0_0", null)]
    [InlineData("Run", "Run")]
    public void SourceMethod_OfAGeneratedName_IsTheInnermost(string name, string? expected) => Assert.Equal(expected, GeneratedNames.SourceMethod(name));

    [Theory]
    [InlineData("<total>5__2", "total")]
    [InlineData("<Total>k__BackingField", "Total")]
    [InlineData("<items>P", "items")]
    [InlineData("<>3__items", "items")]
    [InlineData("<>4__this", "this")]
    [InlineData("_total", "_total")]
    [InlineData("<>2__current", null)]
    [InlineData("<>7__wrap1", null)]
    [InlineData("CS$<>8__locals1", null)]
    public void Variable_OfAField_IsWhatItStandsFor(string field, string? expected) => Assert.Equal(expected, GeneratedNames.Variable(field));
}
