using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Orders;

/// <summary>Takes orders until it is asked for the report.</summary>
internal static class Office
{
    internal static async Task RunAsync(string urlFile, string reportFile, string customerFile)
    {
        WebApplicationBuilder builder = WebApplication.CreateBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        await using WebApplication app = builder.Build();

        var gate = new Lock();
        var orders = new List<string>();
        app.MapPost("/orders", async (HttpRequest request) =>
        {
            using var reader = new StreamReader(request.Body);
            string order = await reader.ReadToEndAsync();
            lock (gate)
            {
                // A request that is repeated because its answer was lost brings nothing new.
                if (!orders.Contains(order)) orders.Add(order);
            }
            Console.WriteLine($"received {order}");
        });
        var asked = new TaskCompletionSource();
        app.MapPost("/report", () =>
        {
            lock (gate) Write(reportFile, orders, customerFile);
            asked.TrySetResult();
        });

        await app.StartAsync();
        await File.WriteAllTextAsync(urlFile + ".new", app.Urls.First());
        File.Move(urlFile + ".new", urlFile, overwrite: true);
        Console.WriteLine("ready");
        await asked.Task;
        await app.StopAsync();
    }

    private static void Write(string file, List<string> orders, string customerFile)
    {
        List<Customer> customers = File.ReadLines(customerFile).Skip(1).Select(Customer.Parse).ToList();
        List<string> report = orders
            .Select(Order.Parse)
            .Where(order => order.Amount >= 50)
            .Join(customers, order => order.Customer, customer => customer.Name, (order, customer) => $"{order.Number},{customer.Country},{order.Amount}")
            .ToList();
        File.WriteAllLines(file, report);
    }
}
