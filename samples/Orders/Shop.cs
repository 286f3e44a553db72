namespace Orders;

/// <summary>Posts the lines of a file, one request each, and then asks for the report. What is not answered is posted again.</summary>
internal static class Shop
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(60);

    internal static async Task RunAsync(string urlFile, string file, TimeSpan pause)
    {
        using var client = new HttpClient { Timeout = TimeSpan.FromSeconds(10) };
        List<string> orders = File.ReadAllLines(file).Skip(1).Where(line => line.Length > 0).ToList();
        foreach (string order in orders)
        {
            await PostAsync(client, urlFile, "orders", order);
            Console.WriteLine($"posted {order}");
            await Task.Delay(pause);
        }
        await PostAsync(client, urlFile, "report", "");
        Console.WriteLine("done");
    }

    private static async Task PostAsync(HttpClient client, string urlFile, string path, string body)
    {
        DateTime end = DateTime.UtcNow + _patience;
        while (true)
        {
            try
            {
                // The office may be another process by now, at another port.
                string url = await File.ReadAllTextAsync(urlFile);
                using var content = new StringContent(body);
                using HttpResponseMessage response = await client.PostAsync(new Uri(new Uri(url), path), content);
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
