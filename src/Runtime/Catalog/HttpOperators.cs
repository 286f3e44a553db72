namespace Weft.Catalog;

/// <summary>Requests by HTTP: they say what they are about.</summary>
internal static class HttpOperators
{
    private const string Client = "System.Net.Http.HttpClient";
    private const string Invoker = "System.Net.Http.HttpMessageInvoker";
    private const string Json = "System.Net.Http.Json.HttpClientJsonExtensions";

    private const string Made = "What it sends says which record it is about, where WEFT_HOSTS allows.";
    private const string Sent = "The record that the arguments are made of, or the records of the collection that is sent as JSON, goes along with the request.";

    private static readonly string[] _sending = { "GetAsync", "GetStringAsync", "GetByteArrayAsync", "GetStreamAsync", "PostAsync", "PutAsync", "PatchAsync", "DeleteAsync" };
    private static readonly string[] _sendingJson = { "GetFromJsonAsync", "PostAsJsonAsync", "PutAsJsonAsync", "PatchAsJsonAsync", "DeleteFromJsonAsync" };

    public static readonly OperatorRow[] Rows = new[]
    {
        new OperatorRow(Client, OperatorRow.Constructor, LineageRule.Event, OperatorResult.InPlace, Made, "NewHttpClient", profile: OperatorProfile.Carrying),
        new OperatorRow(Invoker, OperatorRow.Constructor, LineageRule.Event, OperatorResult.InPlace, Made, "NewHttpMessageInvoker", profile: OperatorProfile.Carrying),
        Send(Client, "Send"), Send(Client, "SendAsync"), Send(Invoker, "Send"), Send(Invoker, "SendAsync"),
    }
    .Concat(_sending.Select(name => Send(Client, name))).Concat(_sendingJson.Select(name => Send(Json, name))).ToArray();

    private static OperatorRow Send(string type, string name) => new OperatorRow(type, name, LineageRule.Event, OperatorResult.InPlace, Sent, isRedirected: false, profile: OperatorProfile.Carrying, handOver: HandOver.Send);
}
