using Verify = Weft.Analyzers.Tests.WeftVerify<Weft.Analyzers.WeftAnalyzer, Weft.Analyzers.Lineage.CopiedByHandFix>;

namespace Weft.Analyzers.Tests.Lineage;

/// <summary>Proves that WEFT301 is reported where a copy by hand leaves out what says where the record comes from, and that the fix copies it.</summary>
public sealed class CopiedByHandTests
{
    private const string Types = """

        class Order { public int Id { get; set; } public string Name { get; set; } = ""; public int Total { get; set; } public TraceContext Trace { get; set; } }
        class Row { public int Id { get; set; } public string Name { get; set; } = ""; public int Total { get; set; } }
        record Sent(int Id, string Name, int Total, TraceContext Trace = default);
        """;

    [Fact]
    public Task Fix_CopiesTheLineageToo() => Verify.FixAsync("""
        using Weft;
        class Shop
        {
            Order Two(Order order) => new Order { Id = order.Id, Name = order.Name, Total = 1 };
            Order Lines(Order order)
            {
                return new {|WEFT301:Order|}
                {
                    Id = order.Id, // the same
                    Name = order.Name,
                    Total = order.Total
                };
            }
            Sent Again(Sent sent) => new {|WEFT301:Sent|}(sent.Id, sent.Name, sent.Total);
        }
        """ + Types, """
        using Weft;
        class Shop
        {
            Order Two(Order order) => new Order { Id = order.Id, Name = order.Name, Total = 1 };
            Order Lines(Order order)
            {
                return new Order
                {
                    Id = order.Id, // the same
                    Name = order.Name,
                    Total = order.Total,
                    Trace = order.Trace
                };
            }
            Sent Again(Sent sent) => new Sent(sent.Id, sent.Name, sent.Total, Trace: sent.Trace);
        }
        """ + Types);

    [Fact]
    public Task Copy_ThatCarriesItOrHasNone_IsNotFlagged() => Verify.AnalyzerAsync("""
        using Weft;
        class Shop
        {
            Order Whole(Order order) => new() { Id = order.Id, Name = order.Name, Total = order.Total, Trace = order.Trace };
            Order Later(Order order)
            {
                var copy = new Order { Id = order.Id, Name = order.Name, Total = order.Total };
                copy.Trace = order.Trace;
                return copy;
            }
            Row ToRow(Order order) => new() { Id = order.Id, Name = order.Name, Total = order.Total };
            Order FromRow(Row row) => new() { Id = row.Id, Name = row.Name, Total = row.Total };
            Order Two(Order order) => new() { Id = order.Id, Name = order.Name };
            Order Mixed(Order left, Order right) => new() { Id = left.Id, Name = right.Name, Total = left.Total };
        }
        """ + Types);
}
