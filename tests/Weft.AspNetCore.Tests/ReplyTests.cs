// Proves over loopback Kestrel, in a woven program that is client and server at once, that what a caller reads from an answer follows from the records that the server's handler put into it: a list record by record, one
// value from the record that it is made of, with a mark where nobody knows all of them; and that what is posted as a list arrives record by record, without a word of Weft.
using System.Net.Http.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Weft.AspNetCore.Tests;

public sealed class ReplyTests : IAsyncLifetime
{
    private static readonly string[] _lines = ["a;3", "b;1", "c;2", "d;5"];

    private WebApplication _server = null!;
    private HttpClient _client = null!;
    private readonly List<Order> _one = [];

    [Fact]
    public async Task Get_OfAList_FollowsRecordByRecord()
    {
        List<Order> orders = (await _client.GetFromJsonAsync<List<Order>>("/list"))!;
        List<string> names = orders.Where(order => order.Amount > 2).Select(order => order.Name).ToList();
        Assert.Equal(["a", "d"], names);
        AssertExact(names, 1, "_lines[3]");
    }

    [Theory]
    [InlineData("/results")]
    [InlineData("/typed")]
    [InlineData("/task")]
    [InlineData("/written")]
    [InlineData("/array")]
    public async Task Get_OfAListInAnyWay_FollowsRecordByRecord(string path)
    {
        Order[] orders = (await _client.GetFromJsonAsync<Order[]>(path))!;
        Assert.Equal(4, orders.Length);
        AssertExact(orders, 2, "_lines[2]");
    }

    [Fact]
    public async Task Content_ReadBehindSending_FollowsRecordByRecord()
    {
        using HttpResponseMessage response = await _client.GetAsync("/list");
        List<Order> orders = (await response.Content.ReadFromJsonAsync<List<Order>>())!;
        AssertExact(orders, 3, "_lines[3]");
    }

    [Fact]
    public async Task Get_OfOneRecord_FollowsFromItAlone()
    {
        var found = new List<Order>();
        for (int i = 0; i < 2; i++)
        {
            Order? order = await _client.GetFromJsonAsync<Order>("/key/c");
            if (order is not null) found.Add(order);
        }
        AssertExact(found, 1, "_lines[2]");
    }

    [Fact]
    public async Task Get_OfText_FollowsFromTheRecordThatItIsMadeOf()
    {
        var found = new List<string>();
        string text = await _client.GetStringAsync("/text/b");
        found.Add(text);
        AssertExact(found, 0, "_lines[1]");
    }

