using Weft.Fody.Tests.Harness;
using Xunit;

namespace Weft.Fody.Tests.Messages;

// Proves: what a program sends by a client of HTTP that it made itself, in whatever way, over a real socket, follows from the record that the call's arguments are made of; what is sent as JSON from the records of its
// collection; what is made of no record from the one that is handled; and that what is sent behind a call that failed is not told the failed one's record. Woven against the product's runtime, in Debug and Release.
public class ClientLineageTests
{
    private const string Usings = "using System.Net; using System.Net.Http; using System.Net.Http.Json; using System.Threading; using System.Net.Sockets;";

    internal const string Office = """
        [Weft.NotWoven] sealed class Office : IDisposable
        {
            readonly TcpListener _listener = new(IPAddress.Loopback, 0);
            public readonly List<(string Body, Weft.LineageContext Context)> Messages = [];
            public Office() { _listener.Start(); Url = new Uri($"http://{_listener.LocalEndpoint}/"); _ = Task.Run(Serve); }
            public Uri Url { get; }
            public string? RedirectTo;
            async Task Serve()
            {
                try { while (true) { using TcpClient client = await _listener.AcceptTcpClientAsync(); await Answer(client.GetStream()); } }
                catch (Exception e) when (e is SocketException or ObjectDisposedException or InvalidOperationException) { }
            }
            async Task Answer(NetworkStream stream)
            {
                var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
                async Task<string> Line() { var line = new System.Text.StringBuilder(); int b; while ((b = stream.ReadByte()) != '\n') { if (b < 0) throw new InvalidOperationException(); line.Append((char)b); } await Task.CompletedTask; return line.ToString().TrimEnd('\r'); }
                string path = (await Line()).Split(' ')[1];
                for (string line; (line = await Line()).Length > 0;) headers[line.Split(": ")[0]] = line.Split(": ")[1];
                string body = "";
                if (headers.TryGetValue("Content-Length", out string? length)) { var bytes = new byte[int.Parse(length)]; await stream.ReadExactlyAsync(bytes); body = System.Text.Encoding.UTF8.GetString(bytes); }
                else if (headers.ContainsKey("Transfer-Encoding")) for (int n; (n = Convert.ToInt32(await Line(), 16)) >= 0; await Line()) { if (n == 0) { await Line(); break; } var bytes = new byte[n]; await stream.ReadExactlyAsync(bytes); body += System.Text.Encoding.UTF8.GetString(bytes); }
                lock (Messages) Messages.Add((path + body, Weft.LineageContext.Extract(new Weft.DictionaryCarrier(headers))));
                await stream.WriteAsync(System.Text.Encoding.ASCII.GetBytes("HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n[]"));
            }
            public (string, string) Why(int message, int record = 0, int count = 1)
            {
                lock (Messages)
                {
                    string[] received = Weft.Lineage.Received(Enumerable.Range(0, count).Select(i => Messages[message].Body).ToArray(), Messages[message].Context);
                    return (string.Join(",", Messages.Select(m => m.Body)), Weft.Lineage.Of(received, record, "received").Why().ToString());
                }
            }
            public void Dispose() => _listener.Stop();
        }
        static readonly int[] s_numbers = [3, 1, 2];
        static List<int> Numbers() => s_numbers.Where(n => n > 1).ToList();
        """;

