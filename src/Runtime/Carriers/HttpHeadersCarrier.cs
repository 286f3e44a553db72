using System.Net.Http.Headers;

namespace Weft;

/// <summary>The headers of a request or response of <see cref="HttpClient"/>.</summary>
/// <param name="headers">The headers.</param>
public readonly struct HttpHeadersCarrier(HttpHeaders headers) : IHeaderCarrier
{
    /// <inheritdoc/>
    public string? Get(string name, int index)
    {
        if (!headers.NonValidated.TryGetValues(name, out HeaderStringValues values)) return null;
        foreach (string value in values)
            if (index-- == 0) return value;
        return null;
    }

    /// <inheritdoc/>
    public void Set(string name, string value)
    {
        headers.Remove(name);
        headers.TryAddWithoutValidation(name, value);
    }
}
