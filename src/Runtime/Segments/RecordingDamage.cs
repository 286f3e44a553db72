namespace Weft.Segments;

/// <summary>A place of a recording that could not be read.</summary>
/// <param name="Path">The segment file.</param>
/// <param name="Offset">Bytes from its start.</param>
/// <param name="Message">What was expected and found.</param>
internal sealed record RecordingDamage(string Path, long Offset, string Message)
{
    /// <summary>The message behind file and offset, unless it names the file itself.</summary>
    public override string ToString() => Message.StartsWith(Path, StringComparison.Ordinal) ? Message : $"{Path}: offset {Offset}: {Message}";
}