    private const string Program = Office + """

        static async Task<(string, string)> Each(Func<HttpClient, Uri, int, Task> send, HttpClient? client = null)
        {
            using var office = new Office();
            client ??= new HttpClient();
            foreach (int n in Numbers()) await send(client, office.Url, n);
            return office.Why(1);
        }
        static async Task<(string, string)> Posting() { using var office = new Office(); using var client = new HttpClient(); foreach (int n in Numbers()) using (await client.PostAsync(office.Url, new StringContent("n" + n))) { } return office.Why(1); }
        public static object Post() => Posting().Result;
        static async Task<(string, string)> Getting() { using var office = new Office(); using var client = new HttpClient(new HttpClientHandler()) { BaseAddress = office.Url }; foreach (int n in Numbers()) await client.GetStringAsync("/orders/" + n); return office.Why(1); }
        public static object Get() => Getting().Result;
        static async Task<(string, string)> SendingMessages()
        {
            using var office = new Office(); using var client = new HttpClient(new SocketsHttpHandler(), disposeHandler: true);
            foreach (int n in Numbers()) { using var request = new HttpRequestMessage(HttpMethod.Post, office.Url) { Content = new StringContent("n" + n) }; using (await client.SendAsync(request, CancellationToken.None)) { } }
            return office.Why(1);
        }
        public static object SendMessage() => SendingMessages().Result;
        public static object SendSynchronously()
        {
            using var office = new Office(); using var client = new HttpClient();
            foreach (int n in Numbers()) using (client.Send(new HttpRequestMessage(HttpMethod.Put, office.Url) { Content = new StringContent("n" + n) })) { }
            return office.Why(1);
        }
        public static object ByInvoker()
        {
            using var office = new Office(); using var invoker = new HttpMessageInvoker(new SocketsHttpHandler());
            foreach (int n in Numbers()) using (invoker.Send(new HttpRequestMessage(HttpMethod.Put, office.Url) { Content = new StringContent("n" + n) }, default)) { }
            return office.Why(1);
        }
        static readonly HttpClient s_client = new();
        static async Task Save(Uri url, string text) { await Task.Yield(); using (await s_client.PostAsync(url, new StringContent(text))) { } }
        static async Task<(string, string)> SavingByMethod() { using var office = new Office(); foreach (int n in Numbers()) await Save(office.Url, "n" + n); return office.Why(1); }
        public static object ByMethod() => SavingByMethod().Result;
        static async Task<(string, string)> AllAtOnce() { using var office = new Office(); using var client = new HttpClient(); var all = new List<Task>(); foreach (int n in Numbers()) all.Add(client.PostAsync(office.Url, new StringContent("n" + n))); await Task.WhenAll(all); var (_, why) = office.Why(office.Messages.FindIndex(m => m.Body == "/n2")); return ("", why); }
        public static object Concurrent() => AllAtOnce().Result;

        sealed class Api : HttpClient { public Api() { } public Api(HttpMessageHandler handler) : base(handler) { } public Api(HttpMessageHandler handler, bool own) : base(handler, own) { } }
        static async Task<(string, string)> Through(HttpClient client) { using var office = new Office(); using (client) foreach (int n in Numbers()) using (await client.PostAsync(office.Url, new StringContent("n" + n))) { } return office.Why(1); }
        public static object Derived() => Through(new Api()).Result;
        public static object DerivedWithHandler() => Through(new Api(new HttpClientHandler())).Result;
        public static object DerivedWithHandlerOfOthers() => Through(new Api(new SocketsHttpHandler(), false)).Result;
        sealed class Retry : DelegatingHandler
        {
            public Retry() : base(new SocketsHttpHandler()) { }
            protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) { using (await base.SendAsync(request, cancellationToken)) { } return await base.SendAsync(request, cancellationToken); }
        }
        static async Task<(string, string)> Retried() { using var office = new Office(); using var client = new HttpClient(new Retry()); foreach (int n in Numbers()) using (await client.PostAsync(office.Url, new StringContent("n" + n))) { } return office.Messages[2].Context == office.Messages[3].Context || office.Messages[3].Context.IsNone ? office.Why(3) : ("", ""); }
        public static object RetriedBelow() => Retried().Result;

        sealed record Order(int Number);
        static async Task<(string, string)> Batch() { using var office = new Office(); using var client = new HttpClient(); List<Order> orders = Numbers().Select(n => new Order(n)).ToList(); using (await client.PostAsJsonAsync(office.Url, orders)) { } return office.Why(0, 1, 2); }
        public static object JsonList() => Batch().Result;
        static async Task<(string, string)> OneOfAll() { using var office = new Office(); using var client = new HttpClient(); foreach (int n in Numbers()) using (await client.PostAsJsonAsync(office.Url, new Order(n))) { } return office.Why(1); }
        public static object JsonOne() => OneOfAll().Result;
        static async Task<(string, string)> BatchOfValues() { using var office = new Office(); using var client = new HttpClient(); int[] numbers = Numbers().ToArray(); using (await client.PostAsync(office.Url, JsonContent.Create(numbers))) { } return office.Why(0, 0, 2); }
        public static object JsonValues() => BatchOfValues().Result;

        static async Task<(string, string)> BehindAFailure()
        {
            using var office = new Office(); using var client = new HttpClient();
            foreach (int n in Numbers()) try { await client.PostAsync("nowhere", new StringContent("n" + n)); } catch (InvalidOperationException) { }
            using (await client.GetAsync(office.Url)) { }
            return (office.Messages[0].Body, "said:" + office.Messages[0].Context.Count);
        }
        public static object AfterAFailure() => BehindAFailure().Result;
        static async Task<(string, string)> OfNone() { using var office = new Office(); using var client = new HttpClient(); foreach (int n in Numbers()) using (await client.GetAsync(office.Url)) { } return (office.Messages[0].Body, "said:" + office.Messages[1].Context.Count); }
        public static object MadeOfNone() => OfNone().Result;
        static async Task Twice(Func<Task<HttpResponseMessage>> send) { (await send()).Dispose(); (await send()).Dispose(); }
        static async Task<(string, string)> OfCaptured() { using var office = new Office(); using var client = new HttpClient(); foreach (int n in Numbers()) await Twice(() => client.PostAsync(office.Url, new StringContent("n" + n))); return office.Why(3); }
        public static object Captured() => OfCaptured().Result;
        static async Task<(string, string)> OfParameters() { using var office = new Office(); using var client = new HttpClient(); await Task.WhenAll(Numbers().Select(async n => { using (await client.PostAsync(office.Url, new StringContent("n" + n))) { } })); return ("", office.Why(1).Item2); }
        public static object OfOperator() => OfParameters().Result;
        static async Task<(string, string)> LoopsInLambdas() { using var office = new Office(); using var client = new HttpClient(); await Task.Run(async () => { foreach (int n in Numbers()) using (await client.PostAsync(office.Url, new StringContent("n" + n))) { } }); return office.Why(1); }
        public static object LoopInLambda() => LoopsInLambdas().Result;
        static async Task<(string, string)> Totals() { using var office = new Office(); using var client = new HttpClient(); int total = 0; foreach (int n in Numbers()) { total += n; using (await client.PostAsync(office.Url, new StringContent("n" + total))) { } } return office.Why(1); }
        public static object Kept() => Totals().Result;
        """;

