using System.Runtime.CompilerServices;
using Weft.Capture;

namespace Weft.Events;

/// <summary>Whether this process records events. Alone in its class so that the JIT can fold the field to a constant.</summary>
internal static class EventSwitch
{
    internal static readonly bool IsOn = RecordingSwitch.IsOn && RecorderOptions.FromEnvironment(Environment.GetEnvironmentVariables(), _ => { }).Events; // complained about with the others

    /// <summary>Whether woven code of a mode is to make events.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)] // folded
    internal static bool IsOnIn<TLineage>() where TLineage : struct, ILineage => TLineage.IsRecording && IsOn;
}
