using Verify = Weft.Analyzers.Tests.WeftVerify<Weft.Analyzers.WeftAnalyzer, Weft.Analyzers.Cost.EagerPayloadFix>;

namespace Weft.Analyzers.Tests.Cost;

/// <summary>Proves that WEFT401 is reported where the text of an annotation is made before anybody asks, and that the fix makes it an interpolated string with the same text.</summary>
public sealed class EagerPayloadTests
{
    [Fact]
    public Task Fix_MakesItAnInterpolatedString() => Verify.FixAsync("""
        using Weft;
        class Worker
        {
            void Run(ExecutionUnit unit, int id, string name, bool late)
            {
                unit.Annotate("a", {|WEFT401:"no. " + id + "/" + (late ? "late" : name)|}); // text
                unit.Annotate("b", {|WEFT401:string.Format("{0} of {1:x4}", name, id)|});
                unit.Annotate("c", {|WEFT401:(string)$"<{id}>"|});
                unit.Annotate("d", {|WEFT401:id + id + "\n{" + name|});
                unit.Annotate("e", $"<{id}>");
                unit.Annotate("f", name);
                unit.Annotate("g", "con" + "stant");
                unit.Annotate("h", id);
            }
        }
        """, """
        using Weft;
        class Worker
        {
            void Run(ExecutionUnit unit, int id, string name, bool late)
            {
                unit.Annotate("a", $"no. {id}/{(late ? "late" : name)}"); // text
                unit.Annotate("b", $"{name} of {id:x4}");
                unit.Annotate("c", $"<{id}>");
                unit.Annotate("d", $"{(id + id)}\n{{{name}");
                unit.Annotate("e", $"<{id}>");
                unit.Annotate("f", name);
                unit.Annotate("g", "con" + "stant");
                unit.Annotate("h", id);
            }
        }
        """);
}
