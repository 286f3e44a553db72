using Verify = Weft.Analyzers.Tests.WeftVerify<Weft.Analyzers.WeftAnalyzer, Weft.Analyzers.Lineage.DroppedBySerializerFix>;

namespace Weft.Analyzers.Tests.Lineage;

/// <summary>Proves that WEFT304 is reported where JSON leaves out what says where a record comes from, and that the fix includes it.</summary>
public sealed class DroppedBySerializerTests
{
    [Fact]
    public Task Fix_IncludesTheMember() => Verify.FixAsync("""
        using System.Collections.Generic;
        using System.Text.Json;
        using System.Text.Json.Serialization;
        using Weft;
        class Order
        {
            public int Id { get; set; }

            /// <summary>Whence.</summary>
            public TraceContext Trace;
        }
        class Whole { public int Id { get; set; } public TraceContext Trace { get; set; } }
        class Meant { public int Id { get; set; } [JsonIgnore] public TraceContext Trace; }
        class Report
        {
            string One(Order order) => JsonSerializer.Serialize({|WEFT304:order|});
            string All(List<Order> orders) => JsonSerializer.Serialize({|WEFT304:orders|});
            string Settings(Order order) => JsonSerializer.Serialize(order, new JsonSerializerOptions { IncludeFields = true });
            string Others(Whole whole, Meant meant) => JsonSerializer.Serialize(whole) + JsonSerializer.Serialize(meant);
        }
        """, """
        using System.Collections.Generic;
        using System.Text.Json;
        using System.Text.Json.Serialization;
        using Weft;
        class Order
        {
            public int Id { get; set; }

            /// <summary>Whence.</summary>
            [JsonInclude]
            public TraceContext Trace;
        }
        class Whole { public int Id { get; set; } public TraceContext Trace { get; set; } }
        class Meant { public int Id { get; set; } [JsonIgnore] public TraceContext Trace; }
        class Report
        {
            string One(Order order) => JsonSerializer.Serialize(order);
            string All(List<Order> orders) => JsonSerializer.Serialize(orders);
            string Settings(Order order) => JsonSerializer.Serialize(order, new JsonSerializerOptions { IncludeFields = true });
            string Others(Whole whole, Meant meant) => JsonSerializer.Serialize(whole) + JsonSerializer.Serialize(meant);
        }
        """);
}
