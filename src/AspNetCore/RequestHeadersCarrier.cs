using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Weft.AspNetCore;

/// <summary>The headers of a request to a server, or of its answer.</summary>
/// <param name="headers">The headers.</param>
public readonly struct RequestHeadersCarrier(IHeaderDictionary headers) : IHeaderCarrier
{
    /// <inheritdoc/>
    public string? Get(string name, int index) => headers.TryGetValue(name, out StringValues values) && index < values.Count ? values[index] : null;

    /// <inheritdoc/>
    public void Set(string name, string value) => headers[name] = value;
}
