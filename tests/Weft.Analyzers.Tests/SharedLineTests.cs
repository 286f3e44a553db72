using Verify = Weft.Analyzers.Tests.WeftVerify<Weft.Analyzers.WeftAnalyzer, Weft.Analyzers.ExecutionUnits.CapturedByConcurrentWorkFix>;

namespace Weft.Analyzers.Tests;

/// <summary>Proves that a line has one diagnostic even where it belongs to several members, which are analysed apart: the gravest, then the lowest id, then the first.</summary>
public sealed class SharedLineTests
{
    private const string Usings = "using System.Threading.Tasks;\nusing Weft;\n";

    [Fact]
    public Task Line_OfTwoMethods_HasTheFirst() => Verify.AnalyzerAsync(Usings + """
        class C { void M(ExecutionUnit unit) => Task.Run(() => {|WEFT101:unit|}.Event(EventKind.Send)); void N(ExecutionUnit unit) => Task.Run(() => unit.Event(EventKind.Send)); }
        """);

    [Fact]
    public Task Line_OfAMethodWithALesserFinding_HasTheGraver() => Verify.AnalyzerAsync(Usings + """
        class C { async Task W(ExecutionUnit unit) => await Task.Yield(); void M(ExecutionUnit unit) { W(unit); } void N(ExecutionUnit unit) => Task.Run(() => {|WEFT101:unit|}.Event(EventKind.Send)); }
        """);

    [Fact]
    public Task Line_OfAFieldAndItsInitializer_HasOne() => Verify.AnalyzerAsync(Usings + """
        class C
        {
            static ExecutionUnit Unit = null!; static Task Work = Task.Run(() => {|WEFT101:Unit|}.Event(EventKind.Send));
            static readonly ExecutionUnit {|WEFT103:Other|} = null!, Third = null!;
        }
        """);

    [Fact]
    public Task Line_OfAccessors_HasOne() => Verify.AnalyzerAsync(Usings + """
        class C
        {
            ExecutionUnit _unit = null!;
            Task P { get => Task.Run(() => {|WEFT101:_unit|}.Event(EventKind.Send)); set => Task.Run(() => _unit.Event(EventKind.Send)); }
        }
        """);

    [Fact]
    public Task Line_OfTwoTypes_HasOne() => Verify.AnalyzerAsync(Usings + """
        static class A { static ExecutionUnit {|WEFT103:Unit|} = null!; } static class B { static ExecutionUnit Unit = null!; }
        """);

    [Fact]
    public Task Line_OfAnotherLine_IsNotTouched() => Verify.AnalyzerAsync(Usings + """
        class C { void M(ExecutionUnit unit) => Task.Run(() => {|WEFT101:unit|}.Event(EventKind.Send)); void N(ExecutionUnit unit) => Task.Run(
            () => {|WEFT101:unit|}.Event(EventKind.Send)); }
        """);
}
