namespace Weft.Tests.Carriers;

/// <summary>Headers of a message in the order in which they were added, with names in any case and several of one name.</summary>
internal sealed class Headers : List<(string Name, string Value)>, IHeaderCarrier
{
    /// <summary>Tests that count what was ignored run one after another.</summary>
    internal const string Collection = "Headers";

    internal static Headers Of(string? traceparent, params string[] tracestates)
    {
        var headers = new Headers();
        if (traceparent is not null) headers.Add(("traceparent", traceparent));
        foreach (string state in tracestates) headers.Add(("tracestate", state));
        return headers;
    }

    public string? Get(string name, int index) => this.Where(header => header.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Skip(index).Select(header => header.Value).FirstOrDefault();

    public void Set(string name, string value)
    {
        RemoveAll(header => header.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
        Add((name, value));
    }

    internal string? this[string name] => Get(name, 0);

    public override string ToString() => string.Join('\n', this.Select(header => $"{header.Name}: {header.Value}"));
}
