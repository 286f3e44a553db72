using Microsoft.AspNetCore.Http;
using Weft;

namespace Orders;

/// <summary>The headers of a request to the server, as lineage reads them.</summary>
internal readonly struct RequestHeaders(IHeaderDictionary headers) : IHeaderCarrier
{
    public string? Get(string name, int index) => headers.TryGetValue(name, out var values) && index < values.Count ? values[index] : null;

    public void Set(string name, string value) => headers[name] = value;
}
