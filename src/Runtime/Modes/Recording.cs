using System.Runtime.CompilerServices;
using Weft.Capture;

namespace Weft;

/// <summary>The mode of <c>WeftMode=Record</c>: records, unless the environment variable <c>WEFT</c> is <c>0</c>.</summary>
public readonly struct Recording : ILineage
{
    /// <inheritdoc/>
    public static bool IsRecording
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => RecordingSwitch.IsOn;
    }
}