    public static TheoryData<string, string, bool> Answers => new()
    {
        { "Post", "s_numbers[2]", true },
        { "Get", "s_numbers[2]", true },
        { "SendMessage", "s_numbers[2]", true },
        { "SendSynchronously", "s_numbers[2]", true },
        { "ByInvoker", "s_numbers[2]", true },
        { "ByMethod", "s_numbers[2]", true },
        { "Concurrent", "s_numbers[2]", true },
        { "Derived", "s_numbers[2]", true },
        { "DerivedWithHandler", "s_numbers[2]", true },
        { "DerivedWithHandlerOfOthers", "s_numbers[2]", true },
        { "RetriedBelow", "s_numbers[2]", true },
        { "JsonList", "s_numbers[2]", true },
        { "JsonOne", "s_numbers[2]", true },
        { "JsonValues", "s_numbers[0]", true },
        { "AfterAFailure", "said:0", true },
        { "MadeOfNone", "said:0", true },
        { "LoopInLambda", "s_numbers[2]", true },
        { "Captured", "s_numbers[2]", true },
        { "OfOperator", "PostAsync", false },
        { "Kept", "s_numbers[2]", false },
    };

    [Theory]
    [MemberData(nameof(Answers))]
    public void Why_OfWhatWasSent_NamesTheRecordThatItIsMadeOf(string method, string expected, bool isExact) => Lineages.Check(Program, method, expected, isExact, Usings);
}
