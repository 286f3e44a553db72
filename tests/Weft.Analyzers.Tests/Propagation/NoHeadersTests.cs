using Verify = Weft.Analyzers.Tests.WeftVerify<Weft.Analyzers.WeftAnalyzer, Weft.Analyzers.Propagation.NoHeadersFix>;

namespace Weft.Analyzers.Tests.Propagation;

/// <summary>Proves that WEFT210 is reported for clients of HTTP without a handler that injects headers and for messages to brokers without headers, and that the fix gives the client one.</summary>
public sealed class NoHeadersTests
{
    [Fact]
    public Task Fix_GivesTheClientAHandler() => Verify.FixAsync("""
        using System.Net.Http;
        class Client
        {
            private readonly HttpClient _own = {|WEFT210:new()|};
            private readonly HttpClient _other = {|WEFT210:new HttpClient() { Timeout = default }|};
            private readonly HttpClient _handled = new(new HttpClientHandler());
        }
        """, """
        using System.Net.Http;
        class Client
        {
            private readonly HttpClient _own = new(new Weft.LineageHandler(new HttpClientHandler()));
            private readonly HttpClient _other = new HttpClient(new Weft.LineageHandler(new HttpClientHandler())) { Timeout = default };
            private readonly HttpClient _handled = new(new HttpClientHandler());
        }
        """);

    [Fact]
    public async Task Publish_FromTracedCodeWithoutHeaders_IsAWarning()
    {
        var test = new Verify.Test("""
            using System.Collections.Generic;
            using System.Threading.Tasks;
            using Weft;
            namespace Confluent.Kafka { interface IProducer<K, V> { Task ProduceAsync(string topic, V message); } }
            class Sender
            {
                Task Traced(Confluent.Kafka.IProducer<int, string> kafka, ExecutionUnit unit) => kafka.{|#0:ProduceAsync|}("t", "text");
                Task Untraced(Confluent.Kafka.IProducer<int, string> kafka) => kafka.ProduceAsync("t", "text");
                Task Injected(Confluent.Kafka.IProducer<int, string> kafka, LineageContext context)
                {
                    context.Inject(new DictionaryCarrier(new Dictionary<string, string>()));
                    return kafka.ProduceAsync("t", "text");
                }
            }
            """);
        test.TestState.ExpectedDiagnostics.Add(Verify.Diagnostic("WEFT210").WithLocation(0).WithSeverity(Microsoft.CodeAnalysis.DiagnosticSeverity.Warning));
        await test.RunAsync();
    }
}
