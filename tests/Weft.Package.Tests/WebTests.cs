namespace Weft.Package.Tests;

/// <summary>
/// Proves over two processes of a consumer's program that has no word of Weft, a web application with minimal endpoints, middleware and a service, and a client, that the tool gives one answer over both recordings; and that without
/// recording the program does the same and nothing of Weft is in its requests.
/// </summary>
public sealed class WebTests
{
    private const string Program = """
        using System.Net.Http.Json;
        if (args[0] == "office")
        {
            WebApplicationBuilder builder = WebApplication.CreateBuilder();
            builder.WebHost.UseUrls("http://127.0.0.1:0");
            builder.Logging.ClearProviders();
            builder.Services.AddSingleton<Store>();
            WebApplication app = builder.Build();
            var gate = new Lock();
            List<Order> one = [], many = [];
            int told = 0;
            app.Use(async (context, next) =>
            {
                if (context.Request.Headers.ContainsKey("tracestate") || context.Request.Headers.ContainsKey("traceparent") || context.Request.Headers.ContainsKey("weft")) Interlocked.Increment(ref told);
                await next(context);
            });
            app.MapPost("/one", (Order order) => { lock (gate) one.Add(order); });
            app.MapPost("/kept", async (Order order, Store store) => await store.SaveAsync(order));
            app.MapPost("/many", (List<Order> orders) => { foreach (Order order in orders.Where(order => order.Number > 1)) many.Add(order); });
            app.MapGet("/stream", () => Stream(one));
            app.MapGet("/back", () => many.OrderByDescending(order => order.Number).ToList());
            var end = new TaskCompletionSource();
            app.MapPost("/end", (Store store) =>
            {
                List<string> ones = one.OrderBy(order => order.Number).Select(order => order.Name).ToList();
                List<string> kept = store.Orders.Select(order => order.Name).ToList();
                List<string> several = many.Select(order => order.Name).ToList();
                Console.WriteLine($"{string.Join(',', ones)} {string.Join(',', kept)} {string.Join(',', several)} told={told > 0}");
                end.SetResult();
            });
            await app.StartAsync();
            File.WriteAllText("url.new", app.Urls.First());
            File.Move("url.new", "url");
            await end.Task;
            await app.StopAsync();
            return;
        }
        while (!File.Exists("url")) await Task.Delay(50);
        using var client = new HttpClient { BaseAddress = new Uri(File.ReadAllText("url")) };
        List<Order> orders = File.ReadLines("orders.txt").Select(line => new Order(int.Parse(line[1..]), line)).ToList();
        await Task.WhenAll(orders.Select(order => client.PostAsJsonAsync("/one", order)));
        foreach (Order order in orders) (await client.PostAsJsonAsync("/kept", order)).EnsureSuccessStatusCode();
        await client.PostAsJsonAsync("/many", orders);
        var names = new List<string>();
        await foreach (Order? order in client.GetFromJsonAsAsyncEnumerable<Order>("/stream")) names.Add(order!.Name);
        List<Order>? back = await client.GetFromJsonAsync<List<Order>>("/back");
        List<string> answered = back!.Select(order => order.Name).ToList();
        Console.WriteLine($"{string.Join(',', names.Order())} {string.Join(',', answered)}");
        await client.PostAsync("/end", null);

        static async IAsyncEnumerable<Order> Stream(List<Order> orders)
        {
            foreach (Order order in orders.Where(order => order.Number > 1)) { await Task.Yield(); yield return order; }
        }

        internal sealed record Order(int Number, string Name);

        internal sealed class Store
        {
            private readonly List<Order> _orders = [];
            public IReadOnlyList<Order> Orders => _orders;
            public async Task SaveAsync(Order order) { await Task.Yield(); _orders.Add(order); }
        }
        """;

    private static Consumer Create()
    {
        Consumer consumer = Consumer.Create(Program, $"""
            <FrameworkReference Include="Microsoft.AspNetCore.App" />
            <Using Include="Microsoft.AspNetCore.Builder;Microsoft.AspNetCore.Hosting;Microsoft.AspNetCore.Http;Microsoft.Extensions.DependencyInjection;Microsoft.Extensions.Logging" />
            {Consumer.PackageReference}
            <PackageReference Include="Weft.AspNetCore" Version="{PackedProduct.Version}" />
            """);
        consumer.Write("orders.txt", "n1\nn2\nn3\n");
        return consumer;
    }

    [Fact]
    public async Task Why_OfWhatCameByRequests_NamesTheLinesOfTheClientsFile()
    {
        Consumer consumer = Create();
        consumer.Build();
        Assert.EndsWith("told=True\n", await RunAsync(consumer), StringComparison.Ordinal);
        consumer.Command(["tool", "install", "Weft.Tool", "--tool-path", "tools", "--version", PackedProduct.Version]).Succeeded();

        Assert.Matches(@"^kept\[1\]\n.- received from App, process [0-9a-f]{16}  \(Add Program.cs:\d+, Select Program.cs:\d+, ToList Program.cs:\d+\)\n   .- orders.txt:2  \(.*\)\nexact: 1 input\n", Why("kept[1]"));
        Assert.True(System.Text.RegularExpressions.Regex.IsMatch(Why("ones[2]"), @"incomplete:\n.*PostAsJsonAsync Program.cs:\d+"), Why("ones[2]") + consumer.Folder); // of a lambda's parameter, which no operator names
        Assert.Matches(@"received from App[^\n]*\n   .- orders.txt:2  \(.*\)\nexact: 1 input\n", Why("several[0]"));
        Assert.Matches(@"received from App[^\n]*\n   .- received from App[^\n]*\n      .- orders.txt:3  \(.*\)\nexact: 1 input\n", Why("answered[0]", "shop", "office")); // there and back

        string Why(string question, string folder = "office", string other = "shop")
        {
            CommandResult why = DotNet.Run(Path.Combine(consumer.Folder, "tools", "weft"), consumer.Folder, ["why", question, "--dir", folder, "--with", other]);
            Assert.True(why.ExitCode is 0 or 1, why.Output); // 1 where it is incomplete
            return why.Output.ReplaceLineEndings("\n");
        }
    }

    [Theory]
    [InlineData("Record", "0")]
    [InlineData("NoOp", "1")]
    [InlineData("Off", "1")]
    public async Task Run_NothingRecorded_SendsNothingOfWeft(string mode, string weft)
    {
        Consumer consumer = Create();
        consumer.Build("-p:WeftMode=" + mode);
        Assert.EndsWith("told=False\n", await RunAsync(consumer, ("WEFT", weft)), StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(consumer.Folder, "office")) || Directory.Exists(Path.Combine(consumer.Folder, "shop")), "a recording was begun");
    }

    // The client's output, and the server's.
    private static async Task<string> RunAsync(Consumer consumer, params (string, string)[] environment)
    {
        Task<CommandResult> office = Task.Run(() => consumer.Command([consumer.OutputAssembly, "office"], [("WEFT_DIR", "office"), .. environment]).Succeeded());
        CommandResult shop = consumer.Command([consumer.OutputAssembly, "shop"], [("WEFT_DIR", "shop"), .. environment]).Succeeded();
        string output = (await office).Output.ReplaceLineEndings("\n");
        Assert.Equal("n2,n3 n3,n2\n", shop.Output.ReplaceLineEndings("\n"));
        Assert.StartsWith("n1,n2,n3 n1,n2,n3 n2,n3 ", output, StringComparison.Ordinal);
        return output;
    }
}
