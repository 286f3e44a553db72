namespace Weft;

/// <summary>Headers in a dictionary, one value a name.</summary>
/// <param name="headers">The dictionary; it should compare names as the message's protocol does.</param>
public readonly struct DictionaryCarrier(IDictionary<string, string> headers) : IHeaderCarrier
{
    /// <inheritdoc/>
    public string? Get(string name, int index) => index == 0 && headers.TryGetValue(name, out string? value) ? value : null;

    /// <inheritdoc/>
    public void Set(string name, string value) => headers[name] = value;
}
