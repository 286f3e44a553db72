// Proves that clients which a factory makes in a program without a host, as a worker has them, say what their requests are about without a word of Weft: named, typed and of no name; that the handler is in front of the
// program's own, which may wait before they send; and that nothing else of a client changes.
using System.Net;
using Microsoft.Extensions.DependencyInjection;

namespace Weft.AspNetCore.Tests;

public sealed class FactoryClientTests
{
    private static readonly string[] _lines = ["a", "b", "c"];

    [Theory]
    [InlineData("")]
    [InlineData("named")]
    [InlineData("typed")]
    public async Task Post_ByAClientOfTheFactory_SaysWhichRecordItIsAbout(string kind)
    {
        var server = new Server();
        var services = new ServiceCollection();
        services.AddTransient<Waiting>();
        services.AddHttpClient();
        services.AddHttpClient("").ConfigurePrimaryHttpMessageHandler(() => server);
        services.AddHttpClient("named", client => client.Timeout = TimeSpan.FromSeconds(7)).AddHttpMessageHandler<Waiting>().ConfigurePrimaryHttpMessageHandler(() => server);
        services.AddHttpClient<Api>(client => client.BaseAddress = new Uri("http://localhost/")).AddHttpMessageHandler<Waiting>().ConfigurePrimaryHttpMessageHandler(() => server);
        await using ServiceProvider provider = services.BuildServiceProvider();
        IHttpClientFactory factory = provider.GetRequiredService<IHttpClientFactory>();
        List<string> records = _lines.Where(line => line != "a").ToList();
        foreach (string line in records)
        {
            if (kind == "typed") await provider.GetRequiredService<Api>().SaveAsync(line);
            else using (await factory.CreateClient(kind).PostAsync(new Uri("http://localhost/"), new StringContent(line))) { }
        }
        Assert.Equal(["b", "c"], server.Messages.Select(message => message.Body));
        string[] received = Lineage.ReceivedOne(server.Messages[1].Body, server.Messages[1].Context);
        string why = Lineage.Of(received, 0, "received").Why().ToString();
        Assert.True(why.Contains("_lines[2]", StringComparison.Ordinal) && !why.Contains("incomplete", StringComparison.Ordinal), why);
        Assert.Equal(kind == "named" ? 7 : 100, factory.CreateClient(kind).Timeout.TotalSeconds);
    }

    private sealed class Api(HttpClient client)
    {
        internal async Task SaveAsync(string line)
        {
            using (await client.PostAsync(new Uri("orders", UriKind.Relative), new StringContent(line))) { }
        }
    }

    private sealed class Waiting : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            await Task.Delay(1, cancellationToken);
            return await base.SendAsync(request, cancellationToken);
        }
    }

    [NotWoven]
    private sealed class Server : HttpMessageHandler
    {
        internal List<(string Body, LineageContext Context)> Messages { get; } = [];

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Messages.Add((await request.Content!.ReadAsStringAsync(cancellationToken), LineageContext.Extract(new HttpHeadersCarrier(request.Headers))));
            return new HttpResponseMessage(HttpStatusCode.NoContent);
        }
    }
}
