namespace Weft.Capture;

/// <summary>Whether this process records. Alone in its class so that the JIT can fold the field to a constant.</summary>
internal static class RecordingSwitch
{
    internal static readonly bool IsOn = Environment.GetEnvironmentVariable("WEFT") is not ("0" or "off" or "false");
}
