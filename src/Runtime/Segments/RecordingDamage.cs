namespace Weft.Segments;

/// <summary>A place of a recording that could not be read.</summary>
/// <param name="Path">The segment file.</param>
/// <param name="Offset">Bytes from its start.</param>
/// <param name="Message">What was expected and found.</param>
internal sealed record RecordingDamage(string Path, long Offset, string Message)
{
    public override string ToString() => $"{Path}: offset {Offset}: {Message}";
}
