namespace Weft;

/// <summary>
/// The headers of a message, as <see cref="LineageContext"/> reads and writes them: what OpenTelemetry calls a carrier. Implement it by a struct around the
/// message's own headers, so that nothing is allocated for it.
/// </summary>
public interface IHeaderCarrier
{
    /// <summary>A value of a header.</summary>
    /// <param name="name">The header's name, in lower case; names are compared as the message's protocol compares them.</param>
    /// <param name="index">0-based: which of the header's values, in their order, where a header may be there several times.</param>
    /// <returns>The value, or null where there is none of that index.</returns>
    string? Get(string name, int index);

    /// <summary>Gives a header one value, in place of those that it has.</summary>
    /// <param name="name">The header's name, in lower case.</param>
    /// <param name="value">Printable ASCII.</param>
    void Set(string name, string value);
}