    [Fact]
    public async Task Get_OfWhatNobodyKnows_SaysSo()
    {
        var found = new List<Order>();
        Order? order = await _client.GetFromJsonAsync<Order>("/kept");
        found.Add(order!);
        string why = Why(found, 0);
        Assert.Contains("incomplete", why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_OfALazySequence_SaysThatItIsNotKnown()
    {
        List<Order> orders = (await _client.GetFromJsonAsync<List<Order>>("/lazy"))!;
        Assert.Equal(4, orders.Count);
        Assert.Contains("incomplete", Why(orders, 0), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_OfAnotherNumberOfRecords_IsCoarse()
    {
        var pages = new List<Page>();
        Page? page = await _client.GetFromJsonAsync<Page>("/page");
        pages.Add(page!);
        Assert.Contains("incomplete", Why(pages, 0), StringComparison.Ordinal); // what a constructor makes of a list
    }

    [Fact]
    public async Task Post_OfOneRecord_ComesBackAsItself()
    {
        var back = new List<Order>();
        foreach (Order order in Orders())
        {
            using HttpResponseMessage response = await _client.PostAsJsonAsync("/echo", order);
            Order? echoed = await response.Content.ReadFromJsonAsync<Order>();
            back.Add(echoed!);
        }
        Assert.Equal(4, back.Count);
        AssertContains(back, 2, "_lines[2]");
    }

    [Theory]
    [InlineData("/many")]
    [InlineData("/read")]
    public async Task Post_OfAList_ArrivesRecordByRecord(string path)
    {
        using HttpResponseMessage response = await _client.PostAsJsonAsync(path, Orders());
        List<string> names = (await response.Content.ReadFromJsonAsync<List<string>>())!;
        Assert.Equal(["a", "c", "d"], names);
        AssertExact(names, 1, "_lines[2]");
    }

    [Fact]
    public async Task Post_ToAHandlerWithAListOfItsOwn_LeavesThatAsItIs()
    {
        using HttpResponseMessage response = await _client.PostAsJsonAsync("/service", Orders());
        List<Kept> kept = (await response.Content.ReadFromJsonAsync<List<Kept>>())!;
        string why = Why(kept, 0);
        Assert.False(why.Contains("_lines", StringComparison.Ordinal) || !why.Contains("kept", StringComparison.Ordinal), why);
    }

    [Fact]
    public async Task Post_ByALambdaOfAnOperator_SaysThatItsRecordIsNotNamed()
    {
        await Task.WhenAll(Orders().Select(order => _client.PostAsJsonAsync("/one", order)));
        string why = Why(_one, 2);
        Assert.True(why.Contains("incomplete", StringComparison.Ordinal), why);
    }

    [Fact]
    public async Task Get_ByCodeThatSaysNothing_HasNoHeader()
    {
        using HttpResponseMessage response = await Unwoven.GetAsync(_server.Urls.First() + "/list");
        Assert.False(response.Headers.Contains("weft"));
    }

    public async Task InitializeAsync()
    {
        WebApplicationBuilder builder = WebApplication.CreateBuilder(new WebApplicationOptions { ApplicationName = typeof(ReplyTests).Assembly.GetName().Name });
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton(new List<Kept> { new("z"), new("y"), new("x"), new("w") });
        builder.Services.AddSingleton<Store>();
        _server = builder.Build();
        List<Order> orders = Orders();
        Dictionary<string, Order> byName = orders.ToDictionary(order => order.Name);
        _server.MapGet("/list", () => orders);
        _server.MapGet("/results", () => Results.Ok(orders));
        _server.MapGet("/typed", Results<Ok<List<Order>>, NotFound> (int? skip) => skip == 1 ? TypedResults.NotFound() : TypedResults.Ok(orders));
        _server.MapGet("/task", async () =>
        {
            await Task.Yield();
            return orders.Select(order => order with { }).ToList();
        });
        _server.MapGet("/written", context => context.Response.WriteAsJsonAsync(orders));
        _server.MapGet("/array", () => orders.ToArray());
        _server.MapGet("/lazy", () => orders.Where(order => order.Amount > 0));
        _server.MapGet("/page", () => new Page(orders, 1));
        _server.MapGet("/key/{name}", (string name) => byName[name]);
        _server.MapGet("/text/{name}", async (HttpContext context, string name) =>
        {
            Order order = byName[name];
            await context.Response.WriteAsync(order.Name);
        });
        _server.MapGet("/kept", (Store store) => store.Last());
        _server.MapPost("/echo", (Order order) => Results.Ok(order));
        _server.MapPost("/many", (List<Order> received) => received.Where(order => order.Amount > 1).Select(order => order.Name).ToList());
        _server.MapPost("/read", async (HttpRequest request) =>
        {
            Order[]? received = await request.ReadFromJsonAsync<Order[]>();
            return received!.Where(order => order.Amount > 1).Select(order => order.Name).ToList();
        });
        var gate = new Lock();
        List<Order> one = _one;
        _server.MapPost("/one", (Order order) =>
        {
            lock (gate) one.Add(order);
        });
        _server.MapPost("/service", (List<Kept> kept) => kept);
        await _server.StartAsync();
        _client = new HttpClient { BaseAddress = new Uri(_server.Urls.First()) };
    }

    public async Task DisposeAsync()
    {
        _client.Dispose();
        await _server.DisposeAsync();
    }

    private static List<Order> Orders() => _lines.Select(line => new Order(line[..1], line[2] - '0')).ToList();

    private static string Why<T>(IReadOnlyList<T> records, int index) => Lineage.Of(records, index, "answered").Why().ToString();

    private static void AssertExact<T>(IReadOnlyList<T> records, int index, string input)
    {
        string why = Why(records, index);
        bool isExact = why.Split("_lines[").Length == 2 && !why.Contains("incomplete", StringComparison.Ordinal) && !why.Contains("coarse", StringComparison.Ordinal);
        Assert.True(isExact && why.Contains(input, StringComparison.Ordinal), why);
    }

    private static void AssertContains<T>(IReadOnlyList<T> records, int index, string input)
    {
        string why = Why(records, index);
        Assert.True(why.Contains(input, StringComparison.Ordinal) && !why.Contains("incomplete", StringComparison.Ordinal), why);
    }

    internal sealed record Order(string Name, int Amount);

    internal sealed record Page(List<Order> Orders, int Number);

    internal sealed record Kept(string Name);

    internal sealed class Store
    {
        private readonly Order _last = new("last", 7);

        public Order Last() => _last;
    }

    [NotWoven]
    private static class Unwoven
    {
        internal static async Task<HttpResponseMessage> GetAsync(string url)
        {
            using var client = new HttpClient();
            return await client.GetAsync(new Uri(url));
        }
    }
}
