namespace Weft.Segments;

/// <summary>Keys of annotations with consecutive numbers.</summary>
/// <param name="First">The number of the first.</param>
/// <param name="Keys">The keys.</param>
internal sealed record KeysBlock(int First, IReadOnlyList<string> Keys)
{
    internal void Write(PayloadWriter payload)
    {
        payload.Varint(First);
        payload.Varint(Keys.Count);
        foreach (string key in Keys) payload.String(key);
    }

    internal static KeysBlock Read(ref PayloadReader payload)
    {
        int first = payload.Int32();
        int count = payload.Count();
        var keys = new List<string>(count);
        for (; count > 0; count--) keys.Add(payload.String());
        return new KeysBlock(first, keys);
    }
}
