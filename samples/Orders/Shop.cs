using Weft;

namespace Orders;

/// <summary>Posts the lines of a file, one request each, and then asks for the report. What is not answered is posted again.</summary>
internal static class Shop
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(60);

    internal static async Task RunAsync(string urlFile, string file, TimeSpan pause)
    {
        using var client = new HttpClient(new LineageHandler(new SocketsHttpHandler())) { Timeout = TimeSpan.FromSeconds(10) };
        List<string> orders = File.ReadAllLines(file).Skip(1).Where(line => line.Length > 0).ToList();
        for (int i = 0; i < orders.Count; i++)
        {
            // Asked for once: a request that is repeated is about the same record.
            LineageContext context = LineageContext.Of(orders, i);
            await PostAsync(client, urlFile, "orders", orders[i], context);
            Console.WriteLine($"posted {orders[i]}");
            await Task.Delay(pause);
        }
        await PostAsync(client, urlFile, "report", "", LineageContext.None);
        Console.WriteLine("done");
    }

    private static async Task PostAsync(HttpClient client, string urlFile, string path, string body, LineageContext context)
    {
        DateTime end = DateTime.UtcNow + _patience;
        while (true)
        {
            try
            {
                // The office may be another process by now, at another port.
                string url = await File.ReadAllTextAsync(urlFile);
                using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(new Uri(url), path)) { Content = new StringContent(body) };
                LineageHandler.Attach(request, context);
                using HttpResponseMessage response = await client.SendAsync(request);
                response.EnsureSuccessStatusCode();
                return;
            }
            catch (Exception fault) when (fault is HttpRequestException or IOException or UriFormatException or TaskCanceledException && DateTime.UtcNow < end)
            {
                Console.WriteLine($"again {path} {body}");
                await Task.Delay(100);
            }
        }
    }
}
